package cli_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/cli"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// whole is the whole house as beraad serve puts it together, with its founder signed in.
type whole struct {
	*cli.House
	browser *webtest.Browser
	other   func(testing.TB) *webtest.Browser // one more browser
	routes  []page.Route
	db      string
}

func build(t *testing.T) *whole {
	t.Helper()
	site, origin := webtest.TLS(t)
	dir := t.TempDir()
	c := cli.Config{Data: filepath.Join(dir, "data"), Keys: filepath.Join(dir, "keys"), Origin: origin, Listen: "127.0.0.1:0"}
	h, err := cli.Found(t.Context(), c, filepath.Join(dir, "beraad.toml"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.Close() })
	h.Log = slog.New(slog.DiscardHandler)
	server, err := h.Server()
	if err != nil {
		t.Fatal(err)
	}
	site.Config.Handler = server
	w := &whole{House: h, browser: webtest.NewBrowser(t, site, origin), routes: h.Routes(), db: filepath.Join(c.Data, "beraad.db")}
	w.other = func(t testing.TB) *webtest.Browser { return webtest.NewBrowser(t, site, origin) }
	w.founder(t)
	return w
}

// founder goes the way of the one who founds: link, code, keys, eight words.
func (w *whole) founder(t *testing.T) {
	t.Helper()
	link, code, err := w.Begin(context.Background(), support.Founding{Name: "LIVC R Demerrode", PoliceZone: "politiezone Demer",
		Municipalities: []support.NewMunicipality{{Name: "Demerrode", Region: livc.Flanders}},
		Founder:        livc.NewContact("Stijn Wouters"), FounderMail: livc.NewContact("stijn@demerrode.example")})
	if err != nil {
		t.Fatal(err)
	}
	p := webtest.Someone{Mail: "stijn@demerrode.example"}
	w.browser.Enrol(&p, strings.TrimPrefix(link, w.Config.Origin), code, w.Clock.Wall()).At("/waiting").Says("Acht woorden")
	w.browser.Get("/today").At("/today").Says("Stijn Wouters")
}

var part = regexp.MustCompile(`\{[^}]*\}`)

// split gives method and an address of nothing for a pattern.
func split(pattern string) (method, path string) {
	method, path, _ = strings.Cut(pattern, " ")
	return method, part.ReplaceAllString(path, "0123456789abcdefghjkmnpqrs")
}

