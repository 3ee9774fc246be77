package proof

import (
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/canary"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/webtest"
)

// told is a town in which the whole story was played, with its pages.
func told(t *testing.T, f *canary.Flock) (*world, *webtest.Site) {
	t.Helper()
	return toldIn(t, storetest.SQLite(t), f)
}

// toldIn is told in a database of choice.
func toldIn(t *testing.T, db *store.DB, f *canary.Flock) (*world, *webtest.Site) {
	t.Helper()
	x := newWorld(storetest.NewTown(t, db), f)
	x.few = true
	return x, site(x.Town)
}

// strict are the headers that stand on every answer.
var strict = map[string]string{
	"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
	"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
	"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp",
	"Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=(), interest-cohort=()",
}

// elsewhere is anything that makes a browser fetch from another host.
var elsewhere = regexp.MustCompile(`(?i)(src|srcset|action|poster|data)\s*=\s*["']?(https?:)?//|<link[^>]+href=["']?(https?:)?//|url\(\s*["']?(https?:)?//|@import`)

func TestW9_EveryAnswerHasTheSameStrictHeadersAndAsksForNothingElsewhere(t *testing.T) {
	x, s := told(t, canary.New())
	check := func(what string, p webtest.Page) {
		for name, want := range strict {
			if got := p.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", what, name, got)
			}
		}
		if !strings.HasPrefix(what, "/assets") && !slices.Contains(strings.Split(p.Header.Get("Cache-Control"), ", "), "no-store") {
			t.Errorf("%s may be kept in a cache", what)
		}
		if p.Status >= http.StatusInternalServerError {
			t.Errorf("%s is answered %d", what, p.Status)
		}
		if at := elsewhere.FindString(p.Body); at != "" {
			t.Errorf("%s asks elsewhere: %s", what, at)
		}
		for _, bad := range []string{"<script>", " style=\"", "onclick=", "javascript:"} {
			if strings.Contains(p.Body, bad) {
				t.Errorf("%s holds %s", what, bad)
			}
		}
	}
	browse(x, s, func(v visit) { check(v.pattern+" as "+v.who, v.page) })
	nobody := s.Nobody()
	for _, path := range []string{"/", "/today", "/licences", "/healthz", "/readyz", "/assets/beraad.css", "/nothing", "/people/x"} {
		check(path, nobody.Get(path))
	}
	check("a form of another site", nobody.Raw(http.MethodPost, "/network/partner", url.Values{}, map[string]string{"Sec-Fetch-Site": "cross-site"}))
}

func TestW8_NoOtherSiteChangesAnythingAndLookingChangesNothing(t *testing.T) {
	storetest.Each(t, eachW8NoOtherSiteChangesAnythingAndLookingChangesNothing)
}

func eachW8NoOtherSiteChangesAnythingAndLookingChangesNothing(t *testing.T, db *store.DB) {
	x, s := toldIn(t, db, canary.New())
	browse(x, s, func(visit) {}) // what each hat pins is pinned
	before := rows(x.Town)
	browse(x, s, func(visit) {})
	if list := changed(before, rows(x.Town)); len(list) > 0 {
		t.Errorf("looking changed %v", list)
	}
	leaves := len(x.Log())
	for _, r := range routes(x.Town) {
		path, _, ok := address(r.Pattern, http.MethodPost, x.objects)
		if !ok {
			continue
		}
		for name, header := range map[string]map[string]string{"another site": {"Sec-Fetch-Site": "cross-site"}, "a neighbour": {"Sec-Fetch-Site": "same-site"}, "an old browser": {"Origin": "https://elsewhere.example"}} {
			nele := s.As(x.Coordinator)
			token := nele.Get("/network").Token()
			if got := nele.Raw(http.MethodPost, path, url.Values{"token": {token}}, header); got.Status != http.StatusForbidden {
				t.Errorf("a form from %s to %s is answered %d", name, r.Pattern, got.Status)
			}
			leaves++ // the page with the token
		}
		if got := s.As(x.Coordinator).Raw(http.MethodPost, path, url.Values{"token": {"made.up"}}, nil); got.Status != http.StatusConflict {
			t.Errorf("a form without a true token to %s is answered %d", r.Pattern, got.Status)
		}
	}
	if list := changed(before, rows(x.Town)); len(list) > 0 || len(x.Log()) != leaves {
		t.Errorf("another site changed %v, and wrote %d leaves", list, len(x.Log())-leaves)
	}
}

func TestW10_WhatPeopleTypeIsShownAsText(t *testing.T) {
	f := canary.New()
	f.Dress = func(w string) string { return `<b id=x>"'` + w + `</b>{{.}}` }
	x, s := told(t, f)
	shown := browse(x, s, func(v visit) {
		if strings.Contains(v.page.Body, "<b id=x>") {
			t.Errorf("%s as %s shows markup that somebody typed", v.pattern, v.who)
		}
	})
	if n := strings.Count(shown, "&lt;b id=x&gt;&#34;&#39;"+canary.Stem); n < 20 {
		t.Errorf("only %d typed texts were shown: the test has no teeth", n)
	}
}

// hashes are fingerprints of what is put to the table, which differ each time it is put.
var hashes = regexp.MustCompile(`[0-9a-f]{64}`)

var title = regexp.MustCompile(`(?s)<title>(.*?)</title>`)

func TestW11_NoPersonalDataInAddressesTitlesOrCaches(t *testing.T) {
	f := canary.New()
	x, s := told(t, f)
	browse(x, s, func(v visit) {
		for where, text := range map[string]string{"address": v.path, "title": strings.Join(title.FindStringSubmatch(v.page.Body), " "),
			"headers": strings.Join(slices.Concat(slices.Collect(maps.Values(v.page.Header))...), " ")} {
			if found := f.In(where, []byte(text)); len(found) > 0 {
				t.Errorf("%s as %s: %v", v.pattern, v.who, found)
			}
		}
		for _, link := range regexp.MustCompile(`(href|action)="([^"]*)"`).FindAllStringSubmatch(v.page.Body, -1) {
			if found := f.In("link", []byte(link[2])); len(found) > 0 {
				t.Errorf("%s as %s links to %s", v.pattern, v.who, link[2])
			}
		}
	})
	scripts, err := filepath.Glob("../web/ui/*/*.js")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts were found: %v", err)
	}
	for _, name := range scripts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if at := regexp.MustCompile(`localStorage|sessionStorage|indexedDB|serviceWorker|caches\.`).Find(text); at != nil {
			t.Errorf("%s uses %s", name, at)
		}
	}
}
