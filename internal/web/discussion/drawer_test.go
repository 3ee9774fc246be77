package discussion_test

import (
	"net/http"
	"net/url"
	"regexp"
	"testing"

	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

// opened switches ways on in the protocol.
func opened(w *storetest.Town, change func(*protocol.Settings)) {
	p := protocol.Basic()
	change(&p)
	w.ProtocolInForce(p)
}

// proves R4.1-h: closed until the protocol opens them; the page offers a conversation instead.
func TestTheWrittenWaysAreClosedByDefault(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		lotte := siteOf(w).As(w.CLB)
		lotte.Get("/refer").Is(http.StatusOK).Never("/refer/write", "/think-along", "/worries")
		lotte.Get("/refer/write/1").Is(http.StatusForbidden).Says("Vraag een gesprek.")
		whole(lotte.Get("/think-along").Is(http.StatusOK)).Says("Vraag een gesprek").Never("<textarea")
		whole(lotte.Get("/worries").Is(http.StatusOK)).Says("Vraag een gesprek").Never("<textarea")
		lotte.Send("/refer", "/think-along", url.Values{"saw": {"Een jongere prees een aanslag."}}).Is(http.StatusForbidden)
		lotte.Send("/refer", "/worries", url.Values{"what": {"Komt niet meer."}}).Is(http.StatusForbidden)
	})
}

// proves R4.1-a, R4.1-b, R4.1-d, R4.1.1-a
func TestWriteAReferralPageByPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		opened(w, func(p *protocol.Settings) { p.WrittenReferral = true })
		site := siteOf(w)
		lotte := site.As(w.CLB)
		whole(lotte.Get("/refer").Is(http.StatusOK)).Says("/refer/write/1")
		pages := []struct {
			page string
			v    url.Values
		}{
			{"1", url.Values{"self_check": {"yes"}, "team": {"no"}}}, {"2", nil}, {"3", url.Values{"last": {"Verbeke"}, "birth_year": {"2010"}}},
			{"4", url.Values{"goes_well": {"De trainer kent hem."}}}, {"5", url.Values{"fact_1": {"Prees een aanslag."}, "fact_1_source": {"seen"}}},
			{"6", url.Values{"indication": {"Zegt dat ze het zullen zien."}}}, {"7", url.Values{"tried": {"Gesprek."}}}, {"8", nil}, {"9", url.Values{"consent": {"informed"}}},
		}
		for _, p := range pages {
			path := "/refer/write/" + p.page
			whole(lotte.Get(path).Is(http.StatusOK))
			lotte.Send(path, path, p.v).Is(http.StatusSeeOther)
		}
		t.Run("everything is checked on one page, and comes back where it was written", func(t *testing.T) {
			whole(lotte.Get("/refer/write/10").Is(http.StatusOK)).Says("Prees een aanslag.", "Verbeke", "/refer/write/4")
			lotte.Get("/refer/write/5").Says("Prees een aanslag.")
			site.As(w.Mayor).Get("/list").Never("Prees een aanslag.").Says("Geen voorstellen.")
		})
		t.Run("what is missing comes back, and nothing is sent", func(t *testing.T) {
			lotte.Send("/refer/write/6", "/refer/write/6", nil).Is(http.StatusSeeOther)
			lotte.Send("/refer/write/10", "/refer/write/10", nil).Is(http.StatusUnprocessableEntity).Says("Schrijf waarom je aan een proces denkt")
			lotte.Send("/refer/write/6", "/refer/write/6", pages[5].v).Is(http.StatusSeeOther)
		})
		t.Run("it is sent once, and the draft is gone", func(t *testing.T) {
			if p := lotte.Send("/refer/write/10", "/refer/write/10", nil).Is(http.StatusSeeOther); p.To != "/refer/sent" {
				t.Errorf("it leads to %q", p.To)
			}
			whole(lotte.Get("/refer/sent").Is(http.StatusOK)).Never("Verbeke")
			lotte.Get("/refer/write/3").Never("Verbeke")
			site.As(w.Mayor).Get("/list").Says("minderjarig")
		})
		t.Run("stop and erase", func(t *testing.T) {
			lotte.Send("/refer/write/3", "/refer/write/3", url.Values{"last": {"Claes"}}).Is(http.StatusSeeOther)
			lotte.Send("/refer/write/4", "/refer/write/4", url.Values{"do": {"wipe"}}).Is(http.StatusSeeOther)
			lotte.Get("/refer/write/3").Never("Claes")
		})
		t.Run("there is no eleventh page", func(t *testing.T) { lotte.Get("/refer/write/11").Is(http.StatusNotFound) })
	})
}

