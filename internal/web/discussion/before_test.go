package discussion_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/access"
	stepdiscussion "beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// whole fails on a text that has no words in Dutch.
func whole(p webtest.Page) webtest.Page { return p.Never("⟦") }

func siteOf(w *storetest.Town) *webtest.Site {
	return webtest.New(w, discussion.RoutesBefore(w.Referrals(), "https://beraad.example"))
}

// proves R4.1-h
func TestAskConversationPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		lotte, nele := site.As(w.CLB), site.As(w.Coordinator)
		t.Run("a calm start: nothing asked yet", func(t *testing.T) {
			whole(lotte.Get("/refer").Is(http.StatusOK)).Says("Je vroeg nog geen gesprek.", "Vraag een gesprek")
			whole(nele.Get("/conversations").Is(http.StatusOK)).Says("Niemand wacht op een gesprek.")
		})
		t.Run("one press asks, and the coordinator sees who", func(t *testing.T) {
			if p := lotte.Send("/refer", "/refer/conversation", nil).Is(http.StatusSeeOther); p.To != "/refer/asked" {
				t.Errorf("it leads to %q", p.To)
			}
			whole(lotte.Get("/refer/asked").Is(http.StatusOK)).Says("Je vraag is doorgegeven")
			whole(nele.Get("/conversations").Is(http.StatusOK)).Says("Lotte Claes vraagt een gesprek.", "/listen/to/")
		})
		t.Run("it can be withdrawn", func(t *testing.T) {
			m := regexp.MustCompile(`action="(/refer/withdraw/[a-z0-9]+)"`).FindStringSubmatch(lotte.Get("/refer").Body)
			lotte.Send("/refer", m[1], nil).Is(http.StatusSeeOther)
			lotte.Get("/refer").Says("ingetrokken")
			nele.Get("/conversations").Never("Lotte Claes")
		})
		t.Run("in a joint LIVC R one says where the person lives", func(t *testing.T) {
			n := w.Joint()
			lotte.Send("/refer", "/refer/conversation", nil).Is(http.StatusUnprocessableEntity).Says("Kies de gemeente waar de persoon woont.")
			lotte.Send("/refer", "/refer/conversation", url.Values{"municipality": {string(n.Municipality.ID)}}).Is(http.StatusSeeOther)
			nele.Get("/conversations").Never("Lotte Claes")
			site.As(n.Coordinator).Get("/conversations").Says("Lotte Claes")
		})
		t.Run("a participant sees nobody's requests, and a DPO cannot refer", func(t *testing.T) {
			lotte.Get("/conversations").Is(http.StatusNotFound)
			site.As(w.DPO).Get("/refer").Is(http.StatusNotFound)
		})
	})
}

// proves R4.1-c, R4.1-d, R4.1.1-b, R2.1-e
func TestListenPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele := site.As(w.Coordinator)
		story := url.Values{"fact_1": {"Prees een aanslag."}, "fact_1_source": {"seen"}, "last": {"Verbeke"}, "goes_well": {"De trainer kent hem."}, "do": {"read"}}
		t.Run("it is read aloud before it is kept, and nothing typed is lost", func(t *testing.T) {
			whole(nele.Send("/listen", "/listen", story).Is(http.StatusOK)).Says("Lees dit voor", "zelf gezien of gehoord", ">Prees een aanslag.</textarea>", `value="Verbeke"`)
		})
		t.Run("keeping it confirms without code and name", func(t *testing.T) {
			story.Set("do", "keep")
			if p := nele.Send("/listen", "/listen", story).Is(http.StatusSeeOther); p.To != "/listen/kept" {
				t.Errorf("it leads to %q", p.To)
			}
			whole(nele.Get("/listen/kept").Is(http.StatusOK)).Says("22 februari 2027", "trekken").Never("Verbeke")
		})
		t.Run("without a fact it comes back with what was typed", func(t *testing.T) {
			nele.Send("/listen", "/listen", url.Values{"tried": {"Gesprek met de school."}, "do": {"keep"}}).
				Is(http.StatusUnprocessableEntity).Says("Vul minstens één feit in.", "Gesprek met de school.")
		})
		t.Run("in danger the page says whom to call, and keeps nothing", func(t *testing.T) {
			danger := url.Values{"danger": {"yes"}, "fact_1": {"Heeft een wapen."}, "do": {"keep"}}
			nele.Send("/listen", "/listen", danger).Is(http.StatusOK).Says("tel:112", "Er is niets bewaard.", "Heeft een wapen.")
			nele.Get("/list").Never("Heeft een wapen.")
		})
		t.Run("a participant does not get the guide's text kept", func(t *testing.T) {
			site.As(w.CLB).Send("/refer", "/listen", story).Is(http.StatusNotFound)
		})
	})
}

