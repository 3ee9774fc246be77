package proof

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"beraad.eu/internal/access"
	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/webtest"
)

// blank is a form as it stands on a page: where it goes, and its fields.
type blank struct {
	who    string
	page   string // the address at which it stands
	action string
	fields []field
}

type field struct {
	name, kind string
	values     []string // what can be chosen
	value      string   // what stands in it already
}

// formsOn reads the forms of a page.
func formsOn(body string) (list []blank) {
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		return nil
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "form" && strings.EqualFold(attr(n, "method"), "post") {
			list = append(list, blank{action: attr(n, "action"), fields: fieldsOf(n)})
		}
	}
	return list
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func fieldsOf(form *html.Node) (list []field) {
	for n := range form.Descendants() {
		if n.Type != html.ElementNode || attr(n, "name") == "" {
			continue
		}
		f := field{name: attr(n, "name"), kind: attr(n, "type"), value: attr(n, "value")}
		switch n.Data {
		case "select":
			f.kind = "select"
			for o := range n.Descendants() {
				if o.Data == "option" && attr(o, "value") != "" {
					f.values = append(f.values, attr(o, "value"))
				}
			}
		case "textarea":
			f.kind = "textarea"
			if n.FirstChild != nil {
				f.value = n.FirstChild.Data
			}
		case "input", "button":
		default:
			continue
		}
		list = append(list, f)
	}
	return list
}

// words is what the tests type.
const words = "Wat ik zelf schreef, en niet kwijt wil"

// fill fills in every field of a form; nth chooses among radios and options, boxes tells whether boxes
// are ticked.
func (b blank) fill(today string, nth int, boxes bool) url.Values {
	v, radios := url.Values{}, map[string][]string{}
	for _, f := range b.fields {
		switch f.kind {
		case "radio":
			radios[f.name] = append(radios[f.name], f.value)
		case "checkbox":
			if boxes {
				v.Add(f.name, f.value)
			}
		case "select":
			if len(f.values) > 0 {
				v.Set(f.name, f.values[nth%len(f.values)])
			}
		case "date":
			v.Set(f.name, today)
		case "time":
			v.Set(f.name, "20:00")
		case "number":
			v.Set(f.name, "1")
		case "email":
			v.Set(f.name, "iemand@dienst.example")
		case "hidden", "submit":
			if f.name != "" && f.value != "" && !v.Has(f.name) {
				v.Set(f.name, f.value)
			}
		default:
			v.Set(f.name, words)
		}
	}
	for name, values := range radios {
		v.Set(name, values[nth%len(values)])
	}
	return v
}

// blanks are the forms on every page of everybody, by the address they go to.
type blanks struct {
	x     *world
	s     *webtest.Site
	found map[string][]blank
	goals map[string]*regexp.Regexp // what an address looks like, by its pattern
}

// newBlanks looks for forms on every page, each part of an address filled in every way the story gives.
func newBlanks(x *world, s *webtest.Site) *blanks {
	b := &blanks{x: x, s: s, found: map[string][]blank{}, goals: map[string]*regexp.Regexp{}}
	for _, r := range routes(x.Town) {
		if method, path, _ := strings.Cut(r.Pattern, " "); method == http.MethodPost {
			b.goals[r.Pattern] = regexp.MustCompile("^" + part.ReplaceAllString(path, "[^/]+") + "$")
		}
	}
	for _, r := range routes(x.Town) {
		for _, ids := range x.choices(r.Pattern) {
			path, _, ok := address(r.Pattern, http.MethodGet, ids)
			for _, who := range names(everybody(x.Town)) {
				if ok && !slices.Contains(stands, who) {
					b.look(who, path)
				}
			}
		}
	}
	return b
}

// look notes the forms of one page.
func (b *blanks) look(who, path string) {
	for _, f := range formsOn(b.s.As(everybody(b.x.Town)[who]).Get(path).Body) {
		f.who, f.page = who, path
		if r := b.patternOf(f.action); r != "" {
			b.found[r] = append([]blank{f}, b.found[r]...)
		}
	}
}

// patternOf gives the address, as a pattern, that a form is sent to.
func (b *blanks) patternOf(action string) string {
	for pattern, goal := range b.goals {
		if goal.MatchString(action) {
			return pattern
		}
	}
	return ""
}

// pressed is a form that was taken.
type pressed struct {
	blank
	by    deed.By
	sent  url.Values // as it was sent
	other url.Values // the same, from a tab that was opened before
	first webtest.Page
}

