package proof

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestZ2_EveryAddressHasAnActionWithAPermit(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	for _, m := range []map[string][]page.Route{working(w), doors(w)} {
		for folder, list := range m {
			if len(list) == 0 {
				t.Errorf("internal/web/%s has no addresses", folder)
			}
			for _, r := range list {
				if r.Action == "" && !r.Free {
					t.Errorf("%s has no action", r.Pattern)
				}
				if r.Action != "" && len(access.Find(r.Action)) == 0 {
					t.Errorf("%s is about %s, which is nobody's", r.Pattern, r.Action)
				}
			}
		}
	}
	for folder, list := range working(w) {
		for _, r := range list {
			if r.Public || r.Open || r.Free {
				t.Errorf("%s in internal/web/%s is open to who is not signed in", r.Pattern, folder)
			}
		}
	}
}

// comparers may look at the function of who acts, with the reason.
var comparers = map[string]string{
	"internal/access": "the table of permits",
	"internal/law":    "the rules of law",
	"internal/audit":  "writes it down",
}

// No code but the table and the law decides by the function of who acts.
func TestZ2_NobodyElseComparesTheFunctionOfWhoActs(t *testing.T) {
	var faults []string
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		name := strings.TrimPrefix(filepath.ToSlash(path), "../../")
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != "../.."):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || comparers[filepath.Dir(name)] != "":
			return nil
		}
		text, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			faults = append(faults, comparisons(name, text)...)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		if why := withoutTable[f]; why == "" {
			t.Errorf("%s: the table of permits decides", f)
		}
	}
	for f := range withoutTable {
		if !slices.Contains(faults, f) {
			t.Errorf("%s is gone: take it from the list", f)
		}
	}
}

// withoutTable are comparisons that open nothing: the gate asks the table all the same. The list shrinks.
var withoutTable = map[string]string{
	"internal/store/standing.go: s.by.Function == livc.System":                  "the system wears no hat whose facts could be read",
	"internal/store/standing.go: function == s.by.Function":                     "who claims a function has it",
	"internal/step/invitation/board.go: tx.By.Function == livc.Coordinator":     "of two permits to look, which one let the actor in",
	"internal/step/discussion/thinking.go: tx.By.Function != livc.Coordinator":  "whose questions are listed; the texts need a key",
	"internal/step/protocol/protocol.go: by.Function != livc.DPO":               offered,
	"internal/step/protocol/protocol.go: by.Function != livc.Founder":           offered,
	"internal/web/discussion/today.go: r.Actor.Function == livc.Officer":        offered,
	"internal/web/discussion/thinking.go: r.Actor.Function == livc.Coordinator": offered,
	"internal/web/discussion/today.go: r.Actor.Function == livc.Participant":    offered,
	"internal/web/discussion/today.go: r.Actor.Function == livc.DPO":            offered,
	"internal/web/discussion/today.go: r.Actor.Function == livc.Founder":        offered,
	"internal/web/processing/today.go: r.Actor.Function != livc.Officer":        offered,
	"internal/web/support/network.go: r.Actor.Function == livc.DPO":             offered,
	"internal/web/support/network.go: r.Actor.Function != livc.DPO":             offered,
	"internal/web/support/network.go: r.Actor.Function != livc.Participant":     offered,
	"internal/web/support/today.go: r.Actor.Function == livc.DPO":               offered,
	"internal/web/support/today.go: r.Actor.Function == livc.Participant":       offered,
	"internal/web/support/today.go: r.Actor.Function == livc.Founder":           offered,
}

// offered is why pages look at a function: to leave out what somebody has no use for.
const offered = "what a page offers; whether it may be done is asked at the gate"

