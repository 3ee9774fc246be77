package support_test

import (
	"slices"
	"testing"

	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R2.3.3-e, R2.5.3-e, R6.2-u, R2.3-f
func TestEditPerson(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()
		today := w.Today()
		card := func() support.EditPerson {
			return support.EditPerson{Hat: w.CLB.Hat, SpeaksFor: "organisation", Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy, livc.TableSecrecy}, Confirmed: true,
				Phone: livc.NewContact("012 34 56 78"), Mandate: support.Mandate{Text: "deelt namens het CLB, beslist niet over geld", From: today, Until: today.Add(0, 6, 0)},
				PrivacyKnown: today.Add(0, 0, -3)}
		}
		t.Run("the desk changes the mandate with its days, and when the rules were told", func(t *testing.T) {
			w.Must(w.Support.EditPerson(ctx, w.Coordinator, card()))
			c, err := w.Support.Person(ctx, w.Coordinator, w.CLB.Hat)
			w.Must(err)
			if c.Mandate != card().Mandate || c.PrivacyKnown != today.Add(0, 0, -3) || c.Phone.Reveal() != "012 34 56 78" || !slices.Equal(c.Secrecy, card().Secrecy) || c.Lapsed {
				t.Errorf("the card says %+v, known on %s", c.Mandate, c.PrivacyKnown)
			}
		})
		t.Run("everybody in the network knows the mandate; who was told what is the municipality's and the own organisation's", func(t *testing.T) {
			c, err := w.Support.Person(ctx, w.OCMW, w.CLB.Hat)
			w.Must(err)
			if c.Mandate.Text == "" || c.Mandate.Until == "" || c.PrivacyKnown != "" || !c.Phone.Empty() {
				t.Errorf("another service reads %+v, known on %q", c.Mandate, c.PrivacyKnown)
			}
		})
		for name, x := range map[string]struct {
			change func(*support.EditPerson)
			key    string
		}{
			"a mandate says what":                         {func(c *support.EditPerson) { c.Mandate.Text = "" }, "law.standing.mandate"},
			"it does not end before it begins":            {func(c *support.EditPerson) { c.Mandate.Until = today.Add(0, 0, -1) }, "edit_person.until"},
			"the person confirms which secrecy binds":     {func(c *support.EditPerson) { c.Confirmed = false }, "law.secrecy.confirm"},
			"somebody always knows of some secrecy":       {func(c *support.EditPerson) { c.Secrecy = nil }, "enter_person.secrecy"},
			"the rules were not told on a day to come":    {func(c *support.EditPerson) { c.PrivacyKnown = today.Add(0, 0, 1) }, "edit_person.privacy_day"},
			"one speaks for the service or for one's own": {func(c *support.EditPerson) { c.SpeaksFor = "the party" }, "enter_person.speaks_for"},
		} {
			t.Run(name, func(t *testing.T) {
				in := card()
				x.change(&in)
				is(t, w.Support.EditPerson(ctx, w.Coordinator, in), livc.InvalidKind, x.key)
			})
		}
		t.Run("not somebody of a service, not the DPO, and nobody who left", func(t *testing.T) {
			is(t, w.Support.EditPerson(ctx, w.CLB, card()), livc.NotFoundKind, "")
			is(t, w.Support.EditPerson(ctx, w.DPO, card()), livc.NotFoundKind, "")
			w.Must(w.Support.RemovePerson(ctx, w.Founder, w.Representative.Hat))
			in := card()
			in.Hat = w.Representative.Hat
			is(t, w.Support.EditPerson(ctx, w.Coordinator, in), livc.NotFoundKind, "")
		})
		t.Run("after its last day the card says that the mandate is over", func(t *testing.T) {
			w.Days(200)
			c, err := w.Support.Person(ctx, w.Coordinator, w.CLB.Hat)
			w.Must(err)
			if !c.Lapsed {
				t.Errorf("on %s a mandate until %s still holds", w.Today(), c.Mandate.Until)
			}
		})
		w.Verify()
	})
}

// proves R2.3.3-e, R2.3.5-c
func TestAMandateHoldsFromItsFirstToItsLastDay(t *testing.T) {
	m := support.Mandate{Text: "beslist", From: "2026-03-01", Until: "2026-03-31"}
	for day, want := range map[livc.Day]bool{"2026-02-28": false, "2026-03-01": true, "2026-03-31": true, "2026-04-01": false} {
		if m.Holds(day) != want {
			t.Errorf("on %s it holds: %v", day, !want)
		}
	}
	if (support.Mandate{From: "2026-01-01"}).Holds("2026-02-01") {
		t.Error("a mandate without words holds")
	}
}