// press fills in a form in several ways until it is taken.
func (b *blanks) press(f blank) (p pressed, ok bool) {
	p = pressed{blank: f, by: everybody(b.x.Town)[f.who]}
	today := string(b.x.Today().Add(0, 0, 1))
	for _, try := range []struct {
		nth   int
		boxes bool
	}{{0, true}, {1, true}, {0, false}, {2, true}, {1, false}, {2, false}, {3, true}} {
		now, again := b.again(f), b.again(f)
		if now == nil || again == nil {
			return p, false
		}
		b.x.Pass(time.Second)
		p.sent, p.other = now.fill(today, try.nth, try.boxes), again.fill(today, try.nth, try.boxes)
		if p.first = b.s.As(p.by).Raw(http.MethodPost, f.action, p.sent, nil); p.first.Status == http.StatusSeeOther {
			b.look(f.who, p.first.To)
			return p, true
		}
		if !slices.Contains([]int{http.StatusOK, http.StatusUnprocessableEntity}, p.first.Status) {
			return p, false
		}
	}
	return p, false
}

// again opens the page of a form anew.
func (b *blanks) again(f blank) *blank {
	for _, g := range formsOn(b.s.As(everybody(b.x.Town)[f.who]).Get(f.page).Body) {
		if g.action == f.action {
			return &g
		}
	}
	return nil
}

// deeds counts what was done, without what was looked at.
func (x *world) deeds() (n int) {
	for _, e := range x.Log() {
		if e.Authorised && !access.Find(access.Action(e.Action))[0].Read {
			n++
		}
	}
	return n
}

// stands are people who see the same pages as somebody else who looks.
var stands = []string{"representative", "caw", "founder"}

// callers are who knocks at every address: everybody on the embedded database, and on PostgreSQL, where
// a look costs more, one of each kind.
func (x *world) callers() []string {
	list := names(everybody(x.Town))
	if x.DB.Engine() == "postgres" {
		list = slices.DeleteFunc(list, func(who string) bool { return slices.Contains(stands, who) })
	}
	return list
}

// Every form of every page that can be filled in without knowing what it is about: pressed twice it acts
// once, and a second tab with the same words acts no second time. A second tab with other words changes
// nothing unseen: where it would replace what was decided it is answered with who was first.
//
// proves settled 13
func TestP7_EveryFormActsOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		x := newWorld(storetest.NewTown(t, db), canary.New())
		x.nextMeeting()
		b := newBlanks(x, site(x.Town))
		taken, overtaken := 0, 0
		for _, r := range routes(x.Town) {
			if !strings.HasPrefix(r.Pattern, http.MethodPost) {
				continue
			}
			p, ok := b.first(r.Pattern)
			if !ok {
				continue
			}
			taken++
			if b.late(t, r, p, b.twice(t, r.Pattern, p)) {
				overtaken++
			}
		}
		if taken < 45 || overtaken < 20 {
			t.Errorf("%d forms were taken, %d were overtaken: the test has no teeth", taken, overtaken)
		}
	})
}

// nextMeeting plans a meeting with an invitation that waits for its answer.
func (x *world) nextMeeting() {
	s, ctx, c := x.Invitations(), x.Context(), x.objects["case"]
	m := storetest.PlannedMeeting(x.Town, c)
	i := x.must(s.ChooseParticipants(ctx, x.Coordinator, canary.Fill(x.flock, invitation.ChooseParticipants{Meeting: m, Case: c, Hat: x.OCMW.Hat})))
	_, err := s.SendInvitations(ctx, x.Mayor, m, c)
	x.Must(err)
	x.others["meeting"] = append(x.others["meeting"], m)
	x.others["invitation"] = append(x.others["invitation"], i)
}

// first presses the first form of an address that is taken.
func (b *blanks) first(pattern string) (p pressed, ok bool) {
	tried := map[string]int{}
	for _, f := range b.found[pattern] {
		if tried[f.who]++; tried[f.who] > 3 {
			continue
		}
		if p, ok = b.press(f); ok {
			return p, true
		}
	}
	return p, false
}

// twice presses a form that was taken again, and sends the same words from a second tab; it gives the
// database as it stands then.
func (b *blanks) twice(t *testing.T, pattern string, p pressed) (after map[string]string) {
	t.Helper()
	before, deeds := rows(b.x.Town), b.x.deeds()
	for name, form := range map[string]url.Values{"a second press": p.sent, "a second tab": p.other} {
		again := b.s.As(p.by).Raw(http.MethodPost, p.action, form, nil)
		if again.Status != http.StatusSeeOther || again.To != p.first.To {
			t.Errorf("%s as %s: %s answers %d %s, the first led to %s\n%s", pattern, p.who, name, again.Status, again.To, p.first.To, webtest.Text(again.Body))
		}
	}
	after = rows(b.x.Town)
	if list := changed(before, after); len(list) > 0 || b.x.deeds() != deeds {
		t.Errorf("%s as %s: pressing again changed %v and did %d deeds", pattern, p.who, list, b.x.deeds()-deeds)
	}
	return after
}

