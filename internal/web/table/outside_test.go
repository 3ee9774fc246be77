package table_test

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/live"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/table"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// ofRoom are the addresses of a room, with the fields of a form that somebody inside could have saved.
func ofRoom(meeting, item, fact livc.ID) map[string]url.Values {
	own := "/meetings/" + string(meeting) + "/items/" + string(item)
	return map[string]url.Values{
		own + "/facts/" + string(fact):       nil,
		own + "/sheet":                       nil,
		own + "/share":                       {"what": {"Hij zwemt."}, "do": {"share"}},
		own + "/facts/" + string(fact) + "?": {"what": {"Hij zwemt niet."}, "do": {"change"}},
		own + "/answer":                      {"motion": {string(fact)}, "reply": {"yes"}, "seen": {strings.Repeat("ab", 32)}},
		own + "/lines":                       {"do": {"lines"}},
		own + "/object":                      {"objection": {"sharing"}, "reason": {"Te veel."}},
		own + "/take":                        {"question": {string(fact)}},
		own + "/who":                         {},
		own + "/sheet?":                      {"do": {"begin"}},
		"/items/" + string(item):             nil,
		"/items/" + string(item) + "/people": nil,
		"/items/" + string(item) + "/report": nil,
		"/items/" + string(item) + "/weigh":  {"protects.home": {"3"}},
	}
}

// Whoever is not inside finds nothing at the addresses of a room, opened or guessed, and a form that was saved
// while inside and is sent after leaving, or after the item closed, meets the same: byte for byte what does not
// exist, and nothing happens.
//
// proves Z6, Z7, R0.3-b
func TestZ6_ASavedPageOfARoomOpensNothingAfterwards(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e, _ := storetest.TwoItems(storetest.NewTown(t, db))
		site := webtest.New(e.Town, append(table.Routes(e.Table, live.New(), "https://beraad.example"), table.Wall(e.Table, live.New())...))
		e.Must(e.OpenWith())
		fact := e.Shares(e.CAW, storetest.Says("Hij zwemt."))
		saved := map[string]string{}
		for name, by := range map[string]deed.By{"who left": e.CAW, "who is inside": e.CLB} {
			saved[name] = site.As(by).Get("/meetings/" + string(e.Meeting) + "/mine").Is(http.StatusOK).Says("Hij zwemt.").Token()
		}
		mine := "/meetings/" + string(e.Meeting) + "/mine"
		site.As(e.CAW).Send(mine, "/meetings/"+string(e.Meeting)+"/items/"+string(e.Item)+"/share", url.Values{"what": {"Hij fietst."}, "do": {"share"}}).Is(http.StatusSeeOther)
		token := func(by deed.By) string { return site.As(by).Get("/screen").Is(http.StatusOK).Token() }
		e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.Who(e.CAW)}}))
		t.Run("while the item is open", func(t *testing.T) {
			nothingAt(t, e, site, e.CAW, saved["who left"], fact)
			nothingAt(t, e, site, e.OCMW, token(e.OCMW), fact)
			nothingAt(t, e, site, e.DPO, token(e.DPO), fact)
		})
		e.Must(e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: e.Item, Postponed: true}))
		t.Run("after the item", func(t *testing.T) {
			nothingAt(t, e, site, e.CAW, saved["who left"], fact)
			nothingAt(t, e, site, e.CLB, saved["who is inside"], fact)
			nothingAt(t, e, site, e.OCMW, token(e.OCMW), fact)
		})
	})
}

// nothingAt tries every address of the room, and the same shape of address with ids that never were.
func nothingAt(t *testing.T, e *storetest.Evening, site *webtest.Site, by deed.By, token string, fact livc.ID) {
	t.Helper()
	p := site.As(by)
	ask := func(path string, form url.Values) webtest.Page {
		path = strings.TrimSuffix(path, "?")
		if form == nil {
			return p.Get(path)
		}
		form = maps.Clone(form)
		form.Set("token", token)
		return p.Raw(http.MethodPost, path, form, nil)
	}
	nothing := ofRoom(e.ID(), e.ID(), e.ID())
	shapes := slices.Sorted(maps.Keys(nothing))
	facts := e.Count(`SELECT count(*) FROM fact WHERE livc = $1`, e.Livc)
	for n, path := range slices.Sorted(maps.Keys(ofRoom(e.Meeting, e.Item, fact))) {
		there, gone := ask(path, ofRoom(e.Meeting, e.Item, fact)[path]), ask(shapes[n], nothing[shapes[n]])
		if there.Status != http.StatusNotFound || len(there.Body) != len(gone.Body) || own.ReplaceAllString(there.Body, "") != own.ReplaceAllString(gone.Body, "") {
			t.Errorf("%s answers the %s %d with %d bytes; what never was %d with %d", path, by.Function, there.Status, len(there.Body), gone.Status, len(gone.Body))
			t.Log(webtest.Text(there.Body))
		}
	}
	if n := e.Count(`SELECT count(*) FROM fact WHERE livc = $1`, e.Livc); n != facts {
		t.Errorf("the %s changed facts", by.Function)
	}
}

// A code that a screen typed before, one that was taken away, and one that never was are answered with one page;
// the cookie of a screen that was taken away opens what nobody's browser opens.
//
// proves Z6, settled 38
func TestZ6_ACodeOfAScreenWorksOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e, _ := storetest.TwoItems(storetest.NewTown(t, db))
		site := webtest.New(e.Town, table.Wall(e.Table, live.New()))
		code, err := e.Table.OfferScreen(e.Context(), e.Coordinator, e.Meeting)
		e.Must(err)
		typed := func(code string) webtest.Page {
			p := site.Nobody()
			return p.Raw(http.MethodPost, "/screen", url.Values{"token": {p.Get("/screen").Token()}, "code": {code}}, nil)
		}
		typed(code).Is(http.StatusSeeOther)
		again := typed(code).Is(http.StatusUnprocessableEntity)
		e.Must(e.Table.DropScreen(e.Context(), e.Coordinator, e.Meeting))
		gone, never := typed(code), typed("999999")
		strip := func(p webtest.Page) string {
			return strings.ReplaceAll(own.ReplaceAllString(p.Body, ""), code, "999999")
		}
		if strip(again) != strip(never) || strip(gone) != strip(never) || len(again.Body) != len(never.Body) {
			t.Errorf("%d, %d and %d bytes", len(again.Body), len(gone.Body), len(never.Body))
		}
	})
}
