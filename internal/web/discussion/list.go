package discussion

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// listPage is what the mayor's list shows.
type listPage struct {
	Town   string
	Cards  []card
	Cases  []ui.Row
	More   string // address of the next page
	Decide bool   // the chair decides; the coordinator prepares
}

// card is a proposal: never a name.
type card struct {
	Title string
	Row   ui.Row
	Facts []ui.Fact
	Held  bool
	Path  string
}

func (p Before) list(r *page.Request) error {
	l, err := p.Referrals.List(r.Context(), r.By(), placeIn(r))
	if err != nil {
		return err
	}
	v := listPage{Town: l.Municipality.Name, Decide: r.Actor.Function.Chairs()}
	for _, one := range l.Proposals {
		v.Cards = append(v.Cards, proposalCard(r, one))
	}
	for _, one := range l.Cases {
		v.Cases = append(v.Cases, caseRow(r, one))
	}
	if l.More.ID != "" {
		v.More = "/list?after=" + string(l.More.Due) + "_" + string(l.More.ID)
	}
	return r.Show(i18n.T(r.Context(), "list.title"), listView(v, page.Help(r, "livc-3-2-list")))
}

// placeIn reads where the page begins; anything that is no place is the start.
func placeIn(r *page.Request) discussion.Place {
	due, id, _ := strings.Cut(r.URL.Query().Get("after"), "_")
	d, err1 := livc.ParseDay(due)
	c, err2 := livc.ParseID(id)
	if err1 != nil || err2 != nil {
		return discussion.Place{}
	}
	return discussion.Place{Due: d, ID: c}
}

func caseRow(r *page.Request, l discussion.Line) ui.Row {
	ctx := r.Context()
	sub := i18n.T(ctx, "list.due", "Day", i18n.Day(ctx, l.Due))
	if !l.Entry.NextStep.Empty() {
		sub = l.Entry.NextStep.Reveal() + " · " + sub
	}
	return ui.Row{Href: "/list/" + string(l.ID), Text: l.Code, Sub: sub,
		Tag: ui.Tag{Text: i18n.Enum(ctx, "case_state", l.State), Tone: caseTones[l.State]}}
}

var caseTones = map[livc.CaseState]ui.Tone{
	livc.CaseListed: ui.Fresh, livc.CaseDiscussed: ui.Going, livc.CaseFollowed: ui.Going, livc.CaseStuck: ui.Waiting, livc.CaseAftercare: ui.Plain,
}

func proposalCard(r *page.Request, p discussion.Proposal) card {
	ctx, ref := r.Context(), p.Referral
	c := card{Title: i18n.T(ctx, "list.new", "Day", i18n.Day(ctx, ref.Received)), Held: p.Held, Path: deskPath(ref.ID)}
	c.Facts = []ui.Fact{{Term: i18n.T(ctx, "list.ages"), Value: i18n.Enum(ctx, "age_band", ref.Ages)},
		{Term: i18n.T(ctx, "list.state"), Value: i18n.Enum(ctx, "referral_state", ref.State)}}
	if ref.Sector != "" {
		c.Facts = append(c.Facts, ui.Fact{Term: i18n.T(ctx, "list.sector"), Value: i18n.Enum(ctx, "sector", ref.Sector)})
	}
	if p.Weight != nil {
		c.Facts = append(c.Facts, weightFacts(r, *p.Weight)...)
	}
	if ref.OfficerOn != "" {
		c.Facts = append(c.Facts, ui.Fact{Term: i18n.T(ctx, "list.check"), Value: i18n.T(ctx, law.CheckedSentence)})
	}
	return c
}

func weightFacts(r *page.Request, w discussion.Weight) (list []ui.Fact) {
	for _, f := range []struct {
		key  string
		text livc.Secret
	}{{i18n.T(r.Context(), "threshold.field.grounds"), w.Grounds}, {i18n.T(r.Context(), "threshold.field.advice"), w.Advice}, {i18n.T(r.Context(), "threshold.field.child"), w.Child}} {
		if !f.text.Empty() {
			list = append(list, ui.Fact{Term: f.key, Value: f.text.Reveal()})
		}
	}
	return list
}

// linePage is one case of the list.
type linePage struct {
	Case  discussion.Case
	Facts []ui.Fact
	Form  ui.Form
	Step  livc.Secret
	Who   string // address of the look at the name
}

func (p Before) nextStep(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Referrals.SetNextStep(r.Context(), r.By(), id, r.Secret("step"))
		if done, err := r.Done("", err, page.To("/list/"+string(id))); done {
			return err
		}
	}
	c, step, err := p.Referrals.NextStep(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	path := "/list/" + string(id)
	v := linePage{Case: c, Facts: caseFacts(r, c), Form: r.Form(path), Step: step, Who: path + "/who"}
	return r.Show(i18n.T(r.Context(), "next_step.title"), lineView(v, page.Help(r, "livc-3-2-list", "vl-retention")))
}

func caseFacts(r *page.Request, c discussion.Case) []ui.Fact {
	ctx := r.Context()
	list := []ui.Fact{{Term: i18n.T(ctx, "list.state"), Value: i18n.Enum(ctx, "case_state", c.State)},
		{Term: i18n.T(ctx, "list.ages"), Value: i18n.Enum(ctx, "age_band", c.Ages)},
		{Term: i18n.T(ctx, "next_step.listed"), Value: i18n.Day(ctx, c.Listed)}}
	if c.LastDiscussed != "" {
		list = append(list, ui.Fact{Term: i18n.T(ctx, "next_step.discussed"), Value: i18n.Day(ctx, c.LastDiscussed)})
	}
	return append(list, ui.Fact{Term: i18n.T(ctx, "next_step.due"), Value: i18n.Day(ctx, c.Due)})
}

// who answers a press on "show who": each press is a look of its own, and leaves a leaf.
func (p Before) who(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	c, who, err := p.Referrals.ShowIdentity(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "show_identity.title"), whoView(c, who))
}
