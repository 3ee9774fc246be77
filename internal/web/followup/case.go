package followup

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// caseHead stands above every tab of a casusblad.
type caseHead struct {
	ID    livc.ID
	Title string
	Lead  string
	Tabs  []ui.Link
	Bare  bool // without casusblad
}

// tabs are the pages of one case, with their addresses.
var tabs = []struct{ key, path string }{
	{"case.tab.now", ""}, {"case.tab.agreements", "/agreements"}, {"case.tab.questions", "/questions"}, {"case.tab.timeline", "/timeline"}, {"case.tab.rights", "/rights"},
}

func (p Pages) open(r *page.Request) (followup.CaseSheet, caseHead, error) {
	id, err := r.ID("case")
	if err != nil {
		return followup.CaseSheet{}, caseHead{}, err
	}
	c, err := p.Service.CaseSheet(r.Context(), r.Actor, id)
	if err != nil {
		return c, caseHead{}, err
	}
	h := caseHead{ID: id, Bare: c.Case.AgendaOnly, Title: i18n.T(r.Context(), "case.named", "Code", c.Case.Code),
		Lead: i18n.T(r.Context(), "case.lead", "State", i18n.Enum(r.Context(), "case_state", c.Case.State), "Day", i18n.DateOf(r.Context(), c.Case.Due))}
	for _, t := range tabs {
		href := "/cases/" + string(id) + t.path
		h.Tabs = append(h.Tabs, ui.Link{Href: href, Text: i18n.T(r.Context(), t.key), Current: r.URL.Path == href})
	}
	return c, h, nil
}

// nowPage is the first tab: goals, the word of the manager, the next look, who is in touch.
type nowPage struct {
	Head      caseHead
	Goals     []ui.Row
	Facts     []ui.Fact
	Criteria  []string
	Lines     []ui.Choice
	MayClose  bool
	MayGive   bool
	ToTell    bool
	Given     string
	Aftercare bool
	Houses    ui.Homes
	Transfer  bool // holds the list, so may take it to another municipality
	Plan      ui.Form
	Give      ui.Form
}

func (p Pages) now(r *page.Request) error {
	c, h, err := p.open(r)
	if err != nil {
		return err
	}
	address := "/cases/" + string(c.Case.ID)
	v := nowPage{Head: h, Facts: nowFacts(r, c), Criteria: c.Criteria, Plan: r.Form(address + "/follow-up"), Give: r.Form(address + "/plan"),
		MayGive: c.Case.Manager != "" && !c.Case.AgendaOnly, ToTell: c.ToTell, Aftercare: c.Case.State == livc.CaseAftercare, Transfer: r.Me.ListHolder}
	if c.PlanGiven != "" {
		v.Given = i18n.T(r.Context(), "give_plan.given", "Day", i18n.DateOf(r.Context(), c.PlanGiven))
	}
	for _, g := range c.Goals {
		v.Goals = append(v.Goals, ui.Row{Text: page.Or(g.Text.Text.Reveal(), page.Domain(r.Context(), g.Domain)), Tag: ui.Tag{Text: i18n.Enum(r.Context(), "goal_state", g.State), Tone: ui.Plain}})
	}
	houses, err := p.Houses.Houses(r.Context(), r.Actor, c.Case.ID)
	if err != nil {
		return err
	}
	v.Houses = page.TownHouses(r.Context(), houses)
	for _, l := range c.Contact {
		v.Lines = append(v.Lines, ui.Choice{Value: string(l.ID), Label: c.Services[l.Organisation]})
	}
	return r.Show(h.Title, nowView(v, page.Help(r, law.FollowUpPath, law.NoProcessing)))
}

func nowFacts(r *page.Request, c followup.CaseSheet) []ui.Fact {
	ctx := r.Context()
	facts := []ui.Fact{
		{Term: i18n.T(ctx, "case.manager"), Value: orNone(ctx, manager(ctx, c))},
		{Term: i18n.T(ctx, "case.review"), Value: orNone(ctx, i18n.DateOf(ctx, c.Case.Review))},
		{Term: i18n.T(ctx, "case.word"), Value: orNone(ctx, word(ctx, c.Word))},
	}
	facts = append(facts, contactFacts(r, c.Contact, c.Services)...)
	return append(facts, ui.Fact{Term: i18n.T(ctx, "terms.erased_on"), Value: i18n.DateOf(ctx, c.Case.Due)})
}

// manager says who manages and how far the mandate goes (R2.3.5-c).
func manager(ctx context.Context, c followup.CaseSheet) string {
	if c.Case.Manager == "" || c.Case.Reach == "" {
		return c.Services[c.Manager]
	}
	return c.Services[c.Manager] + ", " + i18n.Enum(ctx, "reach", c.Case.Reach)
}

