package discussion

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// askPage is the mayor's question to a service.
type askPage struct {
	Form     ui.Form
	Back     string
	Services []ui.Choice
}

func (p Before) askService(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		made, err := p.Referrals.AskService(r.Context(), r.By(), discussion.AskService{Referral: id, Hat: r.Ref("hat"), Question: r.Secret("question"), WithName: r.Yes("with_name")})
		if done, err := r.Done(made, err, page.To(deskPath(id))); done {
			return err
		}
	}
	d, err := p.look(r)
	if err != nil {
		return err
	}
	v := askPage{Form: r.Form(deskPath(id) + "/ask"), Back: deskPath(id), Services: []ui.Choice{{Value: "", Label: i18n.T(r.Context(), "form.choose")}}}
	i18n.SortBy(r.Context(), d.Services, func(h support.Hat) string { return h.Name.Reveal() })
	for _, h := range d.Services {
		v.Services = append(v.Services, ui.Choice{Value: string(h.ID), Label: h.Name.Reveal()})
	}
	return r.Show(i18n.T(r.Context(), "ask_service.title"), askView(v, page.Help(r, "livc-3-2-list", "vl-free")))
}

// questionFacts are what was asked of services, with what they answered.
func questionFacts(r *page.Request, list []discussion.ServiceQuestion) (facts []ui.Fact) {
	for _, q := range list {
		f := ui.Fact{Term: i18n.T(r.Context(), "ask_service.on", "Day", i18n.Day(r.Context(), q.Asked)), Values: []string{i18n.Enum(r.Context(), "question_state", q.State)}}
		if q.Text != nil {
			f.Values = append(f.Values, q.Text.Question.Reveal())
		}
		if q.Answer != nil {
			f.Values = append(f.Values, q.Answer.Text.Reveal())
		}
		facts = append(facts, f)
	}
	return facts
}

// questionForm is one question to the reader, with the form to answer it.
type questionForm struct {
	Form  ui.Form
	Title string
	Facts []ui.Fact
	ID    string
}

func (p Before) questions(r *page.Request) error {
	if r.Posted() {
		in := discussion.AnswerService{ID: r.Ref("question"), Text: r.Secret("text"), Silent: r.Text("do") == "silent"}
		if done, err := r.Done("", p.Referrals.AnswerService(r.Context(), r.By(), in), page.To("/questions")); done {
			return err
		}
	}
	list, err := p.Referrals.QuestionsForMe(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	var forms []questionForm
	for _, q := range list {
		forms = append(forms, questionTo(r, q))
	}
	return r.Show(i18n.T(r.Context(), "service_question.title"), questionsView(r.Form("/questions").Errors, forms, page.Help(r, "livc-3-2-list", "vl-free")))
}

func questionTo(r *page.Request, q discussion.ServiceQuestion) questionForm {
	ctx := r.Context()
	f := questionForm{Title: i18n.T(ctx, "ask_service.on", "Day", i18n.Day(ctx, q.Asked)), ID: string(q.ID), Form: ui.Form{Action: "/questions", Token: r.Tokens.New(r.Actor.Hat)}}
	if r.Ref("question") == q.ID {
		f.Form = r.Form("/questions")
	}
	for _, line := range []struct {
		term string
		text livc.Secret
	}{{i18n.T(ctx, "ask_service.field.question"), q.Text.Question}, {i18n.T(ctx, "listen.field.first"), q.Text.First},
		{i18n.T(ctx, "listen.field.last"), q.Text.Last}, {i18n.T(ctx, "listen.field.birth_year"), q.Text.BirthYear}} {
		if !line.text.Empty() {
			f.Facts = append(f.Facts, ui.Fact{Term: line.term, Value: line.text.Reveal()})
		}
	}
	return f
}
