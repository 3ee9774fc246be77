package table

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// deskPage is the coordinator's screen at one item: what phase runs, its form, and what was agreed.
type deskPage struct {
	D                             discussion.Desk
	At, About, Point, Since       string // Since: when this phase began; no clock runs down
	Rail                          []ui.Phase
	Seats                         []ui.Seat
	Words                         map[ui.Side][]ui.Word
	Guide, Asked, Stops, Phase    ui.Form
	Stop, Resume, Weigh, Question ui.Form
	Quiet                         ui.Form
	Own                           string // address of this item among those of the own screens
	Decide                        decideForm
	Prompt                        string
	Prompts                       []ui.Choice
	Lists                         lists
	Counter                       counterQuestion
	Errors                        ui.Errors
	Meeting                       string
	Was                           string // how the three sheets lie
}

// lists are what was written down, as sentences.
type lists struct{ Questions, Actions, Goals []ui.Row }

func (p Pages) desk(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.showDesk(r, item)
}

func (p Pages) showDesk(r *page.Request, item livc.ID) error {
	mark := p.Hub.Mark()
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	p.goesLive(r, mark, d.Sitting.ID)
	v := newDesk(r, d)
	return r.Show(d.Case.Code, deskView(v, page.Help(r, "p-weighing", "vl-speak", "vl-need-to-know")))
}

// after answers a form of the desk: back to the desk, or the same desk with the messages.
func (p Pages) after(r *page.Request, item livc.ID, err error) error {
	if done, err := r.Done(item, err, page.To(deskAt(item))); done {
		return err
	}
	return p.showDesk(r, item)
}

func newDesk(r *page.Request, d discussion.Desk) deskPage {
	ctx, at := r.Context(), deskAt(d.Item.ID)
	v := deskPage{D: d, At: at, Meeting: tableAt(d.Sitting.ID), Guide: form(r, at+"/guide"), Stops: form(r, at+"/stops"), Phase: form(r, at+"/phase"),
		Stop: form(r, at+"/stop"), Resume: form(r, at+"/resume"), Weigh: form(r, at+"/weigh"), Question: form(r, at+"/question"),
		Quiet: form(r, at+"/quiet"), Own: "/meetings/" + string(d.Sitting.ID) + "/items/" + string(d.Item.ID),
		Decide: newDecide(r, d, at+"/decide"), Prompt: question(ctx, d.Own, d.Item.Guide), Errors: r.Form(r.URL.Path).Errors}
	v.About = i18n.Enum(ctx, "age_band", d.Case.Ages) + ". " + i18n.T(ctx, "desk.inside", "Count", len(d.Inside))
	v.Point = i18n.T(ctx, "desk.point", "At", d.Item.Place, "Of", d.Points)
	if !d.Item.PhaseAt.IsZero() {
		v.Since = i18n.T(ctx, "desk.since", "Clock", i18n.Clock(ctx, d.Item.PhaseAt))
	}
	v.Rail = rail(r, d.Item.Phase)
	v.Seats = seats(r, d)
	v.Words, v.Was = words(r, d), shownWeighed(r, d)
	v.Prompts = append(criteria(d.Own), prompts(ctx, sideOf(d.Item.Phase))...)
	v.Lists = newLists(r, d)
	v.Counter = newCounter(ctx, d)
	return v
}

// rail gives the phases, 0 to 9, and which one runs.
func rail(r *page.Request, now discussion.Phase) (list []ui.Phase) {
	for n := discussion.PhaseChange; n <= discussion.PhaseReport; n++ {
		step := ui.StepNext
		if n < now {
			step = ui.StepDone
		} else if n == now {
			step = ui.StepNow
		}
		list = append(list, ui.Phase{Text: i18n.Enum(r.Context(), "phase", phaseWord(n)), Step: step})
	}
	return list
}

func phaseWord(p discussion.Phase) string { return "p" + number(int(p)) }

// seats gives who is inside in the order of speaking, then who is outside.
func seats(r *page.Request, d discussion.Desk) (list []ui.Seat) {
	for _, a := range d.Inside {
		list = append(list, ui.Seat{Text: role(r.Context(), a), Inside: true})
	}
	for _, a := range presentIn(d) {
		if doorsNow(d)[a.ID] == discussion.Outside {
			list = append(list, ui.Seat{Text: role(r.Context(), a)})
		}
	}
	return list
}

// words lays the three sheets: domains with from how many places something was said, never what.
func words(r *page.Request, d discussion.Desk) map[ui.Side][]ui.Word {
	m, ctx := map[ui.Side][]ui.Word{}, r.Context()
	for _, w := range d.Said() {
		name := page.Domain(ctx, w.Domain)
		if w.Protects > 0 {
			m[ui.Protects] = append(m[ui.Protects], ui.Word{Text: name, Note: i18n.T(ctx, "desk.places", "Count", w.Protects)})
		}
		if w.Concerns > 0 {
			m[ui.Concerns] = append(m[ui.Concerns], ui.Word{Text: name, Note: i18n.T(ctx, "desk.places", "Count", w.Concerns)})
		}
		if w.Unknown {
			m[ui.Unknown] = append(m[ui.Unknown], ui.Word{Text: name})
		}
	}
	return m
}

func sideOf(p discussion.Phase) seed.Side {
	switch {
	case p <= discussion.PhaseProtects:
		return seed.Protects
	case p == discussion.PhaseConcerns:
		return seed.Concerns
	}
	return seed.Unknown
}

