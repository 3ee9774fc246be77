package discussion

import (
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// decidePage is the mayor's decision about one referral.
type decidePage struct {
	Form    ui.Form
	Back    string
	Card    card
	Ground  livc.Secret
	Under12 bool
}

func (p Before) decide(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		in, fault := decision(r, id)
		if fault == nil {
			made, err := p.Referrals.DecideList(r.Context(), r.By(), in)
			if done, err := r.Done(made, err, decided(id)); done {
				return err
			}
		} else {
			r.Faulty(fault)
		}
	}
	d, err := p.look(r)
	if err != nil {
		return err
	}
	proposal := discussion.Proposal{Referral: d.Referral, Weight: d.Weight, Held: d.Held}
	v := decidePage{Form: r.Form(deskPath(id) + "/decide"), Back: deskPath(id), Card: proposalCard(r, proposal), Under12: d.Referral.Ages == livc.Under12}
	v.Form.Revision = strconv.Itoa(d.Referral.Revision)
	if d.Weight != nil {
		v.Ground = d.Weight.Grounds
	}
	return r.Show(i18n.T(r.Context(), "decide_list.title"), decideView(v, page.Help(r, "livc-3-2-list", "livc-2-joint")))
}

func decision(r *page.Request, id livc.ID) (in discussion.DecideList, fault error) {
	day, wrong := r.Day("on_paper")
	if wrong != nil {
		return in, wrong
	}
	return discussion.DecideList{Referral: id, Revision: r.Number("revision"), Verdict: page.Choice(r, "verdict", discussion.Verdicts()),
		Ground: r.Secret("ground"), Motivation: r.Secret("motivation"), Reason: page.Choice(r, "reason", discussion.Reasons()), OnPaper: day}, nil
}

// decided leads to the new line of the list, or back to the referral.
func decided(referral livc.ID) func(livc.ID) string {
	return func(made livc.ID) string {
		if made == "" {
			return deskPath(referral)
		}
		return "/list/" + string(made)
	}
}