// From a story to a case on the list, as the coordinator, the officer and the mayor do it.
// proves R4.1-e, X-L-f, R2.3.2-b, R2.3.2-d, R4.3-h, R2.1-j
func TestFromStoryToList(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		nele, sofie, karim := site.As(w.Coordinator), site.As(w.Officer), site.As(w.Mayor)
		whole(karim.Get("/list").Is(http.StatusOK)).Says("Geen voorstellen.", "Geen casussen op de lijst.")
		whole(sofie.Get("/checks").Is(http.StatusOK)).Says("Er is niets na te kijken.")
		id := w.Referred(storetest.Story("Milan", "Verbeke", "2010"))
		path := "/referrals/" + string(id)
		t.Run("the officer sees that a referral comes, and no fact of it", func(t *testing.T) {
			sofie.Get("/checks").Says("Eén aanmelding is verteld en nog niet aan jou gevraagd.", "Elke aanmelding komt langs jou").Never("Verbeke", "Milan", string(id))
			nele.Get("/checks").Is(http.StatusNotFound)
		})
		whole(nele.Get(path).Is(http.StatusOK)).Says("Nog niet gestart", "Is er al iets?")

		t.Run("the comparison finds nobody, and says that this is no proof", func(t *testing.T) {
			nele.Send(path+"/duplicate", path+"/duplicate", nil).Is(http.StatusOK).Says("Geen treffer.")
			nele.Send(path+"/duplicate", path+"/same", nil).Is(http.StatusSeeOther)
		})
		t.Run("the third gate asks about a minor, and a ground for the mayor", func(t *testing.T) {
			whole(nele.Get(path+"/threshold").Is(http.StatusOK)).Says("Weet de jongere dat we hierover praten?", "andere achtergrond")
			nele.Send(path+"/threshold", path+"/threshold", url.Values{"direction": {"mayor"}}).Is(http.StatusUnprocessableEntity).Says("Schrijf welke aanwijzingen er zijn.")
			nele.Send(path+"/threshold", path+"/threshold", url.Values{"direction": {"mayor"}, "grounds": {"Hij prees een aanslag."},
				"criterion": {"process"}, "criterion_process": {"yes"}}).Is(http.StatusSeeOther)
			nele.Get(path+"/threshold").Says(`value="yes" checked`, "Hij prees een aanslag.")
		})
		t.Run("the officer gets the name and answers without a word", func(t *testing.T) {
			whole(nele.Get(path + "/officer").Is(http.StatusOK))
			nele.Send(path+"/officer", path+"/officer", url.Values{"officer": {string(w.Officer.Hat)}}).Is(http.StatusSeeOther)
			sofie.Get("/checks").Says("/checks/"+string(id)).Never("nog niet aan jou gevraagd", "Verbeke")
			whole(sofie.Get("/checks/"+string(id)).Is(http.StatusOK)).Says("Verbeke", "2010", "mag op de agenda", "bel mij").Never("<textarea")
			sofie.Send("/checks/"+string(id), "/checks/"+string(id), url.Values{"answer": {"maybe"}}).Is(http.StatusUnprocessableEntity)
			sofie.Send("/checks/"+string(id), "/checks/"+string(id), url.Values{"answer": {"agenda"}}).Is(http.StatusSeeOther)
			sofie.Get("/checks/" + string(id)).Never("Verbeke")
			nele.Get(path).Says("De information officer heeft nagekeken.")
		})
		t.Run("the coordinator finds no page to decide", func(t *testing.T) {
			nele.Send(path, path+"/decide", url.Values{"verdict": {"list"}, "ground": {"x"}}).Is(http.StatusNotFound)
		})
		var line string
		t.Run("the mayor's card has no name; he decides, once however often he presses", func(t *testing.T) {
			karim.Get("/list").Says("Hij prees een aanslag.", "minderjarig").Never("Verbeke", "Milan")
			whole(karim.Get(path + "/decide").Is(http.StatusOK))
			p := karim.Send(path+"/decide", path+"/decide", url.Values{"verdict": {"list"}, "ground": {"Hij prees een aanslag."}}).Is(http.StatusSeeOther)
			line = p.To
			karim.Send(path, path+"/decide", url.Values{"verdict": {"list"}, "ground": {"x"}}).Is(http.StatusConflict)
		})
		t.Run("the list shows the code; who it is one asks for", func(t *testing.T) {
			whole(karim.Get("/list").Is(http.StatusOK)).Says(line).Never("Verbeke")
			whole(karim.Get(line).Is(http.StatusOK)).Never("Verbeke", "Milan")
			karim.Send(line, line+"/who", nil).Is(http.StatusOK).Says("data-peeked", "Milan Verbeke 2010")
			site.As(w.CLB).Send("/refer", line+"/who", nil).Is(http.StatusNotFound).Never("Verbeke")
		})
		t.Run("the next step stands on the list", func(t *testing.T) {
			nele.Send(line, line, url.Values{"step": {"CLB belt de ouders."}}).Is(http.StatusSeeOther)
			karim.Get("/list").Says("CLB belt de ouders.")
			nele.Send(line, line, url.Values{"step": {strings.Repeat("a", 161)}}).Is(http.StatusUnprocessableEntity)
		})
		t.Run("the referrer gets the neutral answer", func(t *testing.T) {
			whole(nele.Get(path + "/answer").Is(http.StatusOK)).Says("Bedankt dat je dit kwam vertellen.")
			nele.Send(path+"/answer", path+"/answer", nil).Is(http.StatusUnprocessableEntity).Says("Kies minstens één zin.")
			nele.Send(path+"/answer", path+"/answer", url.Values{"sentence": {"thanks", "no_more"}}).Is(http.StatusSeeOther)
		})
	})
}

