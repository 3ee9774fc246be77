package invitation

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// choosePage asks the one question for a partner.
type choosePage struct {
	Title, Lead, Back string
	Facts             []ui.Fact
	Asked             invitation.Asked
	Urgent, Child     bool
	Prepares          bool // the case holder prepares with the person (X-F)
	Colleagues        []ui.Choice
	AdHoc, Holder     string
	Form              ui.Form
	Drop              ui.Form
	Chosen            bool
}

func (p Pages) choose(r *page.Request) error {
	got, err := ids(r, "meeting", "case", "hat")
	if err != nil {
		return err
	}
	if r.Posted() {
		made, err := p.Service.ChooseParticipants(r.Context(), r.By(), invitation.ChooseParticipants{Meeting: got[0], Case: got[1], Hat: got[2],
			Asked: invitation.Asked{Question: r.Secret("contribution"), Urgency: r.Secret("urgency"), Motivation: r.Secret("motivation")},
			AdHoc: r.Yes("ad_hoc"), Holder: r.Ref("holder")})
		if done, err := r.Done(made, err, page.To(caseAddress(got[0], got[1]))); done {
			return err
		}
	}
	n, err := p.Service.WhoIsNeeded(r.Context(), r.Actor, got[0], got[1])
	if err != nil {
		return err
	}
	for _, partner := range n.Network {
		if partner.Hat.ID == got[2] && mayCome(partner) == nil {
			return p.showChoose(r, n, partner)
		}
	}
	return livc.NotFound()
}

func (p Pages) showChoose(r *page.Request, n invitation.Needed, partner invitation.Partner) error {
	ctx, m := r.Context(), n.Meeting
	at := hatAddress(m.ID, n.Case.ID, partner.Hat.ID)
	v := choosePage{Title: partner.Organisation.Name, Lead: i18n.T(ctx, "choose_participants.lead"), Back: caseAddress(m.ID, n.Case.ID), Facts: partnerFacts(r, partner),
		Urgent: partner.NeedsUrgency(r.Today(), m.Day), Child: n.Case.Ages == livc.Under12, Prepares: partner.Framework.PreparesWithPerson,
		Colleagues: colleagues(n, partner), Form: r.Form(at), Drop: r.Form(at + "/drop")}
	if i, ok := n.Chose(partner.Hat.ID); ok {
		v.Chosen, v.Holder = i.State == invitation.Proposed, string(i.Holder)
		if i.AdHoc {
			v.AdHoc = "yes"
		}
		if a := n.Asked[i.ID]; a != nil {
			v.Asked = *a
		}
	}
	return r.Show(i18n.T(ctx, "choose_participants.title"), chooseView(v, page.Help(r, "livc-3-1-invites", "vl-need-to-know")))
}

func partnerFacts(r *page.Request, p invitation.Partner) []ui.Fact {
	ctx := r.Context()
	facts := []ui.Fact{{Term: i18n.T(ctx, "choose_participants.who"), Value: p.Hat.Name.Reveal()}}
	for _, s := range p.Hat.Secrecy {
		facts = append(facts, ui.Fact{Term: i18n.T(ctx, "choose_participants.secrecy"), Value: i18n.Enum(ctx, "secrecy", s)})
	}
	if p.Hat.Mandate.Text != "" {
		facts = append(facts, ui.Fact{Term: i18n.T(ctx, "choose_participants.mandate"), Value: p.Hat.Mandate.Text})
	}
	if a := p.Addressee(); a != law.ToParticipant {
		facts = append(facts, ui.Fact{Term: i18n.T(ctx, "choose_participants.addressee"), Value: i18n.Enum(ctx, "addressee", a)})
	}
	if !p.Hat.HasAccount() {
		facts = append(facts, ui.Fact{Term: i18n.T(ctx, "choose_participants.manner"), Value: i18n.T(ctx, "choose_participants.letter")})
	}
	return facts
}

// colleagues are the people of the same organisation for whom this person may come.
func colleagues(n invitation.Needed, p invitation.Partner) (list []ui.Choice) {
	for _, other := range n.Network {
		if other.Organisation.ID == p.Organisation.ID && other.Hat.ID != p.Hat.ID {
			list = append(list, ui.Choice{Value: string(other.Hat.ID), Label: other.Hat.Name.Reveal()})
		}
	}
	return list
}

func (p Pages) drop(r *page.Request) error {
	got, err := ids(r, "meeting", "case", "hat")
	if err != nil {
		return err
	}
	n, err := p.Service.WhoIsNeeded(r.Context(), r.Actor, got[0], got[1])
	if err != nil {
		return err
	}
	i, ok := n.Chose(got[2])
	if !ok {
		return livc.NotFound()
	}
	if done, err := r.Done("", p.Service.DropParticipant(r.Context(), r.By(), got[0], got[1], i.ID), page.To(caseAddress(got[0], got[1]))); done {
		return err
	}
	return livc.NotFound()
}
