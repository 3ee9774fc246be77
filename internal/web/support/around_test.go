package support_test

import (
	"net/http"
	"net/url"
	"testing"

	step "beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R2.3.4-b, R2.3.5-f
func TestContactsPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele, clb := site.As(w.Coordinator), site.As(w.CLB)
		in := url.Values{"name": {"Gebedshuis De Brug"}, "kind": {"faith_community"}, "dialogue": {"both"}, "person": {"Samira El Idrissi"}, "reach": {"013 11 11 11"}}
		nele.Get("/network").Says("Middenveld en gemeenschappen", "Los van elke casus.", "/network/contacts")
		nele.Get("/network/contacts").Is(http.StatusOK).Says("Nog geen contacten.", "Niemand spreekt alleen voor een hele groep.")
		t.Run("what is missing comes back at its field and the rest is kept", func(t *testing.T) {
			nele.Send("/network/contacts/new", "/network/contacts/new", url.Values{"person": {"Samira El Idrissi"}}).Is(http.StatusUnprocessableEntity).
				Says("Kies welke soort groep dit is.", "Schrijf de naam van de groep.", "Samira El Idrissi")
		})
		nele.Send("/network/contacts/new", "/network/contacts/new", in).Is(http.StatusSeeOther)
		t.Run("the kind of group and the last talk stand there", func(t *testing.T) {
			nele.Get("/network/contacts").Says("Gebedshuis De Brug", "geloofsgemeenschap", "nog niet gesproken", "Samira El Idrissi")
			n, err := w.Support.Network(w.Context(), w.Coordinator)
			w.Must(err)
			nele.Send("/network/contacts", "/network/contacts/talked", url.Values{"contact": {string(n.Contacts[0].ID)}}).Is(http.StatusSeeOther)
			nele.Get("/network/contacts").Says("gesproken op 24 november")
			nele.Send("/network/contacts", "/network/contacts/talked", nil).Is(http.StatusUnprocessableEntity).Says("Kies een contact.", `id="contact-error"`)
			nele.Send("/network/contacts", "/network/contacts/remove", nil).Is(http.StatusUnprocessableEntity).Says(`id="gone-error"`)
		})
		t.Run("a service sees the group, not whom to call, and changes nothing", func(t *testing.T) {
			clb.Get("/network/contacts").Is(http.StatusOK).Says("Gebedshuis De Brug").Never("Samira", "013 11 11 11", "<select", "/network/contacts/new")
			clb.Get("/network/contacts/new").Is(http.StatusNotFound)
		})
		t.Run("it can be chosen for no person and no case", func(t *testing.T) {
			nele.Get("/people/new").Is(http.StatusOK).Never("Gebedshuis De Brug")
		})
	})
}

// proves R2.5.3-l, R6.2-u
func TestTechniciansPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele, bart := site.As(w.Coordinator), site.As(w.DPO)
		nele.Get("/network").Says("/technicians")
		bart.Get("/technicians").Is(http.StatusOK).Says("Nog niemand ingeschreven.").Never("/technicians/new")
		in := url.Values{"name": {"Jan Peeters"}, "firm": {"Intercommunale IT"}, "upkeep": {"hosting"}}
		nele.Send("/technicians/new", "/technicians/new", in).Is(http.StatusUnprocessableEntity).Says("Schrijf op welke dag de geheimhouding bevestigd is.", "Jan Peeters")
		in.Set("acknowledged", "2026-11-20")
		nele.Send("/technicians/new", "/technicians/new", in).Is(http.StatusSeeOther)
		nele.Send("/technicians", "/technicians/remove", nil).Is(http.StatusUnprocessableEntity).Says("Kies wie je weghaalt.")
		bart.Get("/technicians").Says("Jan Peeters", "Intercommunale IT", "bevestigd op 20 november").Never("<select")
		for _, who := range []string{"/technicians", "/technicians/new"} {
			site.As(w.CLB).Get(who).Is(http.StatusNotFound)
			site.As(w.Officer).Get(who).Is(http.StatusNotFound)
		}
	})
}

