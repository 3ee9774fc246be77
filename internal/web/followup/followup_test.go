package followup_test

import (
	"net/http"
	"net/url"
	"testing"

	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	webclosing "beraad.eu/internal/web/closing"
	web "beraad.eu/internal/web/followup"
	"beraad.eu/internal/web/webtest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// proves R1.2-b, R2.3.5-c, R2.3.5-e, R2.3.5-h, R2.3.5-i, R4.1.1-d, R5.1-c, R5.2-b, R5.2-d, R5.2-e, R7.1-a, R7.1-b
func TestAfterTheTableOnTheScreen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		s := &followup.Service{Gate: e.Gate, Book: store.Followup{}}
		p := &processing.Service{Gate: e.Gate, Book: store.Processing{}}
		site := webtest.New(e.Town, append(web.Routes(s, p), webclosing.Routes(&closing.Service{Gate: e.Gate, Book: store.Closing{}, Processing: p})...))
		nele, lotte, ruben := site.As(e.Coordinator), site.As(e.CLB), site.As(e.CAW)
		t.Run("who agreed to nothing has nothing open", func(t *testing.T) {
			ruben.Get("/actions").Is(http.StatusOK).Says("Geen open afspraken.")
		})
		e.Followed()
		end := "/items/" + string(e.Item) + "/closing"
		t.Run("at the table the page of the end names what was never talked about", func(t *testing.T) {
			nele.Get(end).Is(http.StatusOK).Says("Weer elke dag naar school", "De zorg is weg of veel kleiner.")
			lotte.Get(end).Is(http.StatusNotFound)
			nele.Send(end, end, url.Values{"verdict": {"close"}, "reason": {"goals"}, "contact": {"Het CLB"}}).
				Is(http.StatusUnprocessableEntity).Says("Kies of de aanmelder gevraagd is.", "Het CLB")
		})
		e.Closed()
		t.Run("the page of the case leads to what is still to be told to the person", func(t *testing.T) {
			told := "/cases/" + string(e.Case.ID) + "/informed"
			nele.Get("/cases/" + string(e.Case.ID)).Never(told)
			e.Exec(`UPDATE item SET informing = 'inform' WHERE livc = $1 AND id = $2`, e.Livc, e.Item)
			nele.Get("/cases/" + string(e.Case.ID)).Says(told)
			e.Exec(`UPDATE item SET informing_result = 'told' WHERE livc = $1 AND id = $2`, e.Livc, e.Item)
			nele.Get("/cases/" + string(e.Case.ID)).Never(told)
		})
		a, err := s.MyActions(e.Context(), e.CLB)
		e.Must(err)
		action := "/actions/" + string(a[0].ID)
		t.Run("a question shows three answers, and a no asks no reason", func(t *testing.T) {
			lotte.Get(action).Is(http.StatusOK).Says("Eens samen zitten", "Een nee vraagt geen reden.")
			lotte.Send(action, action+"/answer", nil).Is(http.StatusUnprocessableEntity).Says("Kies een antwoord.")
			lotte.Send(action, action+"/answer", url.Values{"reply": {"take_on"}}).Is(http.StatusSeeOther)
		})
		t.Run("a note that is too long comes back whole", func(t *testing.T) {
			long := make([]byte, 281)
			for i := range long {
				long[i] = 'a'
			}
			lotte.Send(action, action+"/progress", url.Values{"state": {"done"}, "note": {string(long)}}).Is(http.StatusUnprocessableEntity).Says(string(long))
			lotte.Send(action, action+"/progress", url.Values{"state": {"done"}, "note": {"Elkaar gezien."}, "result": {"helped"}}).Is(http.StatusSeeOther)
			lotte.Get(action).Says("Elkaar gezien.")
		})
		t.Run("another's action does not exist", func(t *testing.T) {
			ruben.Get(action).Is(http.StatusNotFound)
			ruben.Send(action, action+"/progress", url.Values{"state": {"done"}}).Is(http.StatusNotFound)
		})
		sheet := "/cases/" + string(e.Case.ID)
		t.Run("the casusblad shows goals, words and days to its holders", func(t *testing.T) {
			nele.Get(sheet).Is(http.StatusOK).Says(e.Case.Code, "Plan van aanpak", "Weer elke dag naar school", "CAW Demer, brengt de diensten van deze casus samen", "De zorg is weg of veel kleiner.").Never("Milan", "Elkaar gezien.")
			nele.Get(sheet).Says("Waar de gegevens zijn", "regel op de lijst van de burgemeester", "casusblad, zonder feiten", "notitie van een afspraak", "De tafel is leeg.").
				Never("eigen dossier, hier verzegeld", "in het eigen systeem")
			nele.Get(sheet+"/agreements").Is(http.StatusOK).Says("Eens samen zitten", "gedaan", "het hielp")
			nele.Get(sheet + "/questions").Is(http.StatusOK).Says("Niemand wacht op een antwoord.")
			nele.Get(sheet+"/timeline").Is(http.StatusOK).Says("Op de lijst gezet.", "Besproken aan tafel.")
			nele.Get(sheet + "/rights").Is(http.StatusOK)
			ruben.Get(sheet).Is(http.StatusNotFound)
		})
		t.Run("a review after the last day comes back", func(t *testing.T) {
			nele.Send(sheet, sheet+"/follow-up", url.Values{"review": {string(e.Case.Due)}}).Is(http.StatusUnprocessableEntity)
			nele.Send(sheet, sheet+"/follow-up", url.Values{"review": {string(e.Today().Add(0, 2, 0))}}).Is(http.StatusSeeOther)
		})
		plan := "/plans/" + string(e.Case.ID)
		t.Run("the manager elsewhere gets a copy and says one word", func(t *testing.T) {
			ruben.Get(plan).Is(http.StatusOK).Says("nog geen kopie")
			nele.Send(sheet, sheet+"/plan", nil).Is(http.StatusSeeOther)
			ruben.Get(plan).Is(http.StatusOK).Says("Weer elke dag naar school", "brengt de diensten van deze casus samen")
			ruben.Send(plan, plan, nil).Is(http.StatusUnprocessableEntity)
			ruben.Send(plan, plan, url.Values{"word": {"stuck"}}).Is(http.StatusSeeOther)
			nele.Get(sheet).Says("zit vast")
			lotte.Get(plan).Is(http.StatusNotFound)
		})
		e.Exec(`UPDATE casus SET state = 'aftercare' WHERE livc = $1`, e.Livc)
		t.Run("a look back in aftercare starts nothing anew", func(t *testing.T) {
			back := sheet + "/look-back"
			nele.Send(back, back, nil).Is(http.StatusUnprocessableEntity).Says("Schrijf in één zin hoe het is.")
			nele.Send(back, back, url.Values{"note": {"Het gaat."}}).Is(http.StatusSeeOther)
			if c := e.Town.Case(e.Case.ID); c.Due != e.Case.Due {
				t.Error(c.Due)
			}
			ruben.Get(back).Is(http.StatusNotFound)
		})
	})
}
