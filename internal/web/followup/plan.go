package followup

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// planPage is the case manager's own copy, and the one word he or she tells.
type planPage struct {
	Title, Lead    string
	Goals, Actions []ui.Row
	Facts          []ui.Fact // the mandate, and who is in touch
	Words          []ui.Choice
	Form           ui.Form
}

func (p Pages) plan(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	plan, err := p.Service.Plan(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := planPage{Title: i18n.T(ctx, "case.named", "Code", plan.Case.Code), Lead: i18n.T(ctx, "plan.none"), Form: r.Form("/plans/" + string(id))}
	if plan.Text != nil {
		v.Lead = i18n.T(ctx, "plan.lead", "Day", i18n.DateOf(ctx, plan.Given))
		for _, g := range plan.Text.Goals {
			v.Goals = append(v.Goals, ui.Row{Text: g.Text.Reveal()})
		}
		for _, a := range plan.Text.Actions {
			v.Actions = append(v.Actions, ui.Row{Text: a.What.Reveal(), Sub: a.Why.Reveal()})
		}
	}
	if plan.Case.Reach != "" {
		v.Facts = append(v.Facts, ui.Fact{Term: i18n.T(ctx, "plan.mandate"), Value: i18n.Enum(ctx, "reach", plan.Case.Reach)})
	}
	v.Facts = append(v.Facts, contactFacts(r, plan.Contact, plan.Services)...)
	for _, w := range followup.Words() {
		v.Words = append(v.Words, ui.Choice{Value: string(w), Label: i18n.Enum(ctx, "path_word", w)})
	}
	return r.Show(v.Title, planView(v, page.Help(r, law.ManagerAlone)))
}

func (p Pages) word(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	err = p.Service.ReportStuck(r.Context(), r.By(), id, page.Choice(r, "word", followup.Words()))
	if done, err := r.Done(id, err, page.To("/actions")); done {
		return err
	}
	return p.plan(r)
}
