package processing_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/page"
	web "beraad.eu/internal/web/processing"
	"beraad.eu/internal/web/today"
	"beraad.eu/internal/web/webtest"
)

// signed finds where a signature under an extension goes.
var signed = regexp.MustCompile(`/extensions/[a-z0-9]{26}/[a-z0-9]{26}`)

// routes are the pages of this step, with the first page on which they say what waits.
func routes(s *processing.Service, w *storetest.Town) []page.Route {
	return append(web.Routes(s), today.Routes(w.Support, web.Today(s))...)
}

func TestMain(m *testing.M) { storetest.Main(m) }

// proves R6.2-a, R6.2-b, R6.2-g, R6.2-k, R6.2-m, R6.2-o
func TestOwnDossiersOnTheScreen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		w.Exec(`UPDATE organisation SET own_file = TRUE WHERE livc = $1`, w.Livc)
		c := storetest.ListedCase(w)
		site := webtest.New(w, routes(&processing.Service{Gate: w.Gate, Book: store.Processing{}, Wipe: db.Wipe}, w))
		lotte, ruben, nele := site.As(w.CLB), site.As(w.CAW), site.As(w.Coordinator)
		t.Run("who keeps nothing reads that this is always allowed", func(t *testing.T) {
			lotte.Get("/dossiers").Is(http.StatusOK).Says("Je houdt niets bij.")
			nele.Get("/terms").Is(http.StatusOK).Says(c.Code, "Nog niet besproken.")
		})
		item := w.Discussed(c, w.CLB, w.CAW)
		offer := "/offers/" + string(item)
		here := url.Values{"manner": {"here"}, "own_words": {"Hij komt weer naar de les."}, "decision": {"yes"}, "why": {"Voor mijn begeleiding."}}
		t.Run("nothing is chosen beforehand and is a full answer", func(t *testing.T) {
			ruben.Get(offer).Is(http.StatusOK).Says(`value="none" checked`)
			p := ruben.Send(offer, offer, url.Values{"manner": {"none"}})
			ruben.Get(p.Is(http.StatusSeeOther).To).Is(http.StatusOK).Says("Je keuze is genoteerd").Never(c.Code)
		})
		t.Run("a note without a reason comes back with what was typed", func(t *testing.T) {
			without := url.Values{"manner": {"here"}, "own_words": {"Hij komt weer naar de les."}}
			lotte.Send(offer, offer, without).Is(http.StatusUnprocessableEntity).Says("Schrijf waarom dit nodig is.", "Hij komt weer naar de les.")
		})
		t.Run("somebody who was not there finds nothing", func(t *testing.T) {
			site.As(w.OCMW).Get(offer).Is(http.StatusNotFound)
		})
		lotte.Send(offer, offer, here).Is(http.StatusSeeOther)
		dossier := regexp.MustCompile(`/dossiers/[a-z0-9]{26}`).FindString(lotte.Get("/dossiers").Says("Dossier " + c.Code).Body)
		t.Run("the keeper reads it, with its last day", func(t *testing.T) {
			lotte.Get(dossier).Is(http.StatusOK).Says("Hij komt weer naar de les.", "24 november 2027", "alleen jij")
			lotte.Get(dossier).Says("Waar de gegevens zijn", "CLB Demer", "eigen dossier, hier verzegeld", "Hier beslissen ze zelf wat ze bijhouden.").Never("casusblad, zonder feiten", "in het eigen systeem", "CAW Demer")
		})
		t.Run("no one else knows that it is there", func(t *testing.T) {
			nele.Get(dossier).Is(http.StatusNotFound)
			ruben.Get(dossier).Is(http.StatusNotFound)
		})
		t.Run("the keeper reads who looked and who tried, by function and service, and nobody else does", func(t *testing.T) {
			lotte.Get(dossier+"/looked").Is(http.StatusOK).Says("Wie keek", "jij (deelnemer, CLB Demer)", "deelnemer, CAW Demer", "coördinator, stad Demerrode", "Eigen dossier bekeken", "geweigerd").
				Never("Nele Baert", "Ruben Jacobs", "Hij komt weer naar de les.")
			for _, other := range []*webtest.Person{nele, ruben, site.As(w.DPO)} {
				other.Get(dossier + "/looked").Is(http.StatusNotFound)
			}
		})
		t.Run("a note more, without its reason, comes back", func(t *testing.T) {
			lotte.Send(dossier, dossier, url.Values{"own_words": {"Weer gezien."}}).Is(http.StatusUnprocessableEntity)
			lotte.Send(dossier, dossier, url.Values{"own_words": {"Weer gezien."}, "why": {"Opvolging."}}).Is(http.StatusSeeOther)
			lotte.Get(dossier).Says("Weer gezien.")
		})
		t.Run("an extension without an objective reason comes back", func(t *testing.T) {
			p := lotte.Send(dossier+"/longer", dossier+"/longer", url.Values{"motivation": {"x"}, "link": {"y"}, "until": {"2028-11-24"}})
			p.Is(http.StatusUnprocessableEntity).Says("Kies minstens één objectieve reden.")
		})
		t.Run("written, it waits for somebody else's signature", func(t *testing.T) {
			in := url.Values{"criteria": {string(law.SeriousFacts)}, "motivation": {"x"}, "link": {"y"}, "until": {"2028-11-24"}}
			lotte.Send(dossier+"/longer", dossier+"/longer", in).Is(http.StatusSeeOther)
			lotte.Get(dossier).Says("wacht op een handtekening")
			page := lotte.Get("/extensions").Is(http.StatusOK).Says("24 november 2028").Never(c.Code)
			to := site.LeftOpen(w.CLB).Send("/extensions", signed.FindString(page.Body), nil).Is(http.StatusSeeOther).To
			if !strings.HasPrefix(to, "/step-up") { // settled 21
				t.Errorf("a screen that was left open signs: it leads to %s", to)
			}
		})
		t.Run("the terms are dates, for the municipality", func(t *testing.T) {
			nele.Get("/terms").Is(http.StatusOK).Says(c.Code, "24 november 2027", "Laatst besproken op 24 november 2026.")
			lotte.Get("/terms").Is(http.StatusNotFound)
		})
		t.Run("erased, a proof without the case is shown", func(t *testing.T) {
			p := lotte.Send(dossier+"/erase", dossier+"/erase", nil).Is(http.StatusSeeOther)
			lotte.Get(p.To).Is(http.StatusOK).Says("Bewijs nr.").Never(c.Code, "Milan")
			lotte.Get(dossier).Is(http.StatusNotFound)
		})
		t.Run("the mayor forgets a mistake at once; the coordinator may not", func(t *testing.T) {
			mistake := "/cases/" + string(c.ID) + "/mistake"
			nele.Get(mistake).Is(http.StatusNotFound)
			p := site.As(w.Mayor).Send(mistake, mistake, nil).Is(http.StatusSeeOther)
			page := site.As(w.Mayor).Get(p.To).Is(http.StatusOK).Says("zijn we een casus vergeten", "De handtekening van deze installatie klopt.", "beraad verify --certificate wisbewijs-",
				"De sleutels. Zonder sleutel opent geen enkele kopie.").Never(c.Code)
			note := site.As(w.Mayor).Get(p.To+"/note").Is(http.StatusOK).Says("classes keys text plain stub", "kind case", "cause mistake").Never(c.Code)
			page.Says(strings.Split(strings.TrimSpace(note.Body), "\n")[1])
			for _, to := range []string{p.To, p.To + "/note"} {
				ruben.Get(to).Is(http.StatusNotFound)
			}
		})
		t.Run("on that day mayor and coordinator read it on their first page, and not which case", func(t *testing.T) {
			nele.Get("/terms").Says("Bewijs ")
			for _, x := range []struct {
				p    *webtest.Person
				told bool
			}{{site.As(w.Mayor), true}, {nele, true}, {ruben, false}, {site.As(w.Officer), false}} {
				page := x.p.Get("/today").Is(http.StatusOK).Never(c.Code)
				if strings.Contains(page.Body, "Vandaag zijn we een casus vergeten. Bewijs nr. ") != x.told {
					t.Errorf("told: %v", !x.told)
				}
			}
			w.Days(1)
			nele.Get("/today").Never("zijn we een casus vergeten")
		})
	})
}

