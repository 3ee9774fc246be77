package discussion

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// thinkingPage holds the six short questions and what was asked before.
type thinkingPage struct {
	Off    bool
	Form   ui.Form
	Towns  []ui.Choice
	Fields []thinkingField
	List   []exchangeSheet
}

type thinkingField struct{ Name, Label string }

type exchangeSheet struct {
	Title  string
	Facts  []ui.Fact
	Until  string
	Answer string // address where the coordinator answers; empty: nothing to answer
}

func (p Before) thinking(r *page.Request) error {
	if r.Posted() {
		in := discussion.ThinkAlong{Municipality: r.Ref("municipality"), Text: discussion.ThinkingText{Saw: r.Secret("saw"), Changed: r.Secret("changed"),
			GoesWell: r.Secret("goes_well"), Did: r.Secret("did"), Worry: r.Secret("worry"), Hope: r.Secret("hope")}}
		made, err := p.Referrals.ThinkAlong(r.Context(), r.By(), in)
		if done, err := r.Done(made, err, page.To("/think-along")); done {
			return err
		}
	}
	m, err := p.Referrals.Mine(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	list, err := p.Referrals.ThinkingAlong(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	v := thinkingPage{Off: !m.Settings.ThinkAlong, Form: r.Form("/think-along"), Towns: towns(r, m), Fields: thinkingFields(r)}
	for _, e := range list {
		v.List = append(v.List, exchangeOf(r, e))
	}
	return r.Show(i18n.T(r.Context(), "think_along.title"), thinkingView(v, page.Help(r, "p-referral-gates", "sw-458ter-1")))
}

func thinkingFields(r *page.Request) []thinkingField {
	ctx := r.Context()
	return []thinkingField{{"saw", i18n.T(ctx, "think_along.field.saw")}, {"changed", i18n.T(ctx, "think_along.field.changed")},
		{"goes_well", i18n.T(ctx, "think_along.field.goes_well")}, {"did", i18n.T(ctx, "think_along.field.did")},
		{"worry", i18n.T(ctx, "think_along.field.worry")}, {"hope", i18n.T(ctx, "think_along.field.hope")}}
}

func exchangeOf(r *page.Request, e discussion.Exchange) exchangeSheet {
	ctx := r.Context()
	s := exchangeSheet{Title: i18n.T(ctx, "think_along.asked", "Day", i18n.Day(ctx, e.Thinking.Asked)), Until: i18n.Day(ctx, e.Thinking.EraseOn)}
	labels := thinkingFields(r)
	for i, f := range e.Text.Fields() {
		if !f.Text.Empty() {
			s.Facts = append(s.Facts, ui.Fact{Term: labels[i].Label, Value: f.Text.Reveal()})
		}
	}
	if e.Answer != nil {
		answer := ui.Fact{Term: i18n.T(ctx, "answer_thinking.title"), Values: []string{i18n.Enum(ctx, "advice", e.Thinking.Advice)}}
		if !e.Answer.Text.Empty() {
			answer.Values = append(answer.Values, e.Answer.Text.Reveal())
		}
		s.Facts = append(s.Facts, answer)
	} else if r.Actor.Function == livc.Coordinator {
		s.Answer = "/think-along/" + string(e.Thinking.ID)
	}
	return s
}

// thinkingAnswerPage is where the coordinator answers one question.
type thinkingAnswerPage struct {
	Form  ui.Form
	Sheet exchangeSheet
}

func (p Before) answerThinking(r *page.Request) error {
	id, err := r.ID("thinking")
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Referrals.AnswerThinking(r.Context(), r.By(), discussion.AnswerThinking{ID: id, Advice: page.Choice(r, "advice", discussion.Advices()), Text: r.Secret("text")})
		if done, err := r.Done("", err, page.To("/think-along")); done {
			return err
		}
	}
	list, err := p.Referrals.ThinkingAlong(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	for _, e := range list {
		if e.Thinking.ID == id && e.Answer == nil && r.Actor.Function == livc.Coordinator {
			v := thinkingAnswerPage{Form: r.Form("/think-along/" + string(id)), Sheet: exchangeOf(r, e)}
			return r.Show(i18n.T(r.Context(), "answer_thinking.title"), thinkingAnswerView(v, page.Help(r, "p-referral-gates")))
		}
	}
	return livc.NotFound()
}
