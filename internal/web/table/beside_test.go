package table_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/live"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/table"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// hidden are the fields of the form with this field in it, as the page holds them.
func hidden(t *testing.T, p webtest.Page, with string) url.Values {
	t.Helper()
	for _, form := range regexp.MustCompile(`(?s)<form.*?</form>`).FindAllString(p.Body, -1) {
		if !strings.Contains(form, with) {
			continue
		}
		v := url.Values{}
		for _, f := range regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)"`).FindAllStringSubmatch(form, -1) {
			v.Set(f[1], f[2])
		}
		return v
	}
	t.Fatalf("no form has %s:\n%s", with, webtest.Text(p.Body))
	return nil
}

// and adds what somebody fills in.
func and(v url.Values, more url.Values) url.Values {
	for name, list := range more {
		v[name] = list
	}
	return v
}

// atOnce is an item on screens that was decided, with two people who open the same page.
func atOnce(t *testing.T, f func(t *testing.T, e *storetest.Evening, site *webtest.Site)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		e.OpenOnScreens()
		f(t, e, webtest.New(e.Town, table.Routes(e.Table, live.New(), "https://beraad.example")))
	})
}

// Who comes second with the same text is told, with both texts side by side; nothing is overwritten, and a second
// press on purpose, from the form that is opened again, counts.
func second(t *testing.T, p *webtest.Person, path string, form url.Values, mine, theirs string) {
	t.Helper()
	text := webtest.Text(p.Raw(http.MethodPost, path, form, nil).Is(http.StatusConflict).Body)
	for _, part := range []string{"Iemand was je voor", "Wat jij schreef", mine, "Wat er nu staat", theirs} {
		if !strings.Contains(text, part) {
			t.Errorf("who comes second does not read %q:\n%s", part, text)
		}
	}
}

// settled 13: an older revision gets the page with both texts
func TestTwoPeopleAtTheSameSheet(t *testing.T) {
	atOnce(t, func(t *testing.T, e *storetest.Evening, site *webtest.Site) {
		e.Decided(livc.OutcomeRegular)
		_, err := e.Table.ChooseFeedback(e.Context(), e.Officer, e.Item, true)
		e.Must(err)
		adds := func(by deed.By, text string) {
			e.Must(e.Table.AddLine(e.Context(), by, discussion.AddLine{Item: e.Item, Text: livc.NewSecret(text), Side: "protects", Source: law.Seen, Declared: true}))
		}
		adds(e.Officer, "Hij volgt les.")
		adds(e.Officer, "Hij zwemt.")
		sheet, feedback := "/meetings/"+string(e.Meeting)+"/items/"+string(e.Item)+"/sheet", "/items/"+string(e.Item)+"/feedback"
		officer, nele := site.As(e.Officer), site.As(e.Coordinator)
		lines := func() (all string) {
			s := e.Desk().Sheet
			for _, l := range s.Text.Lines {
				all += l.Text.Reveal() + "\n"
			}
			return all + s.Text.Evaluation.Reveal()
		}

		t.Run("how the follow-up goes", func(t *testing.T) {
			late := hidden(t, nele.Get(feedback).Is(http.StatusOK), `name="evaluation"`)
			first := hidden(t, officer.Get(sheet).Is(http.StatusOK), `name="evaluation"`)
			e.Pass(time.Second)
			officer.Raw(http.MethodPost, sheet, and(first, url.Values{"do": {"sides"}, "positive": {"yes"}, "evaluation": {"De hulp loopt."}}), nil).Is(http.StatusSeeOther)
			second(t, nele, feedback+"/sides", and(late, url.Values{"evaluation": {"De hulp stopt."}}), "De hulp stopt.", "De hulp loopt.")
			if !strings.Contains(lines(), "De hulp loopt.") || !e.Desk().Sheet.Positive {
				t.Errorf("it is overwritten: %s", lines())
			}
			again := hidden(t, nele.Get(feedback), `name="evaluation"`)
			nele.Raw(http.MethodPost, feedback+"/sides", and(again, url.Values{"positive": {"yes"}, "evaluation": {"De hulp stopt."}}), nil).Is(http.StatusSeeOther)
		})
		t.Run("a line is taken away once, and no other line with it", func(t *testing.T) {
			late := hidden(t, nele.Get(feedback), `name="line"`)
			first := hidden(t, officer.Get(sheet), `name="line" value="1"`)
			e.Pass(time.Second)
			officer.Raw(http.MethodPost, sheet, and(first, url.Values{"do": {"drop"}}), nil).Is(http.StatusSeeOther)
			nele.Raw(http.MethodPost, feedback+"/drop", and(late, url.Values{"line": {"1"}}), nil).Is(http.StatusConflict)
			if !strings.Contains(lines(), "Hij zwemt.") || strings.Contains(lines(), "Hij volgt les.") {
				t.Errorf("the sheet says %s", lines())
			}
		})
		t.Run("two lines at the same moment both stand", func(t *testing.T) {
			a, b := hidden(t, nele.Get(feedback), `name="declared"`), hidden(t, officer.Get(sheet), `name="declared"`)
			more := func(text string) url.Values {
				return url.Values{"text": {text}, "side": {"concerns"}, "origin": {"seen"}, "secret": {"no"}, "declared": {"yes"}}
			}
			officer.Raw(http.MethodPost, sheet, and(b, more("Hij zwijgt.")), nil).Is(http.StatusSeeOther)
			nele.Raw(http.MethodPost, feedback+"/line", and(a, more("Hij dreigde.")), nil).Is(http.StatusSeeOther)
			if got := lines(); !strings.Contains(got, "Hij zwijgt.") || !strings.Contains(got, "Hij dreigde.") {
				t.Errorf("the sheet says %s", got)
			}
		})
	})
}

