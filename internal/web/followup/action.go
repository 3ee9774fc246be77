package followup

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// actionPage is one action with what its holder can say.
type actionPage struct {
	Action          followup.MyAction
	Title, Lead     string
	Facts           []ui.Fact
	Replies, States []ui.Choice
	Results         []ui.Choice
	Others          []ui.Choice // about a third party; empty without one
	Answer, Report  ui.Form
}

func (p Pages) action(r *page.Request) error {
	id, err := r.ID("action")
	if err != nil {
		return err
	}
	list, err := p.Service.MyActions(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	for _, a := range list {
		if a.ID == id {
			return r.Show(i18n.T(r.Context(), "my_actions.one"), actionView(viewOf(r, a), page.Help(r, law.OwnMission, law.NobodyActsAlone)))
		}
	}
	return livc.NotFound()
}

func viewOf(r *page.Request, a followup.MyAction) actionPage {
	ctx, address := r.Context(), "/actions/"+string(a.ID)
	v := actionPage{Action: a, Title: i18n.Enum(ctx, "action_kind", a.Kind), Lead: i18n.T(ctx, "my_actions.counts_on", "Code", a.Code, "Day", i18n.ShortDay(ctx, a.Due)),
		Answer: r.Form(address + "/answer"), Report: r.Form(address + "/progress")}
	if a.Text != nil {
		for _, part := range []struct {
			key  string
			text livc.Secret
		}{{"my_actions.what", a.Text.What}, {"my_actions.why", a.Text.Why}, {"my_actions.contact", a.Text.Contact}, {"my_actions.task", a.Text.Task}} {
			if !part.text.Empty() {
				v.Facts = append(v.Facts, ui.Fact{Term: i18n.T(ctx, part.key), Value: part.text.Reveal()})
			}
		}
	}
	for _, reply := range followup.Replies() {
		c := ui.Choice{Value: string(reply), Label: i18n.Enum(ctx, "action_reply", reply)}
		if reply == followup.AfterConsult {
			c.Reveal = consultBy()
		}
		v.Replies = append(v.Replies, c)
	}
	v.States, v.Results = stateChoices(ctx), resultChoices(ctx)
	if a.ThirdParty != "" {
		v.Others = thirdParties(ctx)
	}
	return v
}

func stateChoices(ctx context.Context) (list []ui.Choice) {
	for _, s := range followup.ProgressStates() {
		list = append(list, ui.Choice{Value: string(s), Label: i18n.Enum(ctx, "action_state", s)})
	}
	return list
}

func resultChoices(ctx context.Context) (list []ui.Choice) {
	for _, s := range discussion.Results() {
		list = append(list, ui.Choice{Value: string(s), Label: i18n.Enum(ctx, "action_result", s)})
	}
	return list
}

func thirdParties(ctx context.Context) (list []ui.Choice) {
	for _, s := range followup.ThirdParties() {
		list = append(list, ui.Choice{Value: s, Label: i18n.Enum(ctx, "third_party", s)})
	}
	return list
}

func (p Pages) answer(r *page.Request) error {
	id, err := r.ID("action")
	if err != nil {
		return err
	}
	day, fault := r.Day("consult_by")
	if fault != nil {
		r.Faulty(fault)
		return p.action(r)
	}
	err = p.Service.AnswerAction(r.Context(), r.By(), id, followup.AnswerAction{Reply: page.Choice(r, "reply", followup.Replies()), ConsultBy: day})
	back := "/actions"
	if to := r.Text("back"); to != "" {
		back = page.Local(to) // from the own screen at the table
	}
	if done, err := r.Done(id, err, page.To(back)); done {
		return err
	}
	return p.action(r)
}

func (p Pages) progress(r *page.Request) error {
	id, err := r.ID("action")
	if err != nil {
		return err
	}
	err = p.Service.ReportProgress(r.Context(), r.By(), id, followup.ReportProgress{State: page.Choice(r, "state", followup.ProgressStates()),
		Result: page.Choice(r, "result", discussion.Results()),
		Note:   r.Secret("note"), ThirdParty: page.Choice(r, "third_party", followup.ThirdParties())})
	if done, err := r.Done(id, err, page.To("/actions")); done {
		return err
	}
	return p.action(r)
}