func newLists(r *page.Request, d discussion.Desk) (l lists) {
	ctx := r.Context()
	for _, q := range d.Questions {
		row := ui.Row{Text: page.Or(q.Text.Text.Reveal(), i18n.T(ctx, "case.question_only")), Sub: page.Domain(ctx, q.Domain), Tag: ui.Tag{Text: i18n.T(ctx, "desk.nobody"), Tone: ui.Waiting}}
		if q.Organisation != "" {
			row.Tag = ui.Tag{Text: i18n.T(ctx, "desk.by", "Who", d.Services[q.Organisation], "Day", i18n.Day(ctx, q.Due)), Tone: ui.Going}
		}
		l.Questions = append(l.Questions, row)
	}
	for _, a := range d.Actions {
		tag := ui.Tag{Text: i18n.Enum(ctx, "action_state", a.State), Tone: ui.Going}
		if a.State == livc.ActionAsked {
			tag.Tone = ui.Waiting
		}
		l.Actions = append(l.Actions, ui.Row{Text: page.Or(a.Text.What.Reveal(), i18n.Enum(ctx, "action_kind", a.Kind)), Sub: i18n.T(ctx, "desk.by", "Who", d.Services[a.Organisation], "Day", i18n.Day(ctx, a.Due)), Tag: tag})
	}
	for _, g := range d.Goals {
		l.Goals = append(l.Goals, ui.Row{Text: page.Or(g.Text.Text.Reveal(), i18n.T(ctx, "case.goal_only")), Sub: page.Domain(ctx, g.Domain)})
	}
	return l
}

func (p Pages) movePhase(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.after(r, item, p.Table.MovePhase(r.Context(), r.By(), item, discussion.Phase(r.Number("phase"))))
}

func (p Pages) resume(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.after(r, item, p.Table.Resume(r.Context(), r.By(), item))
}

func (p Pages) stop(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.after(r, item, p.Table.StopDanger(r.Context(), r.By(), item))
}

// guide shows a question of the guide, and only one that the guide has.
func (p Pages) guide(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	stem := r.Text("guide")
	if prompt(r.Context(), stem) == "" {
		stem = ""
	}
	return p.after(r, item, p.Table.ShowGuide(r.Context(), r.By(), item, stem))
}

func (p Pages) stops(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.after(r, item, p.Table.AskStops(r.Context(), r.By(), item, r.Texts("stops")))
}

func (p Pages) weigh(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.after(r, item, p.Table.WeighCase(r.Context(), r.By(), discussion.WeighCase{Item: item, Domains: weighed(r),
		AskedProtects: r.Yes("asked_protects"), AskedConcerns: r.Yes("asked_concerns"), Was: weighedBefore(r)}))
}

// shownWeighed says in one field how the three sheets lay when the form was shown. In a form that comes back
// what was left as it was stays so, and what was filled in lies beside what stands there now.
func shownWeighed(r *page.Request, d discussion.Desk) string {
	lay := discussion.WeighCase{AskedProtects: d.Item.AskedProtects, AskedConcerns: d.Item.AskedConcerns, Domains: d.Weighed}
	if was := weighedBefore(r); was != nil {
		lay = was.CameBack(weighed(r), lay)
	}
	parts := []string{fmt.Sprintf("%t:%t", lay.AskedProtects, lay.AskedConcerns)}
	for _, w := range lay.Domains {
		parts = append(parts, fmt.Sprintf("%s:%d:%d:%t:%t", w.Domain, w.Protects, w.Concerns, w.Unknown, w.NotApplicable))
	}
	return strings.Join(parts, " ")
}

// weighedBefore reads that field; nil when the form has none.
func weighedBefore(r *page.Request) *discussion.WeighCase {
	first, rest, _ := strings.Cut(r.Text("was"), " ")
	if first == "" {
		return nil
	}
	protects, concerns, _ := strings.Cut(first, ":")
	w := &discussion.WeighCase{AskedProtects: protects == "true", AskedConcerns: concerns == "true"}
	for _, part := range strings.Fields(rest) {
		if f := strings.Split(part, ":"); len(f) == 5 {
			p, _ := strconv.Atoi(f[1]) // what is no number was not shown
			c, _ := strconv.Atoi(f[2])
			w.Domains = append(w.Domains, discussion.DomainWeighed{Domain: f[0], Protects: p, Concerns: c, Unknown: f[3] == "true", NotApplicable: f[4] == "true"})
		}
	}
	return w
}

// weighed reads the three sheets.
func weighed(r *page.Request) (list []discussion.DomainWeighed) {
	unknown, not := r.Texts("unknown"), r.Texts("not_applicable")
	for _, d := range discussion.Domains() {
		list = append(list, discussion.DomainWeighed{Domain: d, Protects: r.Number("protects." + d), Concerns: r.Number("concerns." + d),
			Unknown: has(unknown, d), NotApplicable: has(not, d)})
	}
	return list
}

func has(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

func (p Pages) question(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	due, fault := r.Day("due")
	if fault != nil {
		r.Faulty(fault)
		return p.showDesk(r, item)
	}
	_, err = p.Table.AskQuestion(r.Context(), r.By(), discussion.AskQuestion{Item: item, Domain: r.Text("domain"), Text: r.Secret("text"),
		Holder: r.Ref("holder"), Due: due})
	return p.after(r, item, err)
}

// stopTexts are the three fixed questions.
func stopTexts(r func(string) string) (list []ui.Choice) {
	for _, q := range law.StopQuestions() {
		list = append(list, ui.Choice{Value: strings.TrimPrefix(string(q), "law.stop."), Label: r(string(q))})
	}
	return list
}

// motionStands says how a question to everybody stands; never who did what.
func motionStands(ctx context.Context, m discussion.MotionSeen) string {
	if m.State != discussion.MotionOpen {
		return i18n.Enum(ctx, "motion_state", m.State)
	}
	return i18n.Enum(ctx, "motion_result", m.Stands)
}