func TestTwoPeopleAtTheSameReport(t *testing.T) {
	atOnce(t, func(t *testing.T, e *storetest.Evening, site *webtest.Site) {
		e.Decided(livc.OutcomeRegular)
		path := "/items/" + string(e.Item) + "/report"
		karim, nele := site.As(e.Mayor), site.As(e.Coordinator)
		first, late := hidden(t, karim.Get(path).Is(http.StatusOK), `name="text"`), hidden(t, nele.Get(path).Is(http.StatusOK), `name="text"`)
		words := func(text string) url.Values { return url.Values{"do": {"propose"}, "read": {"yes"}, "text": {text}} }
		e.Pass(time.Second)
		karim.Raw(http.MethodPost, path, and(first, words("Casus "+e.Case.Code+". Er komt hulp.")), nil).Is(http.StatusSeeOther)
		second(t, nele, path, and(late, words("Casus "+e.Case.Code+". Er komt geen hulp.")), "Er komt geen hulp.", "Er komt hulp.")
		if got := e.Desk().Room.Report.Text.Reveal(); !strings.Contains(got, "Er komt hulp.") {
			t.Errorf("the report says %s", got)
		}
	})
}

func TestOneFactInTwoTabs(t *testing.T) {
	atOnce(t, func(t *testing.T, e *storetest.Evening, site *webtest.Site) {
		fact := e.Shares(e.CLB, discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret("Hij zwemt elke dag.")}, Uses: []law.FactUse{law.UseLTF}})
		path := "/meetings/" + string(e.Meeting) + "/items/" + string(e.Item) + "/facts/" + string(fact)
		lotte := site.As(e.CLB)
		first, late := hidden(t, lotte.Get(path).Is(http.StatusOK), `name="what"`), hidden(t, lotte.Get(path), `name="what"`)
		gone := hidden(t, lotte.Get(path), `name="what"`)
		lotte.Raw(http.MethodPost, path, and(first, url.Values{"do": {"change"}, "what": {"Hij zwemt."}}), nil).Is(http.StatusSeeOther)
		second(t, lotte, path, and(late, url.Values{"do": {"change"}, "what": {"Hij zwemt nooit."}, "uses": {"ltf"}}), "Hij zwemt nooit.", "Hij zwemt.")
		if f := e.Mine(e.CLB).Room.Facts[0]; f.Text.What.Reveal() != "Hij zwemt." || f.MayServe(law.UseLTF, e.Officer.Hat) {
			t.Errorf("what was narrowed came back: %s", f.Text.What.Reveal())
		}
		t.Run("taking it back is never too late", func(t *testing.T) {
			lotte.Raw(http.MethodPost, path, and(gone, url.Values{"do": {"withdraw"}}), nil).Is(http.StatusSeeOther)
		})
	})
}

// Two desks fill in the three sheets at once: what one leaves as it was stays as the other wrote it; where both
// wrote something else the second reads both at the field, and chooses.
func TestTwoDesksAtTheSameThreeSheets(t *testing.T) {
	atOnce(t, func(t *testing.T, e *storetest.Evening, site *webtest.Site) {
		desk := "/items/" + string(e.Item)
		e.Must(e.Table.MovePhase(e.Context(), e.Coordinator, e.Item, discussion.PhaseProtects))
		karim, nele := site.As(e.Mayor), site.As(e.Coordinator)
		filled := func(home, friends string, unknown ...string) url.Values {
			return url.Values{"protects.home": {home}, "concerns.friends": {friends}, "unknown": unknown}
		}
		first, late := hidden(t, karim.Get(desk).Is(http.StatusOK), `name="protects.home"`), hidden(t, nele.Get(desk).Is(http.StatusOK), `name="protects.home"`)
		karim.Raw(http.MethodPost, desk+"/weigh", and(first, and(filled("3", "2", "online"), url.Values{"asked_protects": {"yes"}})), nil).Is(http.StatusSeeOther)
		p := nele.Raw(http.MethodPost, desk+"/weigh", and(late, filled("1", "")), nil).Is(http.StatusUnprocessableEntity).Says("Iemand vulde hier intussen 3 in.")
		if !regexp.MustCompile(`name="protects.home"[^>]*value="1"|value="1"[^>]*name="protects.home"`).MatchString(p.Body) {
			t.Error("what was filled in is gone")
		}
		is := func(home, friends int, unknown bool) {
			t.Helper()
			got := map[string]discussion.DomainWeighed{}
			d := e.Desk()
			for _, w := range d.Weighed {
				got[w.Domain] = w
			}
			if got["home"].Protects != home || got["friends"].Concerns != friends || got["online"].Unknown != unknown || !d.Item.AskedProtects {
				t.Errorf("the sheets are %+v, asked %t", got, d.Item.AskedProtects)
			}
		}
		is(3, 2, true)
		nele.Raw(http.MethodPost, desk+"/weigh", and(hidden(t, p, `name="protects.home"`), filled("1", "")), nil).Is(http.StatusSeeOther)
		is(1, 2, true)
	})
}
