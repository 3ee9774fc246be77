package support_test

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	step "beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/support"
	"beraad.eu/internal/web/today"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// door stands for sign-in: it gives a fixed code.
type door struct{}

func (door) Invite(context.Context, *deed.Tx, step.Hat) (string, error) { return "kiezel 42", nil }

func siteOf(w *storetest.Town) *webtest.Site {
	w.Support.Inviter = door{}
	return webtest.New(w, append(support.Routes(w.Support), today.Routes(w.Support, support.Today(w.Support), support.Reminders(w.Support))...))
}

func ilse(organisation livc.ID) url.Values {
	return url.Values{"organisation": {string(organisation)}, "function": {"participant"}, "name": {"Ilse Peeters"}, "mail": {"ilse@clb.example"},
		"speaks_for": {"organisation"}, "mandate": {"beslist voor de dienst"}, "secrecy": {"professional"}, "confirmed": {"yes"}}
}

// proves R2.3-f, R2.3.3-e, R2.5.1-a, R2.5.1-g, R2.5.3-e, R6.2-u, R1.1-h
func TestPeople(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele, mayor, clb := site.As(w.Coordinator), site.As(w.Mayor), site.As(w.CLB)
		var card string

		t.Run("a person is entered and gets a role card without a name in its address", func(t *testing.T) {
			card = nele.Send("/people/new", "/people/new", ilse(w.Organisation["CLB"])).Is(http.StatusSeeOther).To
			nele.Get(card).Is(http.StatusOK).Says("Ilse Peeters", "beslist voor de dienst", "Beroepsgeheim", "Geheim van de tafel", "ilse@clb.example")
			if strings.Contains(strings.ToLower(card), "ilse") {
				t.Errorf("the address is %s", card)
			}
		})
		t.Run("the window never bears the name", func(t *testing.T) {
			body := nele.Get(card).Body
			title := body[strings.Index(body, "<title>"):strings.Index(body, "</title>")]
			if strings.Contains(title, "Ilse") {
				t.Errorf("the window says %s", title)
			}
		})
		t.Run("another service reads the card without mail address and without buttons", func(t *testing.T) {
			site.As(w.OCMW).Get(card).Is(http.StatusOK).Says("Ilse Peeters").Never("/remove", "/invite", "ilse@clb.example")
		})
		t.Run("what is missing comes back at its field and the rest is kept", func(t *testing.T) {
			in := ilse(w.Organisation["CLB"])
			in.Del("confirmed")
			in.Del("mandate")
			nele.Send("/people/new", "/people/new", in).Is(http.StatusUnprocessableEntity).Says("Ilse Peeters", `id="confirmed-error"`, `id="mandate-error"`)
		})
		t.Run("the card is changed on a page of its own, and what is wrong comes back with the rest", func(t *testing.T) {
			in := url.Values{"mandate": {"deelt voor het CLB"}, "mandate_from": {"2026-11-24"}, "mandate_until": {"2026-11-01"}, "speaks_for": {"self"},
				"secrecy": {"professional"}, "confirmed": {"yes"}, "privacy_known": {"2026-11-20"}, "mail": {"ilse@clb.example"}}
			nele.Get(card+"/edit").Is(http.StatusOK).Says("beslist voor de dienst", "ilse@clb.example", "Ilse Peeters")
			nele.Send(card+"/edit", card+"/edit", in).Is(http.StatusUnprocessableEntity).Says("Kies een laatste dag na de eerste.", "deelt voor het CLB")
			in.Set("mandate_until", "2027-11-23")
			nele.Send(card+"/edit", card+"/edit", in).Is(http.StatusSeeOther)
			nele.Get(card).Says("deelt voor het CLB", "van 24 november 2026 tot en met 23 november 2027", "20 november 2026", "voor zichzelf", card+"/edit")
			site.As(w.OCMW).Get(card).Says("deelt voor het CLB").Never("20 november 2026", "/edit")
			clb.Get(card + "/edit").Is(http.StatusNotFound)
		})
		t.Run("a participant enters nobody", func(t *testing.T) {
			clb.Send("/people/new", "/people/new", ilse(w.Organisation["CLB"])).Is(http.StatusNotFound)
		})
		t.Run("an invitation shows the code once", func(t *testing.T) {
			nele.Send(card+"/invite", card+"/invite", nil).Is(http.StatusOK).Says("kiezel 42")
			nele.Get(card).Never("kiezel 42")
		})
		t.Run("the mayor takes the list back from the coordinator, who then finds it closed", func(t *testing.T) {
			at := "/people/" + string(w.Coordinator.Hat)
			mayor.Get(at).Says("Aangesteld voor de lijst op")
			mayor.Send(at+"/revoke", at+"/revoke", nil).Is(http.StatusSeeOther)
			mayor.Get(at).Never("Aangesteld voor de lijst op")
			mayor.Send(at+"/appoint", at+"/appoint", nil).Is(http.StatusSeeOther)
			nele.Send(at+"/appoint", at+"/appoint", nil).Is(http.StatusNotFound)
			clb.Send(at+"/revoke", at+"/revoke", nil).Is(http.StatusNotFound)
		})
		t.Run("removing tells what follows and closes the door", func(t *testing.T) {
			at := "/people/" + string(w.Officer.Hat)
			site.As(w.Founder).Send(at+"/remove", at+"/remove", nil).Is(http.StatusNotFound)
			mayorHat := "/people/" + string(w.Representative.Hat)
			founder := site.As(w.Founder)
			founder.Get(mayorHat + "/remove").Says("De geheimhouding blijft gelden")
			founder.Send(mayorHat+"/remove", mayorHat+"/remove", nil).Is(http.StatusSeeOther)
			site.As(w.Representative).Get("/network").Is(http.StatusNotFound)
			nele.Get(mayorHat).Is(http.StatusNotFound)
		})
	})
}