// late sends other words from a tab that was open before; it tells whether somebody was said to be first.
func (b *blanks) late(t *testing.T, r page.Route, p pressed, before map[string]string) bool {
	t.Helper()
	got := b.s.As(p.by).Raw(http.MethodPost, p.action, otherWords(p.other), nil)
	if got.Status >= http.StatusInternalServerError {
		t.Errorf("%s: a late form is answered %d", r.Pattern, got.Status)
	}
	action := r.Action
	if p.sent.Get("do") == "ask" {
		action = access.AskChair // from the same form, who does not keep the door asks who does
	}
	if list := changed(before, rows(b.x.Town)); len(list) > 0 && (got.Status != http.StatusSeeOther || access.Replaces(action)) {
		t.Errorf("%s: a late form is answered %d and changed %v", r.Pattern, got.Status, list)
	}
	if got.Status != http.StatusConflict {
		return false
	}
	text := webtest.Text(got.Body)
	for _, part := range []string{"Laatste wijziging", "jijzelf als " + i18n.Enum(t.Context(), "function", p.by.Function)} {
		if !strings.Contains(text, part) {
			t.Errorf("%s does not say %q:\n%s", r.Pattern, part, text)
		}
	}
	if strings.Contains(p.other.Encode(), url.QueryEscape(words)) && !strings.Contains(text, words+" anders") {
		t.Errorf("%s: what was typed is gone:\n%s", r.Pattern, text)
	}
	return true
}

// otherWords is a form with other texts.
func otherWords(form url.Values) url.Values {
	v := url.Values{}
	for name, list := range form {
		for _, s := range list {
			if s == words {
				s += " anders"
			}
			v.Add(name, s)
		}
	}
	v.Set("something", "else") // so that a form without text differs too
	return v
}

// Who comes too late with a decision reads that the mayor was first, as a function, with the day and how
// it stands now; the own words are still there. Whoever may not know of it reads what does not exist.
//
// proves settled 13
func TestP7_ALateDecisionSaysWhoWasFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := site(w)
		path := "/referrals/" + string(w.Proposed(storetest.Story("Nora", "Claes", "1999"))) + "/decide"
		form := func(by deed.By) url.Values {
			return url.Values{"token": {s.As(by).Get(path).Token()}, "verdict": {"not_list"}, "reason": {"regular_help"}, "motivation": {words}}
		}
		mayor, representative, partner := form(w.Mayor), form(w.Representative), form(w.CLB)
		w.Pass(time.Minute)
		s.As(w.Mayor).Raw(http.MethodPost, path, mayor, nil).Is(http.StatusSeeOther)
		before := rows(w)
		late := s.As(w.Representative).Raw(http.MethodPost, path, representative, nil).Is(http.StatusConflict)
		text := webtest.Text(late.Body)
		for _, part := range []string{"Iemand was je voor", "burgemeester, 24 november 2026, 10.01 uur: over de lijst beslist", "Hoe het nu staat niet op de lijst", words} {
			if !strings.Contains(text, part) {
				t.Errorf("the late form does not say %q:\n%s", part, text)
			}
		}
		late.Never("Karim", "Nora", "Claes")
		if list := changed(before, rows(w)); len(list) > 0 {
			t.Errorf("the late form changed %v", list)
		}
		partner.Set("token", s.As(w.CLB).Get("/network").Token())
		s.As(w.CLB).Raw(http.MethodPost, path, partner, nil).Is(http.StatusNotFound)
	})
}

// Whoever opens the page on which something can be changed changes nothing: a form that was shown before
// that is taken, also when the same person opened the page again.
//
// proves settled 13
func TestP7_ALookAtThePageMakesNoFormStale(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := site(w)
		path := "/list/" + string(w.Listed(storetest.Story("Nora", "Claes", "1999")).ID)
		form := url.Values{"token": {s.As(w.Coordinator).Get(path).Token()}, "step": {words}}
		w.Pass(time.Minute)
		s.As(w.Mayor).Get(path).Is(http.StatusOK)
		s.As(w.Coordinator).Get(path).Is(http.StatusOK)
		s.As(w.Coordinator).Raw(http.MethodPost, path, form, nil).Is(http.StatusSeeOther)
	})
}
