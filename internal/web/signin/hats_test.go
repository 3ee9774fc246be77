package signin_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// proves architecture 1, settled 20
func TestAPersonWithTwoHats(t *testing.T) {
	h := open(t, storetest.SQLite(t))
	p, first, b := h.mieke()
	second, link, code := h.invited(h.Municipality.Organisation, livc.Coordinator, p.Mail)
	t.Run("the second one is joined from an open session, with link and code", func(t *testing.T) {
		b.Get(link).Send(link, "rules", "yes", "code", code).At("/hats").Says("Welzijnsschakel", "stad Demerrode")
	})
	t.Run("signing in asks in which capacity one works", func(t *testing.T) {
		h.later(time.Minute)
		b = h.browser().SignIn(p, h.now).At("/hats")
		if contains(b.Body, "⟦") {
			t.Error("a text is missing on the page")
		}
		b.Send("/hats").At("/hats").Says("Kies één hoedanigheid.")
		b.Send("/hats", "hat", string(h.Livc)+"."+string(first)).At("/today")
		b.Get("/network").Says("hoedanigheid", "deelnemer")
	})
	t.Run("a form of one hat is refused under the other", func(t *testing.T) {
		b.Get("/network")
		old := b.Form("lang", "nl")
		b.Get("/hats").Send("/hats", "hat", string(h.Livc)+"."+string(second)).At("/waiting")
		h.Must(h.Support.ConfirmPerson(h.Context(), h.Founder, second))
		b.Get("/network/partner").At("/network/partner")
		old.Set("name", "X")
		old.Set("category", "cgg")
		if got := b.Once(b.Request(http.MethodPost, "/network/partner", old)).Status; got != http.StatusConflict {
			t.Fatalf("it answers %d", got)
		}
	})
	t.Run("another person's hat does not exist", func(t *testing.T) {
		b.Get("/hats").Send("/hats", "hat", string(h.Livc)+"."+string(h.Mayor.Hat))
		if b.Status != http.StatusNotFound {
			t.Fatalf("it answers %d", b.Status)
		}
	})
	t.Run("somebody else's link is refused", func(t *testing.T) {
		_, link, code := h.invited(h.Organisation["CLB"], livc.Participant, "iemand@clb.example")
		other := h.browser()
		q := webtest.Someone{Mail: "iemand@clb.example"}
		other.Enrol(&q, link, code, h.now)
		_, link, code = h.invited(h.Municipality.Organisation, livc.DPO, q.Mail)
		b.Get(link).Send(link, "rules", "yes", "code", code)
		if b.Status != http.StatusForbidden {
			t.Fatalf("it answers %d: %s", b.Status, webtest.Text(b.Body))
		}
	})
}

// held finds the keys that the page lists.
var held = regexp.MustCompile(`name="key" value="([^"]+)"`)

// standsAt finds the page that a form names as its own.
var standsAt = regexp.MustCompile(`action="/keys/remove"[^§]*?name="page" value="([^"]+)"`)

// proves settled 21
func TestStepUp(t *testing.T) {
	h := open(t, storetest.SQLite(t))
	p, _, b := h.mieke()
	h.later(6 * time.Minute)
	t.Run("a weighty page asks to unlock again, and leads back", func(t *testing.T) {
		b.Get("/keys").At("/step-up").Says("Bevestig dat jij het bent")
		b.Send("/step-up?to="+url.QueryEscape("/keys"), "passphrase", "een andere lange zin hier", "code", p.Code(h.now)).Says(wrongAnswer)
		b.Send("/step-up?to="+url.QueryEscape("/keys"), "passphrase", p.Passphrase, "code", p.Code(h.now)).At("/keys").Says("Mijn sleutels", "wachtzin")
	})
	t.Run("a form that was on its way comes back, filled, on the page where it stood", func(t *testing.T) {
		b.Get("/keys").At("/keys")
		page := standsAt.FindStringSubmatch(b.Body)
		if page == nil {
			t.Fatalf("no form says where it stands: %s", b.Body)
		}
		h.later(6 * time.Minute)
		b.Send("/keys/remove", "page", page[1], "key", "paper").At("/step-up")
		b.Send("/step-up?to="+url.QueryEscape("/again"), "passphrase", p.Passphrase, "code", p.Code(h.now)).At("/keys").Says("Mijn sleutels")
	})
	t.Run("the way back stays inside this site", func(t *testing.T) {
		for _, to := range []string{"https://evil.example", "//evil.example", `/\evil.example`} {
			h.later(6 * time.Minute)
			b.Get("/step-up")
			b.Once(b.Request(http.MethodPost, "/step-up?to="+url.QueryEscape(to), b.Form("passphrase", p.Passphrase, "code", p.Code(h.now))))
			if got := b.Header.Get("Location"); got != "/today" {
				t.Errorf("%s leads to %q", to, got)
			}
		}
	})
	t.Run("no key is taken away so that too few are left", func(t *testing.T) {
		b.Get("/keys").At("/keys")
		all := held.FindAllStringSubmatch(b.Body, -1)
		if len(all) != 3 {
			t.Fatalf("%d keys are shown", len(all))
		}
		for _, key := range all {
			b.Get("/keys").Send("/keys/remove", "key", key[1])
			if b.Status != http.StatusUnprocessableEntity || len(held.FindAllString(b.Body, -1)) != 3 {
				t.Errorf("it answers %d: %s", b.Status, webtest.Text(b.Body))
			}
		}
	})
}

// proves W7: what one chooses on a public page is a look, and no way to somebody else's page
func TestPreference(t *testing.T) {
	h := open(t, storetest.SQLite(t))
	b := h.browser()
	b.Get("/sign-in").Send("/preference", "lang", "en", "back", "/sign-in").At("/sign-in").Says("Sign in", `lang="en"`)
	b.Send("/preference", "theme", "dark", "back", "/sign-in").Says(`data-theme="dark"`, "Sign in")
	b.Once(b.Request(http.MethodPost, "/preference", url.Values{"lang": {"xx"}, "theme": {`"><b>`}, "back": {"//evil.example"}}))
	if to := b.Header.Get("Location"); to != "/today" {
		t.Errorf("it leads to %q", to)
	}
	if b.Get("/sign-in"); strings.Contains(b.Body, "<b>") || !strings.Contains(b.Body, `lang="en"`) {
		t.Error("a wrong choice was taken")
	}
}
