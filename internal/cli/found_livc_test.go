package cli_test

import (
	"net/http"
	"strings"
	"testing"

	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// rodebeek founds a second LIVC R in the house, with somebody as its founder.
func (w *whole) rodebeek(t *testing.T, name, mail string) (link, code string) {
	t.Helper()
	link, code, err := w.Begin(t.Context(), support.Founding{Name: "LIVC R Rodebeek", PoliceZone: "politiezone Beek",
		Municipalities: []support.NewMunicipality{{Name: "Rodebeek", Region: livc.Flanders}},
		Founder:        livc.NewContact(name), FounderMail: livc.NewContact(mail)})
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(link, w.Config.Origin), code
}

// proves architecture 1, settled 2, settled 20: two LIVC R's in one installation share the person's sign-in,
// and nothing else
func TestTwoLivcRsShareThePersonsSignInOnly(t *testing.T) {
	w := build(t)
	b := w.browser
	b.Get("/network").Says("Demerrode", "politiezone Demer")
	own := organisation.FindStringSubmatch(b.Get("/people/new").Body)[1]
	b.Send("/people/new", "organisation", own, "function", "mayor", "name", "Karim Haddad", "mail", "karim@demerrode.example",
		"speaks_for", "organisation", "mandate", "zit voor", "secrecy", "official", "confirmed", "yes")
	karim := b.Path
	link, code := w.rodebeek(t, "Stijn Wouters", "stijn@demerrode.example")
	t.Run("who is not signed in hears that there is an account, after the right code and not before", func(t *testing.T) {
		o := w.other(t)
		if o.Get(link); strings.Contains(webtest.Text(o.Body), "Stijn") {
			t.Error("the link says whose it is")
		}
		o.Send(link, "rules", "yes", "code", code).Says("Meld je aan en open deze link daarna opnieuw.")
	})
	t.Run("who is signed in puts on the second hat, and is the first of its organisation", func(t *testing.T) {
		b.Get(link).Send(link, "rules", "yes", "code", code).At("/hats").Says("LIVC R Demerrode", "LIVC R Rodebeek")
		b.Send("/hats", "hat", hatIn(t, b, "LIVC R Rodebeek")).At("/waiting").Says("Acht woorden")
		b.Get("/today").Says("Rodebeek")
	})
	t.Run("under it, nothing of the first LIVC R exists", func(t *testing.T) {
		b.Get("/network").Says("Rodebeek", "politiezone Beek")
		for _, text := range []string{"Demerrode", "Haddad", "politiezone Demer"} {
			if strings.Contains(b.Get("/network").Body+b.Get("/people/new").Body, text) {
				t.Errorf("the pages of Rodebeek say %s", text)
			}
		}
		for _, path := range []string{karim, karim + "/invite"} {
			if b.Get(path).Status != http.StatusNotFound {
				t.Errorf("%s answers %d", path, b.Status)
			}
		}
		b.Get("/people/new").Send("/people/new", "organisation", own, "function", "participant", "name", "X", "speaks_for", "self",
			"mandate", "x", "secrecy", "official", "confirmed", "yes")
		if b.Status != http.StatusNotFound {
			t.Errorf("entering somebody in an organisation of the other LIVC R answers %d", b.Status)
		}
	})
	t.Run("under the first hat, nothing of the second exists", func(t *testing.T) {
		b.Get("/hats").Send("/hats", "hat", hatIn(t, b, "LIVC R Demerrode")).At("/today")
		b.Get("/network").Says("politiezone Demer")
		if strings.Contains(b.Body, "Rodebeek") || b.Get(karim).Status != http.StatusOK {
			t.Errorf("%d: %s", b.Status, webtest.Text(b.Body))
		}
	})
	t.Run("somebody of Rodebeek alone never sees Demerrode", func(t *testing.T) {
		link, code := w.rodebeek(t, "Mia Peeters", "mia@rodebeek.example")
		p := webtest.Someone{Mail: "mia@rodebeek.example"}
		mia := w.other(t).Enrol(&p, link, code, w.Clock.Wall()).At("/waiting")
		for _, path := range []string{"/today", "/network", "/hats"} {
			if strings.Contains(mia.Get(path).Body, "Demerrode") {
				t.Errorf("%s says Demerrode", path)
			}
		}
		if mia.Get(karim).Status != http.StatusNotFound {
			t.Errorf("%d", mia.Status)
		}
	})
}

// proves settled 19: a founder who enrolled is no waiting founder any more
func TestTheDoorOpensAgainForAFounderWithoutKeys(t *testing.T) {
	w := build(t)
	list, err := w.DB.LivcRs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Support.FounderWaiting(t.Context(), list[0]); livc.KindOf(err) != livc.ConflictKind {
		t.Errorf("a founder with keys still waits: %v", err)
	}
	w.rodebeek(t, "Mia Peeters", "mia@rodebeek.example")
	list, err = w.DB.LivcRs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range list {
		if x, err := w.Support.FounderWaiting(t.Context(), id); err == nil && x.Municipality == "Rodebeek" && x.Hat.Name.Reveal() == "Mia Peeters" {
			return
		}
	}
	t.Error("the founder who did not enrol does not wait")
}

// hatIn finds the hat of a LIVC R on the page of hats.
func hatIn(t *testing.T, b *webtest.Browser, livcName string) string {
	t.Helper()
	before, _, ok := strings.Cut(b.Body, livcName)
	i := strings.LastIndex(before, `value="`)
	if !ok || i < 0 {
		t.Fatalf("no hat in %s: %s", livcName, webtest.Text(b.Body))
	}
	value, _, _ := strings.Cut(before[i+len(`value="`):], `"`)
	return value
}