// proves R6.2-v, C7
func TestConfirmPersonAndKeys(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		hat, err := w.Support.EnterPerson(t.Context(), w.Founder, step.EnterPerson{Organisation: w.Municipality.Organisation, Function: livc.Representative,
			Name: livc.NewContact("Wim De Smet"), Mail: livc.NewContact("wim@demerrode.example"), SpeaksFor: "organisation", Mandate: step.Mandate{Text: "zit voor"},
			Secrecy: []livc.Secrecy{livc.OfficialSecrecy}, Confirmed: true})
		w.Must(err)
		wim := storetest.Enrol(w, hat, w.Municipality.Organisation, livc.Representative, w.ID())
		n, err := w.Support.Network(t.Context(), w.Mayor)
		w.Must(err)
		m := n.Municipalities[0]
		founder, mayor, at := site.As(w.Founder), site.As(w.Mayor), "/people/"+string(hat)

		t.Run("who keeps the list of authorised persons sees the eight words; nobody else does", func(t *testing.T) {
			founder.Get("/today").Says("Wim De Smet wacht op bevestiging")
			founder.Get(at+"/confirm").Is(http.StatusOK).Says("De acht woorden kloppen", "four-words")
			mayor.Get(at + "/confirm").Is(http.StatusNotFound)
		})
		t.Run("who was appointed before the confirmation waits for a key, and reads who can give it", func(t *testing.T) {
			w.Must(w.Support.AppointForList(t.Context(), w.Mayor, hat))
			founder.Send(at+"/confirm", at+"/confirm", nil).Is(http.StatusSeeOther)
			site.As(wim).Get("/waiting-keys").Is(http.StatusOK).Says("lijst van de casussen", "Karim Haddad")
			site.As(wim).Get("/today").Says("Te geven door")
		})
		t.Run("a holder gives the key with one press, and nobody waits any more", func(t *testing.T) {
			mayor.Get("/today").Says("wachten op een sleutel van jou")
			for _, c := range []livc.ID{m.List, m.Office, m.Intake} {
				mayor.Send("/waiting-keys", "/waiting-keys", url.Values{"container": {string(c)}, "hat": {string(hat)}}).Is(http.StatusSeeOther)
			}
			mayor.Get("/waiting-keys").Says("Niemand wacht op een sleutel.")
			site.As(wim).Get("/waiting-keys").Says("Niemand wacht op een sleutel.")
		})
		t.Run("only what was asked can be given", func(t *testing.T) {
			mayor.Send("/waiting-keys", "/waiting-keys", url.Values{"container": {string(m.List)}, "hat": {string(w.CLB.Hat)}}).Is(http.StatusConflict)
			site.As(w.CLB).Send("/waiting-keys", "/waiting-keys", url.Values{"container": {string(m.List)}, "hat": {string(w.CLB.Hat)}}).Is(http.StatusNotFound)
		})
	})
}