// rows is a fingerprint of everything that is kept, but for the log that every look leaves.
func (w *whole) rows(t *testing.T) string {
	t.Helper()
	db, err := sql.Open("sqlite", w.db)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	sum := sha256.New()
	for _, table := range column(t, db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'log_%' AND name <> 'form_token' ORDER BY name") {
		rows, err := db.Query("SELECT * FROM " + table)
		if err != nil {
			t.Fatal(err)
		}
		names, _ := rows.Columns()
		for rows.Next() {
			cells := make([]any, len(names))
			for i := range cells {
				cells[i] = new(any)
			}
			if err := rows.Scan(cells...); err != nil {
				t.Fatal(err)
			}
			for _, c := range cells {
				fmt.Fprintf(sum, "%s %v|", table, *c.(*any))
			}
		}
		_ = rows.Close()
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}

func column(t *testing.T, db *sql.DB, q string) (list []string) {
	t.Helper()
	rows, err := db.Query(q)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

// proves W8
func TestW8_NoOtherSiteChangesAnything(t *testing.T) {
	w := build(t)
	before := w.rows(t)
	t.Run("every route refuses a form of another site, also with the right token", func(t *testing.T) {
		w.browser.Get("/network/partner")
		form := w.browser.Form("name", "X", "category", "cgg", "hat", "x", "to", "/today")
		tried := 0
		for _, r := range w.routes {
			if method, path := split(r.Pattern); method == http.MethodPost {
				tried++
				w.foreign(t, path, form, "Origin", "https://evil.example")
				w.foreign(t, path, form, "Sec-Fetch-Site", "cross-site")
				w.foreign(t, path, form, "Sec-Fetch-Site", "same-site")
			}
		}
		if tried < 20 {
			t.Fatalf("only %d routes tried", tried)
		}
	})
	t.Run("and nothing was changed", func(t *testing.T) {
		if w.rows(t) != before {
			t.Error("something was")
		}
	})
	t.Run("a form without its token is refused on every route that changes something", func(t *testing.T) {
		for _, r := range w.routes {
			method, path := split(r.Pattern)
			if method != http.MethodPost || r.Free {
				continue
			}
			if got := w.browser.Once(w.browser.Request(method, path, url.Values{"name": {"X"}, "category": {"cgg"}})); got.Status < 400 && got.Status != http.StatusSeeOther {
				t.Errorf("%s answers %d", r.Pattern, got.Status)
			}
		}
		if w.rows(t) != before {
			t.Error("something was changed")
		}
	})
	t.Run("looking changes nothing on any route", func(t *testing.T) {
		for _, r := range w.routes {
			if method, path := split(r.Pattern); method == http.MethodGet {
				w.browser.Once(w.browser.Request(method, path, nil))
			}
		}
		if w.rows(t) != before {
			t.Error("a look changed something")
		}
	})
}

func (w *whole) foreign(t *testing.T, path string, form url.Values, header, value string) {
	t.Helper()
	r := w.browser.Request(http.MethodPost, path, form)
	r.Header.Del("Origin")
	r.Header.Set(header, value)
	if got := w.browser.Once(r).Status; got != http.StatusForbidden {
		t.Errorf("POST %s with %s %s answers %d", path, header, value, got)
	}
}

// headers are on every answer, and these only.
var headers = map[string]string{
	"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp", "X-Frame-Options": "DENY",
	"Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}

// proves W9
func TestW9_EveryAnswerHasTheSameHeaders(t *testing.T) {
	w := build(t)
	list := []string{"GET /", "GET /nothing/here", "POST /nothing/here", "GET /healthz", "GET /readyz", "GET /licences", "GET /assets/none.css", "PUT /today", "TRACE /x"}
	for _, r := range w.routes {
		list = append(list, r.Pattern)
	}
	for _, pattern := range list {
		method, path := split(pattern)
		h := w.browser.Once(w.browser.Request(method, path, url.Values{})).Header
		for name, want := range headers {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", pattern, name, h.Get(name))
			}
		}
		policy := h.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "require-trusted-types-for 'script'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: the policy lacks %s", pattern, want)
			}
		}
		if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") || strings.Contains(policy, "*") {
			t.Errorf("%s: the policy is %s", pattern, policy)
		}
		if strings.HasPrefix(h.Get("Content-Type"), "text/html") && h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept: %q", pattern, h.Get("Cache-Control"))
		}
	}
}

// own is what every page has of its own: the token of a form, and the address that was asked.
var own = regexp.MustCompile(`name="(token|back)" value="[^"]*"`)

// proves Z6
func TestZ6_WhatIsHiddenAnswersLikeWhatDoesNotExist(t *testing.T) {
	w := build(t)
	answer := func(path string) string {
		b := w.browser.Get(path)
		if b.Status != http.StatusNotFound {
			t.Fatalf("%s answers %d", path, b.Status)
		}
		return own.ReplaceAllString(b.Body, "")
	}
	nothing := answer("/never/was")
	t.Run("for somebody who may not look", func(t *testing.T) {
		tried := 0
		for _, path := range []string{"/log", "/list", "/referrals/0123456789abcdefghjkmnpqrs", "/cases/0123456789abcdefghjkmnpqrs"} {
			if w.browser.Get(path).Status != http.StatusNotFound {
				continue
			}
			tried++
			if answer(path) != nothing {
				t.Errorf("%s can be told from what does not exist:\n%s\n%s", path, answer(path), nothing)
			}
		}
		if tried < 2 {
			t.Fatalf("only %d addresses were hidden", tried)
		}
	})
}