// contactFacts say who is in touch, in which rhythm, and when next (R2.3.5-h).
func contactFacts(r *page.Request, lines []followup.ContactLine, services map[livc.ID]string) (facts []ui.Fact) {
	ctx := r.Context()
	for _, l := range lines {
		said := i18n.Enum(ctx, "toward", l.Toward) + ": " + services[l.Organisation]
		if l.EveryWeeks > 0 {
			said += ", " + i18n.T(ctx, "case.every_weeks", "Count", l.EveryWeeks)
		}
		if on := l.Upcoming(r.Today()); on != "" {
			said += ", " + i18n.T(ctx, "case.contact_next", "Day", i18n.ShortDay(ctx, on))
		}
		facts = append(facts, ui.Fact{Term: i18n.T(ctx, "case.contact"), Value: said})
	}
	return facts
}

func word(ctx context.Context, w followup.PathWord) string {
	if w.Word == "" {
		return ""
	}
	return i18n.Enum(ctx, "path_word", w.Word) + ", " + i18n.DateOf(ctx, w.Day)
}

func orNone(ctx context.Context, s string) string {
	if s == "" {
		return i18n.T(ctx, "case.none")
	}
	return s
}

func (p Pages) agreements(r *page.Request) error {
	c, h, err := p.open(r)
	if err != nil {
		return err
	}
	var rows []ui.Row
	for _, a := range c.Actions {
		sub := i18n.T(r.Context(), "case.action_sub", "Who", c.Services[a.Organisation], "Day", i18n.ShortDay(r.Context(), a.Due))
		if a.Result != "" {
			sub += ", " + i18n.Enum(r.Context(), "action_result", a.Result)
		}
		rows = append(rows, ui.Row{Text: page.Or(a.Text.What.Reveal(), i18n.Enum(r.Context(), "action_kind", a.Kind)), Sub: sub,
			Tag: ui.Tag{Text: i18n.Enum(r.Context(), "action_state", a.State), Tone: actionTones[a.State]}})
	}
	return r.Show(h.Title, rowsView(h, rows, i18n.T(r.Context(), "case.no_actions"), page.Help(r, law.OwnMission)))
}

func (p Pages) questions(r *page.Request) error {
	c, h, err := p.open(r)
	if err != nil {
		return err
	}
	var rows []ui.Row
	for _, q := range c.Questions {
		row := ui.Row{Text: page.Or(q.Text.Text.Reveal(), page.Domain(r.Context(), q.Domain)), Sub: c.Services[q.Organisation]}
		if q.Due != "" {
			row.Tag = ui.Tag{Text: i18n.ShortDay(r.Context(), q.Due), Tone: ui.Waiting}
		}
		rows = append(rows, row)
	}
	return r.Show(h.Title, rowsView(h, rows, i18n.T(r.Context(), "case.no_questions"), page.Help(r, law.CarefulWeighing)))
}

// timeline shows process events only (product 7.4).
func (p Pages) timeline(r *page.Request) error {
	c, h, err := p.open(r)
	if err != nil {
		return err
	}
	var events []ui.Event
	if c.Case.Closed != "" {
		events = append(events, ui.Event{When: i18n.DateOf(r.Context(), c.Case.Closed), Text: i18n.T(r.Context(), "case.event_closed")})
	}
	for _, t := range c.Talks {
		e := ui.Event{When: i18n.DateOf(r.Context(), t.Day), Text: i18n.T(r.Context(), "case.event_talk")}
		if t.Outcome != "" {
			e.Sub = i18n.Enum(r.Context(), "outcome", t.Outcome)
		}
		events = append(events, e)
	}
	events = append(events, ui.Event{When: i18n.DateOf(r.Context(), c.Case.Listed), Text: i18n.T(r.Context(), "case.event_listed")})
	return r.Show(h.Title, timelineView(h, events, page.Help(r, law.RetentionYear)))
}

func (p Pages) rights(r *page.Request) error {
	c, h, err := p.open(r)
	if err != nil {
		return err
	}
	return r.Show(h.Title, rightsView(h, i18n.T(r.Context(), "case.rights_erased", "Day", i18n.DateOf(r.Context(), c.Case.Due)), page.Help(r, law.InformingThePerson, law.StorageLimit)))
}

func (p Pages) planFollowUp(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	review, fault := r.Day("review")
	if fault == nil {
		var next livc.Day
		if next, fault = r.Day("next"); fault == nil {
			err = p.Service.PlanFollowUp(r.Context(), r.By(), id, followup.PlanFollowUp{Review: review, Line: r.Ref("line"), EveryWeeks: r.Number("every_weeks"), Next: next})
		}
	}
	if fault != nil {
		err = fault
	}
	if done, err := r.Done(id, err, page.To("/cases/"+string(id))); done {
		return err
	}
	return p.now(r)
}

func (p Pages) givePlan(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	_, err = r.Done(id, p.Service.GivePlan(r.Context(), r.By(), id), page.To("/cases/"+string(id)))
	return err
}