// comparisons finds where the function of an actor is compared: by.Function, tx.By.Function, q.Actor.Function.
func comparisons(name string, f *ast.File) (found []string) {
	actor := func(e ast.Expr) bool {
		s, ok := e.(*ast.SelectorExpr)
		if !ok || s.Sel.Name != "Function" {
			return false
		}
		of := strings.ToLower(types.ExprString(s.X))
		return of == "by" || of == "actor" || strings.HasSuffix(of, ".by") || strings.HasSuffix(of, ".actor")
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if (n.Op == token.EQL || n.Op == token.NEQ) && (actor(n.X) || actor(n.Y)) {
				found = append(found, fmt.Sprintf("%s: %s", name, types.ExprString(n)))
			}
		case *ast.SwitchStmt:
			if n.Tag != nil && actor(n.Tag) {
				found = append(found, fmt.Sprintf("%s: switch %s", name, types.ExprString(n.Tag)))
			}
		}
		return true
	})
	return found
}

func TestZ2_TheGuardOfComparisonsIsAwake(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "a.go", `package a
		func A(by deed.By, h Hat) bool {
			switch tx.By.Function { case livc.Mayor: return true }
			return by.Function == livc.Mayor || q.Actor.Function != livc.DPO || h.Function == livc.Officer
		}`, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := comparisons("a.go", f); len(got) != 3 {
		t.Errorf("found %v", got)
	}
}

// pageless are permits whose address comes later, or that have none, with the reason. The list shrinks.
var pageless = map[access.Action]string{}

func init() {
	for why, list := range map[string][]access.Action{
		"the system's own deed, without an address": {access.SignIn, access.RefuseSignIn, access.Enrol, access.ChangeAccess, access.FoundLivc, access.SendMail,
			access.SignCheckpoint, access.RunClocks},
		"practice only, tested with the practice hall":                                 {access.MoveClock},
		"shown under the address at which keys are given":                              {access.ViewKeys},
		"a button of the page on which a draft is written":                             {access.EraseDraft},
		"a guess at an enrolment code, tested with the sign-in":                        {access.GuessCode},
		"a picture on the page of the case and on an invitation, tested with its step": {access.ViewHouses},
		"a code typed on a screen, tested with the table":                              {access.AskScreen},
		"by a link, tested with the pages of a referral":                               {access.OpenLink, access.ReferByLink},
	} {
		for _, a := range list {
			pageless[a] = why
		}
	}
}

// narrow are rows that let somebody in only where the story does not come, with the reason: the action,
// and who may. The refusals are tested all the same; the list shrinks.
var narrow = map[string]string{
	"sign_extension [mayor representative coordinator officer participant founder]": "by another person than who wrote it: sent whole below",
	"report_stuck [mayor representative coordinator]":                               "who holds the sheet is told the norm, that only the case manager says it; the row of the manager lets in",
	"ask_chair [mayor representative coordinator]":                                  "it is asked about one item: sent whole below",
	"card_shown [officer]": "the desk acts for the officer, whose own screen comes later: sent whole below",
}

// through tells whether a permit let somebody in; what the page then found wrong is another matter.
func through(status int) bool { return status != http.StatusNotFound && status != http.StatusForbidden }

// rowsOf are the rows of the table that let a function do what an address is about. Where an action has
// rows about different kinds of object, the address says which one it has in hand.
func rowsOf(r page.Route, f livc.Function) (rows []int) {
	var named []int
	for i, p := range access.Permits {
		if p.Action != r.Action || !slices.Contains(p.Who, f) {
			continue
		}
		rows = append(rows, i)
		if strings.Contains(r.Pattern, "{"+string(p.Of)+"}") {
			named = append(named, i)
		}
	}
	if len(named) > 0 {
		return named
	}
	return rows
}

// Z1 through real pages: each row of the table lets in one who may, and each address answers who may not
// as if nothing stood there.
func TestZ1_EveryPermitHasOneWhoMayAndOneWhoMayNot(t *testing.T) {
	storetest.Each(t, eachZ1EveryPermitHasOneWhoMayAndOneWhoMayNot)
}

