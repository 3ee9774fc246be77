package signin_test

import (
	"net/http"
	"testing"
	"time"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

const wrongAnswer = "Dit klopt niet. Kijk alles nog eens na."

// proves W1
func TestW1_AMailAddressAloneOpensNothing(t *testing.T) {
	storetest.Each(t, eachW1AMailAddressAloneOpensNothing)
}

func eachW1AMailAddressAloneOpensNothing(t *testing.T, db *store.DB) {
	h := open(t, db)
	p, hat, _ := h.mieke()
	h.later(time.Hour)
	t.Run("the page for who lost the passphrase asks the paper", func(t *testing.T) {
		b := h.browser().Get("/sign-in/recovery").Send("/sign-in/recovery", "mail", p.Mail, "recovery", "").Says(wrongAnswer)
		if b.Status != http.StatusUnprocessableEntity || b.Cookie(page.SessionCookie) != "" {
			t.Fatalf("%d, cookie %q", b.Status, b.Cookie(page.SessionCookie))
		}
	})
	t.Run("a new link and code to the same address give no new keys to the account", func(t *testing.T) {
		_, link, code := h.invited(h.Hat(hat).Organisation, livc.Participant, p.Mail)
		b := h.browser().Get(link).Send(link, "rules", "yes", "code", code).Says("Je hebt al een account")
		if b.Cookie(page.SessionCookie) != "" {
			t.Fatal("the link opened a session")
		}
		b.Get("/network")
		if b.Path == "/network" {
			t.Fatal("the link opened a page")
		}
	})
	t.Run("the paper does, and a new key must be made before anything else", func(t *testing.T) {
		b := h.browser()
		b.Get("/sign-in/recovery").Send("/sign-in/recovery", "mail", p.Mail, "recovery", p.Paper).At("/renew").Says("Maak een nieuwe sleutel")
		b.Get("/network").At("/renew")
		q := p
		b.MakeKeys(&q, h.now)
		b.Get("/network").At("/network").Says("Mieke Smet")
		h.later(time.Hour)
		if got := h.browser().SignIn(p, h.now); got.Path != "/sign-in" {
			t.Error("the old app still signs in")
		}
		if got := h.browser().SignIn(q, h.now); got.Path != "/today" {
			t.Errorf("the new one leads to %s", got.Path)
		}
	})
}

// proves W4
func TestW4_APasskeySignsInWithOrWithoutItsFunction(t *testing.T) {
	storetest.Each(t, eachW4APasskeySignsInWithOrWithoutItsFunction)
}

func eachW4APasskeySignsInWithOrWithoutItsFunction(t *testing.T, db *store.DB) {
	h := open(t, db)
	p, _, b := h.mieke()
	strong, plain := webtest.NewAuthenticator(t, h.origin, true), webtest.NewAuthenticator(t, h.origin, false)
	b.Get("/keys").MakePasskey(strong).At("/keys").Send("/keys").At("/keys")
	b.Get("/keys").MakePasskey(plain).Says("Een sleutel die zegt wie je bent")
	b.Get("/keys").Send("/keys").At("/keys")
	h.later(time.Hour)
	t.Run("with its function it opens the keys at once", func(t *testing.T) {
		h.browser().UsePasskey(strong).At("/today")
	})
	t.Run("without it the passphrase follows, and no code", func(t *testing.T) {
		b := h.browser().UsePasskey(plain).Says("Nu nog je wachtzin")
		shown := hidden(b.Body, "shown")
		b.Send("/sign-in", "shown", shown, "passphrase", p.Passphrase).At("/today")
	})
	t.Run("shown without passphrase it opens nothing, and not a second time", func(t *testing.T) {
		b := h.browser().UsePasskey(plain)
		shown := hidden(b.Body, "shown")
		if b.Get("/network").Path == "/network" {
			t.Fatal("a shown passkey opened a page")
		}
		b.Get("/sign-in").Send("/sign-in", "shown", shown, "passphrase", "een andere lange zin hier").Says(wrongAnswer)
		b.Send("/sign-in", "shown", shown, "passphrase", p.Passphrase).Says("Dit duurde te lang")
	})
	t.Run("another site's passkey is refused", func(t *testing.T) {
		foreign := webtest.NewAuthenticator(t, "https://evil.example", true)
		options, token := h.browser().Get("/sign-in").Ceremony("/sign-in/passkey/options")
		answer, _ := foreign.Sign(options)
		b := h.browser().Get("/sign-in")
		b.Send("/sign-in/passkey", "ceremony", token, "answer", string(answer)).Says(wrongAnswer)
	})
}

// proves W7
func TestW7_UnknownAndWrongAnswerAlike(t *testing.T) {
	storetest.Each(t, eachW7UnknownAndWrongAnswerAlike)
}

func eachW7UnknownAndWrongAnswerAlike(t *testing.T, db *store.DB) {
	h := open(t, db)
	p, _, _ := h.mieke()
	h.later(time.Hour)
	try := func(mail, passphrase, code string) string {
		b := h.browser().Get("/sign-in").Send("/sign-in", "mail", mail, "passphrase", passphrase, "code", code)
		if b.Status != http.StatusUnprocessableEntity {
			t.Fatalf("%d for %s", b.Status, mail)
		}
		return strip(b.Body, mail)
	}
	want := try("niemand@welzijn.example", webtest.GoodPassphrase, "000000")
	for name, got := range map[string]string{
		"a wrong passphrase": try(p.Mail, "een andere lange zin hier", p.Code(h.now)),
		"a wrong code":       try(p.Mail, p.Passphrase, "000000"),
		"both":               try(p.Mail, "een andere lange zin hier", "000000"),
	} {
		if got != want {
			t.Errorf("%s can be told from an unknown account:\n%s\n%s", name, webtest.Text(got), webtest.Text(want))
		}
	}
	recover := func(mail string) string {
		return strip(h.browser().Get("/sign-in/recovery").Send("/sign-in/recovery", "mail", mail, "recovery", "AAAA-AAAA").Body, mail)
	}
	if recover(p.Mail) != recover("niemand@welzijn.example") {
		t.Error("the recovery page knows who has an account")
	}
	t.Run("neither passphrase nor code comes back in the page", func(t *testing.T) {
		b := h.browser().Get("/sign-in").Send("/sign-in", "mail", p.Mail, "passphrase", "geheime-canarie-zin", "code", "987654")
		for _, s := range []string{"geheime-canarie-zin", "987654"} {
			if contains(b.Body, s) {
				t.Errorf("the page says %s", s)
			}
		}
	})
}

// proves settled 38
func TestTooManyAttemptsWaitAndAMeetingDoesNotNotice(t *testing.T) {
	h := open(t, storetest.SQLite(t))
	p, _, inside := h.mieke()
	for range 10 {
		h.browser().Get("/sign-in").Send("/sign-in", "mail", p.Mail, "passphrase", "een andere lange zin hier", "code", "1")
	}
	b := h.browser().Get("/sign-in").Send("/sign-in", "mail", p.Mail, "passphrase", p.Passphrase, "code", p.Code(h.now))
	if b.Status != http.StatusTooManyRequests {
		t.Errorf("the eleventh attempt answers %d", b.Status)
	}
	inside.Get("/network").At("/network").Says("Mieke Smet")
	n := 0
	for _, e := range h.entries(livc.Installation) {
		if e.Action == "refuse_sign_in" {
			n++
		}
	}
	if n != 10 {
		t.Errorf("%d leaves of refusals for ten attempts", n)
	}
}
