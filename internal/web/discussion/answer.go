package discussion

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// answerPage is the neutral answer to a referrer.
type answerPage struct {
	Form      ui.Form
	Back      string
	Sentences []ui.Choice
	Chosen    []string
	Member    bool // a member reads the answer too
}

func (p Before) answerReferrer(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Referrals.AnswerReferrer(r.Context(), r.By(), id, r.Texts("sentence"))
		if done, err := r.Done("", err, page.To(deskPath(id))); done {
			return err
		}
	}
	d, err := p.look(r)
	if err != nil {
		return err
	}
	v := answerPage{Form: r.Form(deskPath(id) + "/answer"), Back: deskPath(id), Chosen: d.Referral.Sentences(), Member: d.Referral.Member}
	for _, n := range discussion.ReferrerSentences() {
		v.Sentences = append(v.Sentences, ui.Choice{Value: n.Stem, Label: n.Text.In(r.Frame.Lang)})
		if d.Referral.Answered == "" {
			v.Chosen = append(v.Chosen, n.Stem)
		}
	}
	return r.Show(i18n.T(r.Context(), "answer_referrer.title"), answerView(v, page.Help(r, "p-referral-gates", "vl-referral")))
}