// proves R1.3-a, R1.3-c, R2.0-a
func TestFoundingAndToday(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele, mayor := site.As(w.Coordinator), site.As(w.Mayor)

		t.Run("the guide says what is done and what is left", func(t *testing.T) {
			nele.Get("/founding").Is(http.StatusOK).Says("Vul de drie zetels in", "Klaar", "Laat het protocol gelden", "Begonnen, er ontbreekt iets")
			site.As(w.CLB).Get("/founding").Is(http.StatusNotFound)
			site.As(w.DPO).Get("/founding").Is(http.StatusNotFound)
		})
		t.Run("an errand leads to the form with the function and the organisation filled in", func(t *testing.T) {
			nele.Get("/people/new?function=dpo").Is(http.StatusOK).
				Says(`value="` + string(w.Municipality.Organisation) + `" selected`)
			if body := nele.Get("/people/new?function=dpo").Body; !regexp.MustCompile(`value="dpo"[^>]* checked`).MatchString(body) {
				t.Error("the function is not filled in")
			}
			if body := nele.Get("/people/new?function=founder").Body; strings.Contains(body, " checked") {
				t.Error("a function that nobody can be entered in is filled in")
			}
		})
		t.Run("an organisation without people offers to enter somebody, to who may", func(t *testing.T) {
			nele.Send("/network/partner", "/network/partner", url.Values{"name": {"VDAB Demer"}, "category": {"vdab"}}).Is(http.StatusSeeOther)
			nele.Get("/network").Says("/people/new?organisation=")
			site.As(w.CLB).Get("/network").Says("Hier is nog niemand ingeschreven.").Never("/people/new?organisation=")
		})
		t.Run("the first page says the day and what waits", func(t *testing.T) {
			mayor.Get("/today").Is(http.StatusOK).Says("Dinsdag 24 november 2026", "Laat het protocol gelden", "Hou één vergadering zonder casus", "Er is nog geen vergadering gepland.")
		})
		t.Run("the first page is calm for who has nothing to do", func(t *testing.T) {
			site.As(w.CLB).Get("/today").Is(http.StatusOK).Says("Er wacht niets op jou.", "Er is niets te doen. Dat is het gewone.")
		})
		t.Run("a list is made once, by the mayor", func(t *testing.T) {
			mayor.Send("/founding/list", "/founding/list", nil).Is(http.StatusConflict)
			nele.Send("/founding/list", "/founding/list", nil).Is(http.StatusNotFound)
		})
		t.Run("only the chair answers whether the coordinator holds the list", func(t *testing.T) {
			nele.Send("/founding/coordinator", "/founding/coordinator", nil).Is(http.StatusNotFound)
			mayor.Get("/founding/coordinator").Says("Ik stel de coördinator aan", "Ik stel de coördinator niet aan", "/people/")
			mayor.Send("/founding/coordinator", "/founding/coordinator", nil).Is(http.StatusSeeOther)
		})
	})
}

// proves R6.2-a, R2.3.5-m, Z8
func TestLogAndOwnFile(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		bart := site.As(w.DPO)

		t.Run("the data protection officer reads roles and deeds, without names", func(t *testing.T) {
			site.As(w.Coordinator).Get("/network")
			site.As(w.CLB).Send("/people/new", "/people/new", ilse(w.Organisation["CLB"]))
			bart.Get("/log").Is(http.StatusOK).Says("netwerk bekeken", "coördinator", "lijst gemaakt", "toegestaan").
				Never("Nele Baert", "Karim Haddad", string(w.Coordinator.Hat), string(w.Livc))
		})
		t.Run("not what another organisation did", func(t *testing.T) {
			bart.Get("/log").Never("deelnemer", "geweigerd")
		})
		t.Run("nobody else reads the log", func(t *testing.T) {
			for _, who := range []deed.By{w.Mayor, w.Coordinator, w.Officer, w.CLB} {
				site.As(who).Get("/log").Is(http.StatusNotFound)
			}
		})
		t.Run("the officer allows own dossiers and takes it back", func(t *testing.T) {
			bart.Get("/network").Says(`href="/own-file"`)
			site.As(w.Mayor).Get("/network").Never(`href="/own-file"`)
			bart.Send("/own-file", "/own-file", url.Values{"switch": {"on"}}).Is(http.StatusSeeOther)
			bart.Get("/own-file").Says("laat eigen dossiers toe")
			bart.Send("/own-file", "/own-file", url.Values{"switch": {"off"}}).Is(http.StatusSeeOther)
			bart.Get("/own-file").Says("laat nu geen eigen dossiers toe")
			site.As(w.Mayor).Send("/own-file", "/own-file", url.Values{"switch": {"on"}}).Is(http.StatusNotFound)
		})
	})
}
