package discussion_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/canary"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/discussion"
	"beraad.eu/internal/web/webtest"
)

// byLink is a town with the desk and the pages of a link.
type byLink struct {
	*storetest.Town
	site *webtest.Site
	nele *webtest.Person
}

func newByLink(t *testing.T, db *store.DB) byLink {
	w := storetest.NewTown(t, db)
	settings := protocol.Basic()
	settings.WrittenReferral = true
	w.ProtocolInForce(settings)
	site := webtest.New(w, append(discussion.RoutesBefore(w.Referrals(), "https://beraad.example"), discussion.RoutesByLink(w.Referrals())...))
	return byLink{w, site, site.As(w.Coordinator)}
}

var (
	shownLink = regexp.MustCompile(`https://beraad\.example(/refer-once/[a-z0-9]+)<`)
	shownCode = regexp.MustCompile(`<strong>(\d{3}) (\d{3})</strong>`)
)

func forEls() url.Values {
	return url.Values{"spoken": {"yes"}, "name": {"Els Wouters"}, "service": {"Sint-Jozef"}, "reach": {"0470 11 22 33"}, "sector": {"education"}, "secrecy": {"professional"}}
}

// made makes a link on the desk and gives its address and its code.
func (b byLink) made() (path, code string) {
	b.T.Helper()
	p := whole(b.nele.Send("/referral-links", "/referral-links", forEls()).Is(http.StatusOK))
	a, c := shownLink.FindStringSubmatch(p.Body), shownCode.FindStringSubmatch(p.Body)
	if a == nil || c == nil {
		b.T.Fatalf("no link stands there:\n%s", webtest.Text(p.Body))
	}
	return a[1], c[1] + c[2]
}

// els is a browser in which nobody is signed in; it keeps the cookie of the link as a browser does.
type els struct {
	byLink
	nobody *webtest.Person
	cookie string
}

func (b byLink) els() *els { return &els{byLink: b, nobody: b.site.Nobody()} }

func (e *els) get(path string) webtest.Page {
	e.T.Helper()
	return e.keep(e.nobody.Raw(http.MethodGet, path, nil, map[string]string{"Cookie": e.cookie}))
}

func (e *els) send(page, path string, fields url.Values) webtest.Page {
	e.T.Helper()
	v := url.Values{"token": {e.get(page).Token()}}
	for k, s := range fields {
		v[k] = s
	}
	return e.press(path, v)
}

func (e *els) press(path string, v url.Values) webtest.Page {
	e.T.Helper()
	return e.keep(e.nobody.Raw(http.MethodPost, path, v, map[string]string{"Cookie": e.cookie}))
}

func (e *els) keep(p webtest.Page) webtest.Page {
	for _, c := range p.Header.Values("Set-Cookie") {
		if strings.HasPrefix(c, "__Host-beraad-link=") {
			e.cookie, _, _ = strings.Cut(c, ";")
		}
	}
	return p
}

// opens types the code.
func (e *els) opens(path, code string) {
	e.T.Helper()
	if p := e.send(path, path, url.Values{"code": {code[:3] + " " + code[3:]}}).Is(http.StatusSeeOther); p.To != path+"/tell" {
		e.T.Fatalf("it leads to %q", p.To)
	}
}

func story() url.Values {
	return url.Values{"danger": {"no"}, "self_check": {"yes"}, "team": {"no"}, "goes_well": {"De trainer kent hem."}, "fact_1": {"Prees een aanslag."},
		"fact_1_source": {"seen"}, "indication": {"Hij praat over wraak."}, "first": {"Milan"}, "last": {"Verbeke"}, "ages": {"minor"}, "consent": {"not_informed"}}
}

func doing(v url.Values, do string) url.Values {
	v.Set("do", do)
	return v
}

