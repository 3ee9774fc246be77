package today_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	webdiscussion "beraad.eu/internal/web/discussion"
	websupport "beraad.eu/internal/web/support"
	"beraad.eu/internal/web/today"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

var markOf = regexp.MustCompile(`name="mark" value="([0-9a-f]{32})"`)

func TestAStandInIsLedThroughWhatIsOpen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		tom := w.Person(w.Founder, w.Municipality.Organisation, livc.Coordinator, "Tom Claes")
		says := append(websupport.Routes(w.Support), today.Routes(w.Support, websupport.Today(w.Support), webdiscussion.TodayBefore(w.Referrals()))...)
		site := webtest.New(w, says)
		nele, him := site.As(w.Coordinator), site.As(tom)
		t.Run("nobody stands in: a calm page", func(t *testing.T) {
			him.Get("/stand-in-hour").Is(http.StatusOK).Says("Je vervangt nu niemand.").Never("⟦")
			nele.Get("/stand-ins").Is(http.StatusOK).Says("Niemand vervangt.", "Tom Claes").Never("⟦")
			site.As(w.CLB).Get("/stand-in-hour").Is(http.StatusNotFound)
			site.As(w.CLB).Get("/stand-ins").Is(http.StatusNotFound)
		})
		t.Run("a fault comes back with what was typed", func(t *testing.T) {
			nele.Send("/stand-ins", "/stand-ins", url.Values{"hat": {string(tom.Hat)}, "from": {"2026-11-24"}}).Is(http.StatusUnprocessableEntity).
				Says("De laatste dag komt na de eerste", `value="`+string(tom.Hat)+`" checked`)
			nele.Send("/stand-ins", "/stand-ins", url.Values{"hat": {string(tom.Hat)}, "from": {"morgen"}, "until": {"2026-12-04"}}).Is(http.StatusUnprocessableEntity).Says("Dit is geen dag.")
		})
		nele.Send("/stand-ins", "/stand-ins", url.Values{"hat": {string(tom.Hat)}, "from": {"2026-11-24"}, "until": {"2026-12-04"}}).Is(http.StatusSeeOther)
		nele.Get("/stand-ins").Says("Tom Claes", "4 december 2026", "Stop de vervanging")
		_, err := w.Referrals().AskConversation(w.Context(), w.CLB, "")
		w.Must(err)
		told := w.Referred(storetest.Story("Milan", "Verbeke", "2010"))
		him.Get("/today").Says("Je vervangt de coördinator", "/stand-in-hour")
		t.Run("what he may see, in order, with minutes and whom to ask; no referral that he has no key of", func(t *testing.T) {
			p := him.Get("/stand-in-hour").Is(http.StatusOK).Says("4 december 2026", "Lotte Claes vraagt een gesprek.", "Ongeveer 5 minuten.", "Samen nog ongeveer",
				"Karim Haddad", "information officer", "geeft geen sleutels").Never("⟦", string(told), "Verbeke")
			if strings.Contains(p.Body, "/referrals/") {
				t.Error("a referral stands there")
			}
		})
		t.Run("he ticks, and puts back", func(t *testing.T) {
			body := him.Get("/stand-in-hour").Body
			at := strings.Index(body, "/listen/to/")
			m := markOf.FindStringSubmatch(body[at:])
			him.Send("/stand-in-hour", "/stand-in-hour", url.Values{"mark": {m[1]}, "do": {"tick"}}).Is(http.StatusSeeOther)
			him.Get("/stand-in-hour").Says("Zet terug", ">gezien<")
			him.Send("/stand-in-hour", "/stand-in-hour", url.Values{"mark": {m[1]}, "do": {"untick"}}).Is(http.StatusSeeOther)
			him.Get("/stand-in-hour").Never("Zet terug")
		})
		t.Run("the other coordinator's page stays empty", func(t *testing.T) {
			nele.Get("/stand-in-hour").Says("Je vervangt nu niemand.")
		})
		t.Run("after the last day it is over by itself", func(t *testing.T) {
			w.Days(11)
			him.Get("/stand-in-hour").Says("Je vervangt nu niemand.")
			him.Get("/today").Never("Je vervangt")
		})
		t.Run("and it can be stopped", func(t *testing.T) {
			nele.Send("/stand-ins", "/stand-ins", url.Values{"hat": {string(tom.Hat)}, "from": {"2026-12-05"}, "until": {"2026-12-31"}}).Is(http.StatusSeeOther)
			nele.Send("/stand-ins", "/stand-ins", url.Values{"hat": {string(tom.Hat)}, "do": {"end"}}).Is(http.StatusSeeOther)
			him.Get("/stand-in-hour").Says("Je vervangt nu niemand.")
		})
	})
}