// proves R0.4-a, R2.3.3-g
func TestStepsPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele, clb := site.As(w.Coordinator), site.As(w.CLB)
		t.Run("everybody sees the cycle; who prepares the table can note a look", func(t *testing.T) {
			clb.Get("/today").Says(`href="/steps"`)
			clb.Get("/steps").Is(http.StatusOK).Says("1. Draagvlak", "7. Nazorg en evaluatie", "De rollen", "opnieuw op 24 november").Never("Wanneer kijken jullie opnieuw?")
			nele.Get("/steps").Says("Wanneer kijken jullie opnieuw?", "/who-sits")
		})
		t.Run("nobody is reminded within the year", func(t *testing.T) { nele.Get("/today").Never("Kijk opnieuw naar") })
		w.Days(366)
		t.Run("after it one quiet line stands on the first page of the desk, and of nobody else", func(t *testing.T) {
			nele.Get("/today").Says("Kijk opnieuw naar 8 stappen")
			clb.Get("/today").Never("Kijk opnieuw naar")
		})
		for _, topic := range step.Topics()[:7] {
			nele.Send("/steps", "/steps", url.Values{"topic": {string(topic)}}).Is(http.StatusSeeOther)
		}
		t.Run("the yearly look at the roles is the last that is left", func(t *testing.T) {
			nele.Get("/today").Says("Kijk opnieuw naar: De rollen")
			nele.Get("/steps").Says("Laatst bekeken op 25 november 2027.", "kijk opnieuw")
			nele.Send("/steps", "/steps", url.Values{"topic": {"roles"}, "next": {"2029-01-01"}}).Is(http.StatusUnprocessableEntity).Says("Kies een dag binnen het jaar, na vandaag.")
			nele.Send("/steps", "/steps", url.Values{"topic": {"roles"}}).Is(http.StatusSeeOther)
			nele.Get("/today").Never("Kijk opnieuw naar")
		})
		clb.Send("/steps", "/steps", url.Values{"topic": {"roles"}}).Is(http.StatusNotFound)
	})
}

// proves R2.3.3-c
func TestWhoSitsPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele := site.As(w.Coordinator)
		nele.Get("/who-sits").Is(http.StatusOK).Says("Er is nog geen casus besproken.")
		c := storetest.ListedCase(w)
		for range 6 {
			w.Discussed(c, w.CLB)
		}
		w.Discussed(c, w.CAW)
		nele.Get("/who-sits").Says("Soort dienst", "minderjarig", "Een streepje is een klein aantal.").Never("Lotte", c.Code, "Verbeke")
		site.As(w.CLB).Get("/who-sits").Is(http.StatusNotFound)
		site.As(w.DPO).Get("/who-sits").Is(http.StatusNotFound)
	})
}

// proves R0.4-c, R4.1.2-b
func TestContactPointPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele := site.As(w.Coordinator)
		nele.Get("/founding").Says("Zeg waar iemand met een zorg terecht kan", "/contact-point")
		nele.Send("/contact-point", "/contact-point", url.Values{"hours": {"van 9 tot 12"}}).Is(http.StatusUnprocessableEntity).
			Says("Schrijf welke dienst je kan bellen.", "Schrijf een nummer of een mailadres van de dienst.", "van 9 tot 12")
		if p := nele.Send("/contact-point", "/contact-point", url.Values{"service": {"Dienst preventie"}, "phone": {"013 00 00 00"}}).Is(http.StatusSeeOther); p.To != "/contact/"+string(w.Livc) {
			t.Errorf("it leads to %s", p.To)
		}
		nele.Get("/contact-point").Says("Dienst preventie", "013 00 00 00")
		site.As(w.CLB).Get("/contact-point").Is(http.StatusNotFound)
		site.As(w.DPO).Get("/contact-point").Is(http.StatusNotFound)
	})
}

// Nobody but the founder and the desk can be asked to fill in a page for the town.
func TestTheFounderWritesTheContactPointToo(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	founder := siteOf(w).As(w.Founder)
	founder.Get("/contact-point").Is(http.StatusOK)
	founder.Send("/contact-point", "/contact-point", url.Values{"service": {"Dienst preventie"}, "mail": {"preventie@demerrode.example"}}).Is(http.StatusSeeOther)
	if c, err := w.Support.ContactPoint(w.Context(), w.Founder); err != nil || c.Shown != livc.DayOf(w.Clock.Civil()) {
		t.Errorf("%v, shown on %q", err, c.Shown)
	}
}