func eachZ1EveryPermitHasOneWhoMayAndOneWhoMayNot(t *testing.T, db *store.DB) {
	x, s := toldIn(t, db, canary.New())
	allowed, refused, seen := map[int]bool{}, map[access.Action]bool{}, map[access.Action]bool{}
	for _, r := range routes(x.Town) {
		seen[r.Action] = true
		for _, who := range x.callers() {
			by := everybody(x.Town)[who]
			for _, ids := range x.choices(r.Pattern) {
				got := knock(x, s, r, by, ids)
				if may(r.Action, by.Function) {
					for _, row := range rowsOf(r, by.Function) {
						allowed[row] = allowed[row] || through(got.Status)
					}
					continue
				}
				refused[r.Action] = true
				if got.Status != http.StatusNotFound && !empty(x, s, by, got) {
					t.Errorf("%s answers the %s with %d", r.Pattern, who, got.Status)
				}
			}
		}
	}
	x.refusals(s, func(a access.Action) { refused[a] = true })
	for i, p := range access.Permits {
		a := p.Action
		if slices.Equal(p.Who, []livc.Function{livc.System}) {
			continue // has no address: pageless says so below
		}
		switch {
		case why(p) != "" && allowed[i]:
			t.Errorf("%s of %v lets somebody in now: take it from narrow", a, p.Who)
		case seen[a] && !allowed[i] && why(p) == "":
			t.Errorf("%s on a %s lets nobody of %v in: the story must make what it is about", a, p.Of, p.Who)
		case seen[a] && !refused[a] && !forAll(a):
			t.Errorf("%s refuses nobody", a)
		}
	}
	for _, a := range access.Actions() {
		if why := pageless[a]; why != "" && seen[a] {
			t.Errorf("%s has an address now: take it from pageless", a)
		} else if why == "" && !seen[a] {
			t.Errorf("%s has no address and no reason in pageless", a)
		}
	}
}

// refusals lets somebody of another LIVC R knock everywhere.
func (x *world) refusals(s *webtest.Site, refused func(access.Action)) {
	x.T.Helper()
	stranger := x.Neighbour().CLB
	for _, r := range routes(x.Town) {
		if got := knock(x, s, r, stranger, x.objects); strings.Contains(r.Pattern, "{") && through(got.Status) && !empty(x, s, stranger, got) {
			x.T.Errorf("%s answers somebody of another LIVC R with %d", r.Pattern, got.Status)
		} else if !through(got.Status) {
			refused(r.Action)
		}
	}
}

// why a row lets nobody in here; "" when it must.
func why(p access.Permit) string { return narrow[fmt.Sprint(p.Action, " ", p.Who)] }

// An extension is signed by another person of the same organisation than who wrote it; whoever wrote it is
// told so, and nobody else knows of it.
//
// proves R6.2-m
func TestZ1_AnotherPersonSignsAnExtension(t *testing.T) {
	storetest.Each(t, eachZ1AnotherPersonSignsAnExtension)
}

func eachZ1AnotherPersonSignsAnExtension(t *testing.T, db *store.DB) {
	x, s := toldIn(t, db, canary.New())
	second := x.Person(x.Founder, x.CLB.Controller, livc.Participant, "Tine Smet")
	x.Must(x.Support.ConfirmPerson(x.Context(), x.CLB, second.Hat))
	sql(x.Town, `UPDATE hat SET list_manager = TRUE WHERE livc = $1 AND id = $2`, x.Livc, second.Hat)
	path := "/extensions/" + string(x.objects["dossier"]) + "/" + string(x.objects["extension"])
	send := func(by deed.By) webtest.Page {
		p := s.As(by)
		return p.Raw(http.MethodPost, path, url.Values{"token": {p.Get("/network").Token()}}, nil)
	}
	send(x.CLB).Is(http.StatusForbidden).Says("Een collega van dezelfde organisatie tekent de verlenging.")
	send(x.CAW).Is(http.StatusNotFound)
	send(second).Is(http.StatusSeeOther)
}

// The officer may show a card though the desk does it for him: sent whole, the form is taken.
//
// proves X-L-g
func TestZ1_TheOfficerMayShowACard(t *testing.T) { storetest.Each(t, eachZ1TheOfficerMayShowACard) }

