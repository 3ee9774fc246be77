package proof

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// drawn is the token of a form, made anew for every answer.
var drawn = regexp.MustCompile(`name="token" value="[^"]*"`)

// bare is an answer without the moment, and without the address that was asked for: a page names it in
// the forms that lead back to it.
func bare(p webtest.Page, pattern string, ids map[string]livc.ID) string {
	_, path, _ := strings.Cut(pattern, " ")
	h := p.Header.Clone()
	h.Del("Date")
	if n, err := strconv.Atoi(h.Get("Content-Length")); err != nil || n != len(p.Body) {
		return "the length is not that of the page"
	}
	h.Del("Content-Length")
	path = part.ReplaceAllStringFunc(path, func(p string) string { return string(ids[strings.Trim(p, "{}")]) })
	return fmt.Sprint(p.Status, h, strings.ReplaceAll(drawn.ReplaceAllString(p.Body, "token"), path, "/address"))
}

// What somebody may not know of answers byte by byte like what does not exist, in every address with an
// id, looked at and sent to.
func TestZ6_WhatIsHiddenAnswersLikeWhatIsNot(t *testing.T) {
	storetest.Each(t, eachZ6WhatIsHiddenAnswersLikeWhatIsNot)
}

func eachZ6WhatIsHiddenAnswersLikeWhatIsNot(t *testing.T, db *store.DB) {
	x, s := toldIn(t, db, canary.New())
	nothing := map[string]livc.ID{}
	for name := range x.objects {
		nothing[name] = x.ID()
	}
	hidden, shown := 0, 0
	var page404 string
	for _, r := range routes(x.Town) {
		if !strings.Contains(r.Pattern, "{") || strings.Contains(r.Pattern, "{version}") || strings.Contains(r.Pattern, "{page}") { // a protocol is open to all, a page of a form is no object
			continue
		}
		for _, who := range x.callers() {
			by := everybody(x.Town)[who]
			for _, ids := range x.both(r.Pattern) {
				if there := knock(x, s, r, by, ids); there.Status != http.StatusNotFound {
					shown++
					continue
				} else if gone := knock(x, s, r, by, nothing); bare(there, r.Pattern, ids) != bare(gone, r.Pattern, nothing) || len(there.Body) != len(gone.Body) {
					t.Errorf("%s tells the %s that something stands there:\n%s\n%s", r.Pattern, who, webtest.Text(there.Body), webtest.Text(gone.Body))
				} else if page404 == "" {
					page404 = bare(gone, r.Pattern, nothing)
				} else if page404 != bare(gone, r.Pattern, nothing) {
					t.Errorf("%s answers the %s with a page of its own", r.Pattern, who)
				}
				hidden++
			}
		}
	}
	if hidden < 100 || shown < 50 {
		t.Errorf("%d hidden and %d shown: the test has no teeth", hidden, shown)
	}
	for _, odd := range []string{"/list/x", "/nothing", "/list/" + string(x.objects["case"]) + "0"} {
		if got := s.As(x.CLB).Get(odd); bare(got, "GET "+odd, nil) != page404 {
			t.Errorf("%s has a page of its own: %d", odd, got.Status)
		}
	}
}

// Who is removed reads nothing with the old cookie, sends nothing with the old form, and the other hats of
// the town stay.
//
// proves R2.5.1-a, R6.2-w
func TestZ7_WhoIsRemovedIsOutAtTheNextClick(t *testing.T) {
	storetest.Each(t, eachZ7WhoIsRemovedIsOutAtTheNextClick)
}

func eachZ7WhoIsRemovedIsOutAtTheNextClick(t *testing.T, db *store.DB) {
	x, s := toldIn(t, db, canary.New())
	nele := s.As(x.Coordinator)
	form := nele.Get("/referrals/" + string(x.objects["referral"]) + "/threshold").Is(http.StatusOK)
	x.Must(x.Support.RemovePerson(x.Context(), x.Founder, x.Coordinator.Hat))
	leaves := len(x.Log())
	for _, r := range routes(x.Town) {
		path, _, get := address(r.Pattern, http.MethodGet, x.objects)
		var got webtest.Page
		if get {
			got = nele.Get(path)
		} else {
			path, _, _ = address(r.Pattern, http.MethodPost, x.objects)
			got = nele.Raw(http.MethodPost, path, url.Values{"token": {form.Token()}, "direction": {"mayor"}, "grounds": {"x"}}, nil)
		}
		if found := x.flock.In(path, []byte(got.Body)); len(found) > 0 {
			t.Errorf("%s still shows %v", r.Pattern, found)
		}
		if got.Status == http.StatusSeeOther || got.Status == http.StatusOK && strings.Contains(r.Pattern, "{") {
			t.Errorf("%s answers who left with %d", r.Pattern, got.Status)
		}
	}
	for _, e := range x.Log()[leaves:] {
		if e.Hat == x.Coordinator.Hat && e.Authorised {
			t.Errorf("%s was allowed to who left", e.Action)
		}
	}
	s.As(x.Mayor).Get("/list").Is(http.StatusOK)
}

