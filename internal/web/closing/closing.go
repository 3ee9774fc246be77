package closing

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// closingPage is what the table goes through before it closes a case.
type closingPage struct {
	Bare      bool // without casusblad
	Title     string
	Goals     []asked
	Criteria  []asked
	Never     []string
	Questions string // how many are open; "" = none
	GoalWords []ui.Choice
	YesWords  []ui.Choice
	Verdicts  []ui.Choice
	Reasons   []ui.Choice
	Told      []ui.Choice
	YesNo     []ui.Choice
	Form      ui.Form
}

// asked is one question with the name of its field.
type asked struct{ Name, Text string }

func (p Pages) closing(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	address := "/items/" + string(item)
	e, err := p.Service.Ending(r.Context(), r.Actor, item)
	if err != nil {
		return err
	}
	if r.Posted() {
		proof, err := p.post(r, item, e)
		if done, err := r.Done(proof, err, func(proof livc.ID) string {
			if proof != "" {
				return "/proofs/" + string(proof)
			}
			return address
		}); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "close_case.title"), closingView(closingOf(r, e, r.Form(address+"/closing")), address, page.Help(r, law.ClosingCriteria, law.GroundLapses)))
}

func closingOf(r *page.Request, e closing.Ending, f ui.Form) closingPage {
	ctx := r.Context()
	v := closingPage{Bare: e.Case.AgendaOnly, Title: i18n.T(ctx, "case.named", "Code", e.Case.Code), Form: f,
		GoalWords: enumChoices(ctx, "goal_state", closing.GoalStates()), YesWords: enumChoices(ctx, "fulfilled", closing.FulfilledAnswers()),
		Verdicts: enumChoices(ctx, "closing_verdict", closing.Verdicts()), Reasons: enumChoices(ctx, "closing_reason", closing.Reasons()),
		Told: enumChoices(ctx, "told_other", closing.Tellings()), YesNo: enumChoices(ctx, "answer", []law.Answer{law.Yes, law.No})}
	for _, g := range e.Goals {
		v.Goals = append(v.Goals, asked{"goal-" + string(g.ID), page.Or(g.Text.Text.Reveal(), page.Domain(ctx, g.Domain))})
	}
	for _, c := range e.Criteria {
		v.Criteria = append(v.Criteria, asked{"criterion-" + string(c.ID), c.Text})
	}
	for _, d := range e.Never {
		v.Never = append(v.Never, page.Domain(ctx, d))
	}
	if n := len(e.Questions); n > 0 {
		v.Questions = i18n.T(ctx, "close_case.open_questions", "Count", n)
	}
	return v
}

func enumChoices[S ~string](ctx context.Context, typ string, values []S) (list []ui.Choice) {
	for _, v := range values {
		list = append(list, ui.Choice{Value: string(v), Label: i18n.Enum(ctx, typ, v)})
	}
	return list
}

func (p Pages) post(r *page.Request, item livc.ID, e closing.Ending) (livc.ID, error) {
	check, fault := r.Day("last_check")
	if fault != nil {
		return "", fault
	}
	in := closing.CloseCase{Item: item, Verdict: page.Choice(r, "verdict", closing.Verdicts()), Reason: page.Choice(r, "reason", closing.Reasons()),
		Goals: map[livc.ID]closing.GoalState{}, Criteria: map[livc.ID]closing.Fulfilled{}, LeaveOpen: r.Secret("leave_open"), Contact: r.Secret("contact"),
		ReferrerAsked: page.Choice(r, "referrer_asked", []law.Answer{law.Yes, law.No}), Objections: r.Secret("objections"), LastCheck: check,
		Ground:    law.Ground{StillConcern: page.Choice(r, "still_concern", []law.Answer{law.Yes, law.No}), Reason: r.Secret("ground")},
		ToldOther: page.Choice(r, "told_other", closing.Tellings())}
	for _, g := range e.Goals {
		in.Goals[g.ID] = page.Choice(r, "goal-"+string(g.ID), closing.GoalStates())
	}
	for _, c := range e.Criteria {
		in.Criteria[c.ID] = page.Choice(r, "criterion-"+string(c.ID), closing.FulfilledAnswers())
	}
	return p.Service.CloseCase(r.Context(), r.By(), in)
}