// proves R6.1-a, R6.1-d, X-L-i
func TestTheOfficerHandsASheetOverHimself(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := storetest.ListedCase(w)
		item := w.Discussed(c, w.Officer, w.Coordinator)
		site := webtest.New(w, web.Routes(&processing.Service{Gate: w.Gate, Book: store.Processing{}}))
		sofie := site.As(w.Officer)
		sofie.Get("/sheets").Is(http.StatusOK).Says("Er gaat niets naar de LTF.")
		sheet := w.ID()
		w.Exec(`INSERT INTO ltf_sheet (livc, id, case_id, item, number, record, state, circle, agreed) VALUES ($1, $2, $3, $4, '2026-01', 'r', 'adopted', 7, 7)`,
			w.Livc, sheet, c.ID, item)
		address := "/sheets/" + string(c.ID) + "/" + string(sheet)
		t.Run("without a day and a recipient the form comes back", func(t *testing.T) {
			sofie.Send("/sheets", address, nil).Is(http.StatusUnprocessableEntity)
		})
		t.Run("another service knows no such case", func(t *testing.T) {
			site.As(w.CLB).Send("/sheets", address, url.Values{"on": {"2026-11-24"}, "recipient": {"ltf"}}).Is(http.StatusNotFound)
		})
		t.Run("handed over, it leaves the list and its proof stays", func(t *testing.T) {
			sofie.Send("/sheets", address, url.Values{"on": {"2026-11-24"}, "recipient": {"ltf"}}).Is(http.StatusSeeOther)
			sofie.Get("/sheets").Says("Er gaat niets naar de LTF.")
			if w.Count(`SELECT count(*) FROM ltf_sheet WHERE state = 'handed_over' AND agreed = 7`) != 1 {
				t.Error("the proof is gone")
			}
		})
	})
}

// security R11
func TestErasingThatIsHeldAsksForAPerson(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := &processing.Service{Gate: w.Gate, Book: store.Processing{}}
		site := webtest.New(w, web.Routes(s))
		run := func() {
			_, err := s.RunClocks(w.Context(), w.Livc)
			w.Must(err)
		}
		run()
		w.Days(30)
		run()
		nele := site.As(w.Coordinator)
		nele.Get("/terms").Is(http.StatusOK).Says("De klok maakte een sprong.")
		nele.Send("/terms", "/terms", nil).Is(http.StatusSeeOther)
		nele.Get("/terms").Never("De klok maakte een sprong.")
	})
}