// extra are fields of the rows that no form has.
var extra = url.Values{"livc": {"x"}, "id": {"x"}, "hat": {"x"}, "by": {"x"}, "by_hat": {"x"}, "person": {"x"}, "controller": {"x"}, "function": {"mayor"},
	"state": {"active"}, "regime": {"police"}, "own_file": {"true"}, "list_manager": {"true"}, "appointed_for_list": {"2026-01-01"}, "clearance_until": {"2099-01-01"},
	"due": {"2099-01-01"}, "erase_on": {"2099-01-01"}, "decided_by": {"x"}, "revision": {"1"}, "municipality": {"x"}, "generation": {"9"}, "restarts": {"0"}}

func TestZ14_FieldsThatAFormDoesNotHaveChangeNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := site(w)
		add := func(name string, more url.Values) {
			v := url.Values{"name": {name}, "category": {"cgg"}, "domain": {"home"}}
			for k, vv := range more {
				v[k] = vv
			}
			s.As(w.Coordinator).Send("/network/partner", "/network/partner", v).Is(http.StatusSeeOther)
		}
		add("zonder", nil)
		add("met", extra)
		row := func(name string) string {
			return string(bytesOf(w, `SELECT livc || category || regime || municipality || domain || state || security_checked || CASE WHEN own_file THEN 'on' ELSE 'off' END
				FROM organisation WHERE name = $1`, name))
		}
		if row("zonder") != row("met") {
			t.Errorf("%q became %q", row("zonder"), row("met"))
		}
	})
}

// The same for every form: sent empty by somebody, and with the extra fields by a twin in a twin town.
func TestZ14_NoFormOfAnyPageTakesThem(t *testing.T) {
	for engine, open := range map[string]func(testing.TB) *store.DB{"sqlite": storetest.SQLite, "postgres": storetest.OnPostgres} {
		t.Run(engine, func(t *testing.T) { taken(t, open) })
	}
}

func taken(t *testing.T, open func(testing.TB) *store.DB) {
	t.Helper()
	empty, filled := outcomes(t, open(t), nil), outcomes(t, open(t), extra)
	for pattern, status := range empty {
		if filled[pattern] != status {
			t.Errorf("%s answers %d, and with the extra fields %d", pattern, status, filled[pattern])
		}
	}
}

// outcomes sends every form as a partner who may do little, with these fields.
func outcomes(t *testing.T, db *store.DB, fields url.Values) map[string]int {
	t.Helper()
	x, s := toldIn(t, db, canary.New())
	m := map[string]int{}
	for _, r := range routes(x.Town) {
		path, _, ok := address(r.Pattern, http.MethodPost, x.objects)
		if !ok {
			continue
		}
		p := s.As(x.CLB)
		v := url.Values{"token": {p.Get("/network").Token()}}
		for k, vv := range fields {
			v[k] = vv
		}
		m[r.Pattern] = p.Raw(http.MethodPost, path, v, nil).Status
	}
	return m
}

// masked is a page without ids and tokens, which are drawn anew each time.
func masked(body string) string {
	body = drawn.ReplaceAllString(body, "token")
	return regexp.MustCompile(`[0-9a-hjkmnp-tv-z]{26}`).ReplaceAllString(body, "id")
}

// Two people refer: one about somebody on the list, one about somebody nobody knows. Both see the same.
//
// proves R4.1-g
func TestZ15_AReferrerLearnsNothingAboutWhoIsKnown(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := site(w)
		storetest.ListedCase(w)
		refer := func(by deed.By, told discussion.Told) string {
			asked, err := w.Referrals().AskConversation(w.Context(), by, "")
			w.Must(err)
			ref, err := w.Referrals().Listen(w.Context(), w.Coordinator, discussion.Listen{Asked: asked, Told: told, Sector: discussion.Education})
			w.Must(err)
			before := s.As(by).Get("/refer").Is(http.StatusOK).Body
			_, err = w.Referrals().CheckDuplicate(w.Context(), w.Coordinator, ref)
			w.Must(err)
			return masked(before + s.As(by).Get("/refer").Is(http.StatusOK).Body)
		}
		known := refer(w.CLB, storetest.Story("Milan", "Verbeke", "2010"))
		unknown := refer(w.CAW, storetest.Story("Nobody", "Neverseen", "1980"))
		if known != unknown {
			t.Errorf("the two referrers see different pages:\n%s\n%s", webtest.Text(known), webtest.Text(unknown))
		}
	})
}