// proves R4.1.2-a, R4.1-a, R4.1-b, R4.1-d, R4.1-g
func TestAProfessionalRefersByALink(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		b := newByLink(t, db)
		path, code := b.made()
		e := b.els()
		t.Run("the desk sees it wait; the address and the code stood there once", func(t *testing.T) {
			whole(b.nele.Get("/referral-links").Is(http.StatusOK)).Says("Els Wouters, Sint-Jozef", "wacht").Never(path, code)
		})
		t.Run("the first page asks for the code and knows nothing", func(t *testing.T) {
			whole(e.get(path).Is(http.StatusOK)).Says("De code hoorde je aan de telefoon", "tel:112").Never("Els", "Demerrode", "Sint-Jozef")
		})
		e.opens(path, code)
		t.Run("she reads who asks, what it is and is not, that she is free, and both articles of the law", func(t *testing.T) {
			whole(e.get(path+"/tell").Is(http.StatusOK)).Says("coördinator", "stad Demerrode", "24 november 2026", "geen aangifte", "Je mag spreken. Je moet niet spreken.",
				"Dan volgt daar niets uit", "Beroepsgeheim", "art. 458ter", "art. 353", "de burgemeester en wie de lijst beheert", "tel:112", "tel:101", "27 november 2026").
				Never("Els Wouters", "0470")
		})
		t.Run("stopping is as large as going on", func(t *testing.T) {
			body := e.get(path + "/tell").Body
			check, wipe := strings.Count(body, `class="button answer" name="do" value="check"`), strings.Count(body, `class="button answer" name="do" value="wipe"`)
			if check != 1 || wipe != 1 {
				t.Errorf("%d and %d buttons", check, wipe)
			}
		})
		t.Run("what is missing comes back at its field, with all that was typed", func(t *testing.T) {
			for _, do := range []string{"check", "send"} {
				whole(e.send(path+"/tell", path+"/tell", url.Values{"do": {do}, "fact_1": {"Prees een aanslag."}, "last": {"Verbeke"}, "team": {"no"}}).Is(http.StatusUnprocessableEntity)).
					Says(">Prees een aanslag.</textarea>", `value="Verbeke"`, `href="#goes_well"`, `href="#indication"`, `href="#self_check"`).Never(`href="#team"`)
			}
		})
		t.Run("in danger the page says whom to call, and keeps nothing", func(t *testing.T) {
			v := doing(story(), "send")
			v.Set("danger", "yes")
			whole(e.send(path+"/tell", path+"/tell", v).Is(http.StatusOK)).Says("Er is niets bewaard.", "Prees een aanslag.")
			b.site.As(b.Mayor).Get("/list").Says("Geen voorstellen.")
		})
		t.Run("she looks at it first, and can go back to change it", func(t *testing.T) {
			whole(e.send(path+"/tell", path+"/tell", doing(story(), "check")).Is(http.StatusOK)).Says("Klopt dit?", "Prees een aanslag.", "minderjarig", `value="send"`).Never("<textarea")
			whole(e.send(path+"/tell", path+"/tell", doing(story(), "edit")).Is(http.StatusOK)).Says(">Prees een aanslag.</textarea>")
		})
		var form url.Values
		t.Run("it is sent, and the page says what comes", func(t *testing.T) {
			form = doing(story(), "send")
			form.Set("token", e.get(path+"/tell").Token())
			if p := e.press(path+"/tell", form).Is(http.StatusSeeOther); p.To != "/refer-once/sent" {
				t.Errorf("it leads to %q", p.To)
			}
			whole(e.get("/refer-once/sent").Is(http.StatusOK)).Says("Verstuurd", "de burgemeester en wie de lijst beheert", "antwoord in een gesprek", "22 februari 2027").Never("Verbeke")
		})
		t.Run("the same press leads to the same page, and makes no second one", func(t *testing.T) {
			if p := e.press(path+"/tell", form).Is(http.StatusSeeOther); p.To != "/refer-once/sent" {
				t.Errorf("it leads to %q", p.To)
			}
			if n := b.Count(`SELECT count(*) FROM referral WHERE livc = $1`, b.Livc); n != 1 {
				t.Errorf("there are %d", n)
			}
		})
		t.Run("she cannot read it back, and a second tab gives her her words", func(t *testing.T) {
			if p := e.get(path + "/tell").Is(http.StatusSeeOther); p.To != path {
				t.Errorf("it leads to %q", p.To)
			}
			e.send(path, path, url.Values{"code": {code}}).Is(http.StatusUnprocessableEntity)
			form.Set("token", e.get(path).Token())
			form.Set("fact_1", "In het andere venster.")
			whole(e.press(path+"/tell", form).Is(http.StatusNotFound)).Says("Deze link geldt niet meer", "In het andere venster.", "nergens bewaard")
		})
		t.Run("the list holders find it, with how to answer; the desk sees that the link was used", func(t *testing.T) {
			b.nele.Get("/referral-links").Says("gebruikt")
			list := b.site.As(b.Mayor)
			refs := regexp.MustCompile(`/referrals/[a-z0-9]+`).FindString(list.Get("/list").Body)
			if refs == "" {
				var id string
				b.Must(db.Pools()[0].QueryRow(`SELECT id FROM referral WHERE livc = '` + string(b.Livc) + `'`).Scan(&id))
				refs = "/referrals/" + id
			}
			list.Get(refs).Is(http.StatusOK).Says("Verbeke", "Els Wouters, Sint-Jozef, 0470 11 22 33", "zelf gezien of gehoord")
			b.site.As(b.CLB).Get(refs).Is(http.StatusNotFound)
		})
	})
}

