package contact_test

import (
	"net/http"
	"strings"
	"testing"

	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/contact"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// proves R0.0-a, R0.4-c, R4.1.2-b
func TestAnybodyCanReadWhereToGoAndLeavesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		book := store.NewIdentity(db, w.Gate.Service, w.Gate.Base(livc.Installation))
		nobody := webtest.New(w, contact.Routes(book)).Nobody()
		at := "/contact/" + string(w.Livc)
		t.Run("before the municipality wrote it, one is sent to the town hall", func(t *testing.T) {
			nobody.Get(at).Is(http.StatusOK).Says("stad Demerrode", "Bel het stadhuis of het gemeentehuis.")
		})
		w.Must(w.Support.SetContactPoint(w.Context(), w.Coordinator, support.ContactPoint{Service: "Dienst preventie", Phone: "013 / 12.34.56", Mail: "preventie@demerrode.example",
			Address: "Grote Markt 1", Hours: "werkdagen van 9 tot 16 uur"}))
		leaves := len(w.Log())
		t.Run("it says what the LIVC R is for, whom to call, and that danger does not wait", func(t *testing.T) {
			for _, path := range []string{"/contact", at} {
				nobody.Get(path).Is(http.StatusOK).Says("om terrorisme te voorkomen", "Dienst preventie", `href="tel:013123456"`, "Grote Markt 1", "preventie@demerrode.example",
					`href="tel:112"`, `href="tel:101"`, "Wacht niet op dit overleg.", "Je hoeft geen naam te noemen")
			}
		})
		t.Run("there is no form, no field, and no name of anybody who works here", func(t *testing.T) {
			body := nobody.Get(at).Body
			main := body[strings.Index(body, "<main"):strings.Index(body, "</main>")]
			for _, bad := range []string{"<form", "<input", "<textarea", "<select", "mailto:"} {
				if strings.Contains(main, bad) {
					t.Errorf("the page holds %s", bad)
				}
			}
			nobody.Get(at).Never("Nele", "Baert", "Karim", "Haddad", "Sofie")
			if got := nobody.Raw(http.MethodPost, at, nil, nil).Status; got != http.StatusMethodNotAllowed && got != http.StatusNotFound {
				t.Errorf("a form is answered %d", got)
			}
		})
		t.Run("who looks leaves no line in the log", func(t *testing.T) {
			if n := len(w.Log()); n != leaves {
				t.Errorf("%d new leaves", n-leaves)
			}
		})
		t.Run("a LIVC R that does not exist is not there", func(t *testing.T) {
			nobody.Get("/contact/" + string(w.ID())).Is(http.StatusNotFound)
			nobody.Get("/contact/x").Is(http.StatusNotFound)
		})
		t.Run("where there are more, one chooses", func(t *testing.T) {
			other := w.ID()
			_, err := w.Support.FoundLivc(w.Context(), other, support.Founding{Name: "LIVC R Elders", Municipalities: []support.NewMunicipality{{Name: "gemeente Elders", Region: livc.Flanders}},
				PoliceZone: "politiezone", Founder: livc.NewContact("An Smet"), FounderMail: livc.NewContact("an@elders.example")})
			w.Must(err)
			nobody.Get("/contact").Says("LIVC R Elders", "/contact/"+string(other), at).Never("Dienst preventie", "An Smet")
			nobody.Get("/contact/"+string(other)).Says("gemeente Elders").Never("Dienst preventie", "An Smet")
		})
	})
}