// R2.3.2-c
func TestAHoldShowsToTheChairOnly(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := siteOf(w)
		sofie := site.As(w.Officer)
		id := w.Proposed(storetest.Story("Milan", "Verbeke", "2010"))
		check := "/checks/" + string(id)
		sofie.Send(check, check, url.Values{"answer": {"call_me"}}).Is(http.StatusSeeOther)
		sofie.Get("/checks").Says("wacht op jou")
		site.As(w.Mayor).Get("/list").Says("De information officer vraagt dat je belt.")
		site.As(w.Coordinator).Get("/list").Is(http.StatusOK).Never("vraagt dat je belt")
		site.As(w.Coordinator).Get("/referrals/"+string(id)).Is(http.StatusOK).Never("vraagt dat je belt", "bel mij")
	})
}

func TestTellMorePageIsFilledWithWhatWasTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		nele := siteOf(w).As(w.Coordinator)
		path := "/referrals/" + string(w.Referred(storetest.Story("Milan", "Verbeke", "2010")))
		whole(nele.Get(path+"/more").Is(http.StatusOK)).Says(`value="Verbeke"`, ">Prees een aanslag in de klas.</textarea>")
		nele.Send(path+"/more", path+"/more", url.Values{"fact_1": {""}, "tried": {"Gesprek."}}).Is(http.StatusUnprocessableEntity).Says("Gesprek.")
		nele.Send(path+"/more", path+"/more", url.Values{"fact_1": {"Prees een aanslag."}, "town": {"Lindewal"}}).Is(http.StatusSeeOther)
		nele.Get(path).Says("Lindewal")
	})
}

func TestDuplicatePageNamesTheCaseAndTheReason(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		nele := siteOf(w).As(w.Coordinator)
		c := w.Listed(storetest.Story("Yousef", "El Amrani", "2008"))
		path := "/referrals/" + string(w.Referred(storetest.Story("Youssef", "Elamrani", "2008")))
		nele.Send(path+"/duplicate", path+"/duplicate", nil).Is(http.StatusOK).Says("Mogelijk dezelfde persoon: casus "+c.Code, "Zelfde persoon").Never("El Amrani", "⟦")
		nele.Send(path+"/duplicate", path+"/same", url.Values{"case": {string(c.ID)}}).Is(http.StatusSeeOther)
		nele.Get(path).Says("Zelfde persoon als casus " + c.Code)
		vague := "/referrals/" + string(w.Referred(stepdiscussion.Told{Last: livc.NewSecret("Peeters"), Facts: storetest.Story("", "", "").Facts}))
		nele.Send(vague+"/duplicate", vague+"/duplicate", nil).Is(http.StatusOK).Says("Te weinig gegevens om te vergelijken.")
	})
}

func TestTodaySaysWhatWaitsForWhom(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		today := discussion.TodayBefore(w.Referrals())
		site := webtest.New(w, []page.Route{{Pattern: "GET /today", Action: access.ViewToday, Handle: func(r *page.Request) error {
			rows, err := today(r)
			if err != nil {
				return err
			}
			return r.Show("Vandaag", ui.Rows(rows))
		}}})
		_, err := w.Referrals().AskConversation(w.Context(), w.CLB, "")
		w.Must(err)
		heard := w.Referred(storetest.Story("Jan", "Smets", "1990"))
		ready := w.Proposed(storetest.Story("An", "Maes", "1991"))
		asked := w.Referred(storetest.Story("Els", "Wuyts", "1992"))
		w.Must(w.Referrals().HandToOfficer(w.Context(), w.Coordinator, stepdiscussion.HandToOfficer{Referral: asked, Officer: w.Officer.Hat}))
		site.As(w.Coordinator).Get("/today").Is(http.StatusOK).Says("Lotte Claes vraagt een gesprek.", "/referrals/"+string(heard)).Never(string(ready), "Smets", "⟦")
		site.As(w.Mayor).Get("/today").Says("/referrals/" + string(ready))
		site.As(w.Officer).Get("/today").Says("/checks/" + string(asked)).Never(string(heard))
		site.As(w.CLB).Get("/today").Is(http.StatusOK).Never("/referrals/", "/checks/", "/listen")
	})
}