// proves R4.1-h, R4.1-i
func TestTheDeskMakesLinksAfterSpeakingOnly(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele := site.As(w.Coordinator)
		t.Run("off until the protocol says otherwise, and the page says so", func(t *testing.T) {
			whole(nele.Get("/referral-links").Is(http.StatusOK)).Says("Schrijven staat hier niet aan", "/listen").Never(`name="spoken"`)
			nele.Send("/referral-links", "/referral-links", forEls()).Is(http.StatusForbidden).Says("Els Wouters")
		})
		b := newByLink(t, storetest.SQLite(t))
		t.Run("a calm start, and everything typed comes back", func(t *testing.T) {
			whole(b.nele.Get("/referral-links").Is(http.StatusOK)).Says("Er wacht geen link.")
			v := forEls()
			v.Del("spoken")
			whole(b.nele.Send("/referral-links", "/referral-links", v).Is(http.StatusUnprocessableEntity)).Says("Spreek eerst met elkaar.", `value="Els Wouters"`)
		})
		t.Run("one press makes one link; a second press shows no code", func(t *testing.T) {
			_, again := b.nele.SendTwice("/referral-links", "/referral-links", forEls())
			if again.Status != http.StatusSeeOther || b.Count(`SELECT count(*) FROM referral_link`) != 1 {
				t.Errorf("the second press answers %d", again.Status)
			}
		})
		t.Run("it is taken back with one press", func(t *testing.T) {
			at := regexp.MustCompile(`/referral-links/[a-z0-9]+/take-back`).FindString(b.nele.Get("/referral-links").Body)
			b.site.As(b.CLB).Send("/refer", at, nil).Is(http.StatusNotFound)
			b.nele.Send("/referral-links", at, nil).Is(http.StatusSeeOther)
			b.nele.Get("/referral-links").Says("Er wacht geen link.")
			b.nele.Send("/referral-links", at, nil).Is(http.StatusNotFound)
		})
		t.Run("a participant finds no such page", func(t *testing.T) {
			b.site.As(b.CLB).Get("/referral-links").Is(http.StatusNotFound)
			b.site.As(b.CLB).Send("/refer", "/referral-links", forEls()).Is(http.StatusNotFound)
		})
	})
}

var (
	anyToken = regexp.MustCompile(`name="token" value="[^"]*"`)
	anyLink  = regexp.MustCompile(`/refer-once/[a-z0-9]+`)
)

// same is a page without what differs by chance: the token and the link itself, which keep their length.
func same(p webtest.Page) string {
	return anyLink.ReplaceAllString(anyToken.ReplaceAllString(p.Body, ""), "")
}

