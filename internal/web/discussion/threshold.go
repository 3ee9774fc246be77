package discussion

import (
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// thresholdPage is the third gate of one referral.
type thresholdPage struct {
	Form      ui.Form
	Back      string
	Criteria  []criterionField
	Child     []string // the questions about a child
	Grounds   livc.Secret
	Advice    livc.Secret
	ChildText livc.Secret
}

type criterionField struct {
	Name, Text, Answer string
	Why                livc.Secret
}

func (p Before) threshold(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Referrals.WeighThreshold(r.Context(), r.By(), weighed(r, id))
		if done, err := r.Done("", err, page.To(deskPath(id))); done {
			return err
		}
	}
	d, err := p.look(r)
	if err != nil {
		return err
	}
	v := thresholdPage{Form: r.Form(deskPath(id) + "/threshold"), Back: deskPath(id), Criteria: criteria(d)}
	v.Form.Revision = strconv.Itoa(d.Referral.Revision)
	if d.Weight != nil {
		v.Grounds, v.Advice, v.ChildText = d.Weight.Grounds, d.Weight.Advice, d.Weight.Child
	}
	for _, q := range d.Child {
		v.Child = append(v.Child, i18n.T(r.Context(), string(q)))
	}
	return r.Show(i18n.T(r.Context(), "threshold.title"), thresholdView(v, page.Help(r, "p-referral-gates", "livc-3-2-list", "p-weighing")))
}

// criteria are the questions with what was answered before.
func criteria(d discussion.ReferralDesk) (list []criterionField) {
	for _, c := range d.Criteria {
		f := criterionField{Name: "criterion_" + string(c.ID), Text: c.Text}
		if d.Weight != nil {
			for _, a := range d.Weight.Answers {
				if a.Criterion.Reveal() == string(c.ID) {
					f.Answer, f.Why = a.Answer.Reveal(), a.Why
				}
			}
		}
		list = append(list, f)
	}
	return list
}

func weighed(r *page.Request, id livc.ID) discussion.WeighThreshold {
	in := discussion.WeighThreshold{Referral: id, Revision: r.Number("revision"), Direction: page.Choice(r, "direction", discussion.Directions()),
		Reason: page.Choice(r, "reason", discussion.Reasons())}
	in.Weight = discussion.Weight{Grounds: r.Secret("grounds"), Advice: r.Secret("advice"), Child: r.Secret("child")}
	for _, c := range r.Texts("criterion") {
		name := "criterion_" + c
		in.Weight.Answers = append(in.Weight.Answers, discussion.CriterionAnswer{Criterion: livc.NewSecret(c),
			Answer: livc.NewSecret(string(page.Choice(r, name, []law.Answer{law.Yes, law.No}))), Why: r.Secret(name + "_why")})
	}
	return in
}
