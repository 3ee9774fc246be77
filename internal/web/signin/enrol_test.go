package signin_test

import (
	"testing"
	"time"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// proves R6.2-v, W6
func TestEnrolAndSignIn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := open(t, db)
		p, miekesHat, b := h.mieke()
		t.Run("the first of an organisation sees eight words for the wall and keeps the list", func(t *testing.T) {
			b.Says("Jij bevestigt wie erbij mag", "Acht woorden")
			b.Get("/network").Says("Mieke Smet", "Welzijnsschakel")
		})
		t.Run("signing in the next day leads straight to the work", func(t *testing.T) {
			h.later(24 * time.Hour)
			b := h.browser().SignIn(p, h.now)
			if b.Path != "/today" {
				t.Fatalf("at %s: %s", b.Path, webtest.Text(b.Body))
			}
			b.Get("/network").Says("Mieke Smet", "namens", "Welzijnsschakel", "deelnemer")
		})
		t.Run("a colleague enrols, waits, and sees nothing before he is confirmed", func(t *testing.T) {
			q := webtest.Someone{Mail: "wim@welzijn.example"}
			mieke := h.Hat(miekesHat)
			hat, link, code := h.invited(mieke.Organisation, livc.Participant, q.Mail)
			c := h.browser()
			c.Enrol(&q, link, code, h.now).At("/waiting").Says("Je wacht op bevestiging")
			c.Get("/network").At("/waiting")
			if got := h.Hat(hat).State; got != "enrolled" {
				t.Fatalf("the hat is %s", got)
			}
		})
		t.Run("the installation's own log has a leaf for each step", func(t *testing.T) {
			seen := map[string]int{}
			for _, e := range h.entries(livc.Installation) {
				seen[e.Action]++
			}
			if seen["enrol"] != 2 || seen["sign_in"] != 1 || seen["guess_code"] != 2 {
				t.Fatalf("leaves: %v", seen)
			}
		})
	})
}

// proves R0.0-a, R2.5.3-l, R6.2-u
func TestWhoEnrolsConfirmsTheRulesAndTheDayStandsOnTheCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := open(t, db)
		p := webtest.Someone{Mail: "an@clb.example"}
		hat, link, code := h.invited(h.Organisation["CLB"], livc.Participant, p.Mail)
		b := h.browser()
		t.Run("the page says what it is for, and which rules hold", func(t *testing.T) {
			b.Get("/sign-in").Says("om terrorisme te voorkomen")
			b.Get(link).Says("om terrorisme te voorkomen", "Wat aan tafel gezegd wordt, blijft daar.", "laat een spoor")
		})
		t.Run("without the rules the code is not even tried", func(t *testing.T) {
			for range 6 {
				b.Get(link).Send(link, "code", "AAAA-AAAA").Says("Lees de regels en vink aan dat je ze kent.")
			}
			if got := h.Hat(hat).PrivacyKnown; got != "" {
				t.Fatalf("the rules were known on %s before anybody enrolled", got)
			}
		})
		t.Run("who enrols knew them on that day", func(t *testing.T) {
			b.Enrol(&p, link, code, h.now)
			if got := h.Hat(hat); got.PrivacyKnown != livc.DayOf(h.Clock.Civil()) || got.State == "entered" {
				t.Errorf("the card says %q, and the hat is %s", got.PrivacyKnown, got.State)
			}
		})
	})
}

// proves settled 38
func TestEnrolmentCode(t *testing.T) {
	h := open(t, storetest.SQLite(t))
	_, link, code := h.invited(h.Organisation["CLB"], livc.Participant, "an@clb.example")
	b := h.browser()
	t.Run("a wrong code is told, and is counted", func(t *testing.T) {
		b.Get(link).Send(link, "rules", "yes", "code", "AAAA-AAAA").Says("Deze code klopt niet")
	})
	t.Run("after five wrong codes the right one is refused like a link that never was", func(t *testing.T) {
		for range 4 {
			b.Get(link).Send(link, "rules", "yes", "code", "AAAA-AAAA")
		}
		void := b.Get(link).Send(link, "rules", "yes", "code", code).Says("Deze link werkt niet meer").Body
		b.Get("/enrol/" + string(h.ID()))
		other := b.Send(b.Path, "rules", "yes", "code", code).Body
		if strip(void) != strip(other) {
			t.Error("a void link differs from one that never was")
		}
	})
}