func TestW7_EveryLinkThatOpensNothingIsOnePage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		b := newByLink(t, db)
		links := map[string]string{"unknown": "/refer-once/" + string(b.ID())}
		used, code := b.made()
		links["used"] = used
		e := b.els()
		e.opens(used, code)
		e.send(used+"/tell", used+"/tell", doing(story(), "send")).Is(http.StatusSeeOther)
		links["wrong"], _ = b.made()
		links["void"], _ = b.made()
		b.Exec(`UPDATE referral_link SET tries = 5 WHERE livc = '0' AND for_livc = $1 AND id = $2`, b.Livc, strings.TrimPrefix(links["void"], "/refer-once/"))
		links["late"], _ = b.made()
		b.Exec(`UPDATE referral_link SET until_at = 1 WHERE livc = '0' AND for_livc = $1 AND id = $2`, b.Livc, strings.TrimPrefix(links["late"], "/refer-once/"))
		page, answer, form, size := "", "", "", map[int]bool{}
		for name, path := range links {
			nobody := b.els()
			first := nobody.get(path).Is(http.StatusOK)
			guess := nobody.send(path, path, url.Values{"code": {"000000"}}).Is(http.StatusUnprocessableEntity)
			size[len(guess.Body)] = true
			v := doing(story(), "send")
			v.Set("token", first.Token())
			tried := nobody.press(path+"/tell", v).Is(http.StatusNotFound)
			if nobody.get(path+"/tell").To != path {
				t.Errorf("%s: its form leads elsewhere", name)
			}
			if page == "" {
				page, answer, form = same(first), same(guess), same(tried)
			}
			if same(first) != page || same(guess) != answer || same(tried) != form {
				t.Errorf("a link that is %s answers otherwise", name)
			}
		}
		if len(size) != 1 {
			t.Errorf("the sizes are %v", size)
		}
		b.els().get("/refer-once/nothing").Is(http.StatusNotFound)
	})
}

// settled 38: one address types ten codes in a quarter of an hour
func TestCodesOfLinksAreLimitedPerAddress(t *testing.T) {
	b := newByLink(t, storetest.SQLite(t))
	e := b.els()
	for range 10 {
		path := "/refer-once/" + string(b.ID())
		e.send(path, path, url.Values{"code": {"000000"}}).Is(http.StatusUnprocessableEntity)
	}
	path, code := b.made()
	e.send(path, path, url.Values{"code": {code}}).Is(http.StatusTooManyRequests)
}

func TestStoppingKeepsNothingAndTellsNobody(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		b := newByLink(t, db)
		path, code := b.made()
		e := b.els()
		e.opens(path, code)
		before := len(b.Log())
		p := e.send(path+"/tell", path+"/tell", doing(story(), "wipe")).Is(http.StatusSeeOther)
		if p.To != "/refer-once/stopped" || p.Header.Get("Clear-Site-Data") == "" || e.cookie != "__Host-beraad-link=" {
			t.Errorf("it leads to %q and leaves %q", p.To, e.cookie)
		}
		whole(e.get("/refer-once/stopped").Is(http.StatusOK)).Says("Alles is gewist", "Daar volgt niets uit", "Niemand ziet dat je gestopt bent").Never("Verbeke")
		if len(b.Log()) != before+1 { // the page on which it stood
			t.Errorf("%d lines more", len(b.Log())-before)
		}
		b.nele.Get("/referral-links").Says("wacht")
		e.opens(path, code) // she may still tell
	})
}

// What she typed stands readable nowhere but in the answer to her own press; on PostgreSQL package proof looks.
func TestC1_WhatAProfessionalWroteIsKeptNowhereReadable(t *testing.T) {
	db := storetest.SQLite(t)
	b, f := newByLink(t, db), canary.New()
	path, code := b.made()
	e := b.els()
	e.opens(path, code)
	v := story()
	for _, field := range []string{"goes_well", "fact_1", "fact_1_when", "indication", "tried", "asked", "wanted", "child", "first", "last", "town"} {
		v.Set(field, f.Word())
	}
	for _, do := range []string{"check", "edit", "send"} {
		p := e.send(path+"/tell", path+"/tell", doing(v, do))
		if do != "send" && len(f.In("page", []byte(p.Body))) < 11 {
			t.Error("the page holds too little: the test has no teeth")
		}
		for name, values := range p.Header {
			for _, found := range f.In(name, []byte(strings.Join(values, " "))) {
				t.Errorf("the header %s holds %s", name, found.Word)
			}
		}
		if title := regexp.MustCompile(`<title>[^<]*`).FindString(p.Body); len(f.In("title", []byte(title))) > 0 {
			t.Errorf("the title is %q", title)
		}
		if p.Header.Get("Cache-Control") != "no-store" || p.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Error("it may be kept or passed on")
		}
	}
	f.Watch("Els Wouters")
	f.Watch("0470 11 22 33")
	found, err := f.Scan(storetest.Folder(db))
	b.Must(err)
	for _, one := range append(found, f.In("the messages of the program", []byte(b.site.Log.String()))...) {
		t.Errorf("%s stands in %s", one.Word, one.Where)
	}
}