// Gate 2.
func TestThinkAlongPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		opened(w, func(p *protocol.Settings) { p.ThinkAlong = true })
		site := siteOf(w)
		lotte, nele := site.As(w.CLB), site.As(w.Coordinator)
		whole(lotte.Get("/think-along").Is(http.StatusOK)).Says("Geen vragen.")
		lotte.Send("/think-along", "/think-along", url.Values{"saw": {"Milan Verbeke prees een aanslag."}}).
			Is(http.StatusUnprocessableEntity).Says("Er staat nog iets herkenbaars", "Milan Verbeke prees")
		lotte.Send("/think-along", "/think-along", url.Values{"saw": {"Een jongere prees een aanslag."}}).Is(http.StatusSeeOther)
		m := regexp.MustCompile(`href="(/think-along/[a-z0-9]+)"`).FindStringSubmatch(nele.Get("/think-along").Says("Een jongere prees een aanslag.").Body)
		if m == nil {
			t.Fatal("the coordinator finds nothing to answer")
		}
		whole(nele.Get(m[1]).Is(http.StatusOK))
		lotte.Get(m[1]).Is(http.StatusNotFound)
		nele.Send(m[1], m[1], nil).Is(http.StatusUnprocessableEntity).Says("Kies wat je aanraadt.")
		nele.Send(m[1], m[1], url.Values{"advice": {"own_help"}, "text": {"Praat eerst met de ouders."}}).Is(http.StatusSeeOther)
		whole(lotte.Get("/think-along").Is(http.StatusOK)).Says("Eigen hulp eerst", "Praat eerst met de ouders.")
		site.As(w.CAW).Get("/think-along").Never("prees een aanslag")
	})
}

// proves R4.1-e
func TestAskServicePage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		karim, lotte := site.As(w.Mayor), site.As(w.CLB)
		path := "/referrals/" + string(w.Referred(storetest.Story("Milan", "Verbeke", "2010")))
		whole(lotte.Get("/questions").Is(http.StatusOK)).Says("Niemand wacht op een antwoord.")
		whole(karim.Get(path + "/ask").Is(http.StatusOK)).Says("Lotte Claes")
		karim.Send(path+"/ask", path+"/ask", url.Values{"hat": {string(w.CLB.Hat)}}).Is(http.StatusUnprocessableEntity).Says("Schrijf je vraag.")
		karim.Send(path+"/ask", path+"/ask", url.Values{"hat": {string(w.CLB.Hat)}, "question": {"Gaat hij naar school?"}}).Is(http.StatusSeeOther)
		page := whole(lotte.Get("/questions").Is(http.StatusOK)).Says("Gaat hij naar school?").Never("Verbeke")
		id := regexp.MustCompile(`name="question" value="([a-z0-9]+)"`).FindStringSubmatch(page.Body)[1]
		lotte.Send("/questions", "/questions", url.Values{"question": {id}, "do": {"answer"}}).Is(http.StatusUnprocessableEntity)
		site.As(w.CAW).Send("/refer", "/questions", url.Values{"question": {id}, "do": {"silent"}}).Is(http.StatusNotFound)
		lotte.Send("/questions", "/questions", url.Values{"question": {id}, "do": {"answer"}, "text": {"Ja, elke dag."}}).Is(http.StatusSeeOther)
		whole(karim.Get(path).Is(http.StatusOK)).Says("Ja, elke dag.")
		site.As(w.Coordinator).Send(path, path+"/ask", url.Values{"hat": {string(w.CLB.Hat)}, "question": {"x"}}).Is(http.StatusNotFound)
	})
}

func TestOwnWorriesPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		opened(w, func(p *protocol.Settings) { p.OwnWorries = true })
		w.OwnFileOn("CLB", w.CLB)
		lotte := siteOf(w).As(w.CLB)
		whole(lotte.Get("/worries").Is(http.StatusOK)).Says("Je volgt hier niets op.")
		lotte.Send("/worries", "/worries", url.Values{"think": {"Een gevoel."}}).Is(http.StatusUnprocessableEntity).Says("Vul minstens één feit in.", "Een gevoel.")
		lotte.Send("/worries", "/worries", url.Values{"danger": {"yes"}, "what": {"Heeft een wapen."}}).Is(http.StatusOK).Says("tel:112", "Heeft een wapen.")
		lotte.Send("/worries", "/worries", url.Values{"nickname": {"de keeper"}, "what": {"Komt niet meer."}}).Is(http.StatusSeeOther)
		page := whole(lotte.Get("/worries").Is(http.StatusOK)).Says("de keeper", "24 december 2026").Never("Heeft een wapen.")
		erase := regexp.MustCompile(`action="(/worries/[a-z0-9]+/erase)"`).FindStringSubmatch(page.Body)[1]
		siteOf(w).As(w.CAW).Send("/refer", erase, nil).Is(http.StatusNotFound)
		lotte.Send("/worries", erase, nil).Is(http.StatusSeeOther)
		lotte.Get("/worries").Never("de keeper")
	})
}
