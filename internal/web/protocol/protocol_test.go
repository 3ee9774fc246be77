package protocol_test

import (
	"net/http"
	"net/url"
	"testing"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/protocol"
	"beraad.eu/internal/web/today"
	"beraad.eu/internal/web/webtest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func settings(retention string) url.Values {
	return url.Values{"retention": {retention}, "not_listed": {"14"}, "offer": {"0"}, "reviews": {"1, 6"}, "weeks": {"6"}, "switches": {"written_referral"}}
}

// proves R0.4-b, R2.0-a, R2.0-b, R2.0-c, R2.5.3-c, R2.6-a, R4.1.1-c, R4.3-d, R6.2-k, R6.2-l
func TestProtocol(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := webtest.New(w, append(protocol.Routes(w.Protocol), today.Routes(w.Support, protocol.Today(w.Protocol))...))
		nele, mayor, clb := site.As(w.Coordinator), site.As(w.Mayor), site.As(w.CLB)

		t.Run("everybody reads the draft, and that none is in force", func(t *testing.T) {
			clb.Get("/protocol").Is(http.StatusOK).Says("Waarvoor we samenkomen", "Er geldt nog geen protocol", "hoogstens 12 maanden").Never("/settings", "/force")
			clb.Get("/today").Is(http.StatusOK).Says("Lees het protocol")
		})
		t.Run("a draft says what is still the example, until somebody changes it", func(t *testing.T) {
			clb.Get("/protocol").Says("Dit is een voorbeeld", "Er zijn nog 6 hoofdstukken zoals het voorbeeld.", "Nog de tekst van het voorbeeld.", "om de 6 weken", "Thuis en familie: wat zagen we zelf")
			nele.Get("/protocol/1/chapters/secrecy_and_data").Is(http.StatusOK).Says("Zeg hoe jullie aan tafel delen.")
			nele.Send("/protocol/1/chapters/secrecy_and_data", "/protocol/1/chapters/secrecy_and_data", url.Values{"text": {"Wij delen zo. Daarna noteert ieder apart."}}).Is(http.StatusSeeOther)
			clb.Get("/protocol").Says("Er zijn nog 5 hoofdstukken zoals het voorbeeld.", "Wij delen zo.")
		})
		t.Run("an own question for weighing is written in the draft", func(t *testing.T) {
			at := "/protocol/1/criteria/weigh_home"
			nele.Send(at, at, url.Values{"text": {"Wie eet er samen?"}}).Is(http.StatusSeeOther)
			clb.Get("/protocol").Says("Wie eet er samen?").Never("Thuis en familie: wat zagen we zelf")
		})
		t.Run("a term longer than the law comes back at its field and keeps the rest", func(t *testing.T) {
			nele.Send("/protocol/1/settings", "/protocol/1/settings", settings("13")).Is(http.StatusUnprocessableEntity).
				Says("Deze termijn mag korter, niet langer.", `value="13"`, `value="14"`)
		})
		t.Run("a shorter term is kept and said in plain words", func(t *testing.T) {
			if p := nele.Send("/protocol/1/settings", "/protocol/1/settings", settings("6")).Is(http.StatusSeeOther); p.To != "/protocol/1" {
				t.Errorf("it leads to %q", p.To)
			}
			nele.Get("/protocol/1").Says("hoogstens 6 maanden", "Aanmelden mag ook schriftelijk.", "na 14 dagen gewist")
		})
		t.Run("an empty chapter is refused", func(t *testing.T) {
			nele.Send("/protocol/1/chapters/roles", "/protocol/1/chapters/roles", url.Values{"text": {""}}).Is(http.StatusUnprocessableEntity).Says("Schrijf een tekst.")
			nele.Get("/protocol/1/chapters/nothing").Is(http.StatusNotFound)
		})
		t.Run("a participant finds no page to change it", func(t *testing.T) {
			for _, at := range []string{"/protocol/1/settings", "/protocol/1/chapters/roles", "/protocol/1/criteria/process", "/protocol/1/force"} {
				clb.Get(at).Is(http.StatusNotFound)
			}
		})
		t.Run("the coordinator cannot let it hold, the mayor can", func(t *testing.T) {
			nele.Get("/protocol/1/force").Is(http.StatusNotFound)
			mayor.Send("/protocol/1/force", "/protocol/1/force", nil).Is(http.StatusSeeOther)
			clb.Get("/protocol").Says("Versie 1 geldt vanaf 24 november 2026.").Never("Er geldt nog geen protocol", "Dit is een voorbeeld", "Nog de tekst van het voorbeeld.")
		})
		t.Run("a partner answers, and is asked no more", func(t *testing.T) {
			clb.Send("/protocol/1/answers", "/protocol/1/answers", url.Values{"organisation": {string(w.Organisation["CLB"])}, "answer": {"not_yet"}}).Is(http.StatusSeeOther)
			clb.Get("/protocol").Says("Nog niet")
			clb.Get("/today").Never("Lees het protocol")
			clb.Send("/protocol/1/answers", "/protocol/1/answers", url.Values{"organisation": {string(w.Organisation["CAW"])}, "answer": {"agree"}}).Is(http.StatusNotFound)
		})
		t.Run("a new version is a draft; the old one holds until then", func(t *testing.T) {
			if p := nele.Send("/protocol", "/protocol/new", nil).Is(http.StatusSeeOther); p.To != "/protocol/2" {
				t.Errorf("it leads to %q", p.To)
			}
			nele.Get("/protocol/2").Says("Versie 2 is een ontwerp")
			clb.Get("/protocol").Says("Versie 1 geldt")
			nele.Get("/protocol/1/settings").Is(http.StatusConflict)
		})
	})
}