func eachZ1TheOfficerMayShowACard(t *testing.T, db *store.DB) {
	x, s := toldIn(t, db, canary.New())
	form := url.Values{"part": {"whole"}}
	for _, weighed := range []string{"contributes", "use", "vulnerability", "minority", "proportionate"} {
		form.Set(weighed, "yes")
	}
	path := "/items/" + string(x.others["item"][0]) + "/card"
	for by, want := range map[*deed.By]int{&x.Officer: http.StatusSeeOther, &x.CAW: http.StatusNotFound} {
		p := s.As(*by)
		form.Set("token", p.Get("/network").Token())
		p.Raw(http.MethodPost, path, form, nil).Is(want)
	}
}

// Who has the desk lays a question before the chair about one item of that meeting; nobody else can.
//
// proves R3.0-a
func TestZ1_TheDeskAsksTheChair(t *testing.T) { storetest.Each(t, eachZ1TheDeskAsksTheChair) }

func eachZ1TheDeskAsksTheChair(t *testing.T, db *store.DB) {
	x, s := toldIn(t, db, canary.New())
	path := "/meetings/" + string(x.screens["meeting"]) + "/ask-chair"
	for by, want := range map[*deed.By]int{&x.Coordinator: http.StatusSeeOther, &x.CLB: http.StatusNotFound} {
		p := s.As(*by)
		p.Raw(http.MethodPost, path, url.Values{"token": {p.Get("/network").Token()}, "kind": {"close"}, "item": {string(x.screens["item"])}}, nil).Is(want)
	}
	if q := x.Count(`SELECT count(*) FROM door_asked`); q != 1 {
		t.Errorf("%d questions wait", q)
	}
}

func may(a access.Action, f livc.Function) bool {
	return slices.ContainsFunc(access.Find(a), func(p access.Permit) bool { return slices.Contains(p.Who, f) })
}

// forAll tells whether every function may do an action, so that only a stranger is refused.
func forAll(a access.Action) bool {
	return !slices.ContainsFunc(livc.Functions(), func(f livc.Function) bool { return !may(a, f) })
}

// empty tells whether a page holds nothing but what everybody in the network knows: an empty form, or
// one that comes back because it was sent empty.
func empty(x *world, s *webtest.Site, by deed.By, p webtest.Page) bool {
	if !slices.Contains([]int{http.StatusOK, http.StatusUnprocessableEntity, http.StatusConflict}, p.Status) {
		return false
	}
	open, ok := x.open[by.Hat]
	if !ok {
		for _, hat := range append(x.others["hat"], x.objects["hat"]) {
			open += s.As(by).Get("/people/" + string(hat)).Body
		}
		x.open[by.Hat] = open
	}
	return !slices.ContainsFunc(x.flock.In("page", []byte(p.Body)), func(f canary.Find) bool { return !strings.Contains(open, f.Word) })
}

// knock asks for a page, or sends an empty form with a true token.
func knock(x *world, s *webtest.Site, r page.Route, by deed.By, ids map[string]livc.ID) webtest.Page {
	x.T.Helper()
	p := s.As(by)
	if path, _, ok := address(r.Pattern, http.MethodGet, ids); ok {
		return p.Get(path)
	}
	path, _, _ := address(r.Pattern, http.MethodPost, ids)
	return p.Raw(http.MethodPost, path, url.Values{"token": {p.Get("/network").Token()}}, nil)
}

// choices gives the ways to fill an address: what the story made first, and with one part another.
func (x *world) choices(pattern string) []map[string]livc.ID {
	list := x.both(pattern)
	for name, others := range x.others {
		if !strings.Contains(pattern, "{"+name+"}") {
			continue
		}
		for _, id := range others {
			m := maps.Clone(x.objects)
			m[name] = id
			list = append(list, m)
		}
	}
	return list
}

// atScreens fills an address with what stands at the table on screens.
func (x *world) atScreens() map[string]livc.ID {
	m := maps.Clone(x.objects)
	maps.Copy(m, x.screens)
	return m
}
