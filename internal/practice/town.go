package practice

import (
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// found founds the LIVC R; the founder is the first to enrol.
func (p *play) found() (err error) {
	if p.livc, err = livc.NewID(p.Gate.Rand); err != nil {
		return err
	}
	t, x := p.seed.Town, p.person("founder")
	f, err := p.Support.FoundLivc(p.ctx, p.livc, support.Founding{Name: t.Livc, PoliceZone: t.Police,
		Municipalities: []support.NewMunicipality{{Name: t.Municipality, Region: livc.Flanders}},
		Founder:        livc.NewContact(x.Name), FounderMail: mailOf(x)})
	if err != nil {
		return err
	}
	if err := p.Protocol.Begin(p.ctx, p.livc); err != nil {
		return err
	}
	p.places["town"], p.places["police"] = f.Municipalities[0].Organisation, f.Police
	p.hats["founder"] = f.Founder
	return p.enrol(x, f.Founder)
}

// network puts the partners in the network, with the contact point and who is talked with beside the table.
func (p *play) network() error {
	if err := p.Support.SetContactPoint(p.ctx, p.by("founder"), support.ContactPoint{Service: "Dienst preventie, stadhuis van " + p.seed.Town.Municipality,
		Phone: "013 00 00 00", Mail: "preventie@demerrode.example", Hours: "op werkdagen van 9 tot 16 uur"}); err != nil {
		return err
	}
	for _, x := range p.seed.Partners {
		id, err := p.Support.AddPartner(p.ctx, p.by("founder"), support.AddPartner{Name: x.Name, Category: x.Category, Domain: x.Domain})
		if err != nil {
			return err
		}
		p.places[x.Stem] = id
	}
	return nil
}

// people lets everybody in: entered by the founder, enrolled in person, confirmed where the
// municipality keeps the list of authorised persons. The mayor mints the list and appoints for it.
func (p *play) people() error {
	for _, x := range p.seed.People {
		if x.Stem == "founder" {
			continue
		}
		if err := p.let(x); err != nil {
			return err
		}
		if x.Stem == "mayor" {
			if err := p.Support.MintList(p.ctx, p.by("mayor")); err != nil {
				return err
			}
		}
	}
	if err := p.around(); err != nil {
		return err
	}
	for _, stem := range []string{"representative", "coordinator"} {
		if err := p.Support.AppointForList(p.ctx, p.by("mayor"), p.by(stem).Hat); err != nil {
			return err
		}
	}
	return p.agree()
}

// around are the groups of civil society with which the town talks, and who maintains its machines.
func (p *play) around() error {
	for _, c := range []support.AddContact{
		{Kind: support.YouthGroup, Name: "Jeugdhuis De Steiger", Dialogue: support.OfficialsTalk},
		{Kind: support.FaithCommunity, Name: "Overleg van de gebedshuizen", Dialogue: support.BothTalk},
		{Kind: support.Neighbourhood, Name: "Buurtcomité Molenkouter", Dialogue: support.CouncilTalks},
	} {
		if _, err := p.Support.AddContact(p.ctx, p.by("coordinator"), c); err != nil {
			return err
		}
	}
	_, err := p.Support.AddTechnician(p.ctx, p.by("coordinator"), support.Technician{Name: livc.NewContact("Dirk Maes"), Firm: "Intercommunale van de oefening",
		Upkeep: support.Hosting, Acknowledged: livc.DayOf(p.Clock.Civil())})
	return err
}

// agree lets the partners say what they think of the protocol: most agree, one has not yet, and the
// mayor lets it hold all the same.
// The town opened one written way: thinking along without a name.
func (p *play) agree() error {
	choices := protocol.Basic()
	choices.ThinkAlong = true
	if err := p.Protocol.EditSettings(p.ctx, p.by("coordinator"), 1, choices); err != nil {
		return err
	}
	for i, x := range p.seed.Partners {
		said := protocol.Agree
		if i == len(p.seed.Partners)-1 {
			said = protocol.NotYet
		}
		if err := p.Protocol.AnswerProtocol(p.ctx, p.by("coordinator"), 1, p.places[x.Stem], said); err != nil {
			return err
		}
	}
	return p.Protocol.PutInForce(p.ctx, p.by("mayor"), 1)
}

// let enters a person; who keeps data here gets an account too.
func (p *play) let(x seed.PracticePerson) error {
	in := support.EnterPerson{Organisation: p.places[x.At], Confirmed: true, Function: livc.Function(x.Function), Name: livc.NewContact(x.Name),
		Mail: mailOf(x), SpeaksFor: "organisation", Mandate: support.Mandate{Text: x.Mandate}}
	for _, s := range x.Secrecy {
		in.Secrecy = append(in.Secrecy, livc.Secrecy(s))
	}
	if in.Function == livc.Officer {
		in.ClearedUntil = p.days.Open.Add(2, 0, 0)
	}
	hat, err := p.Support.EnterPerson(p.ctx, p.by("founder"), in)
	if err != nil {
		return err
	}
	p.hats[x.Stem] = hat
	if !hasAccount(x) {
		return nil
	}
	if err := p.enrol(x, hat); err != nil {
		return err
	}
	return p.confirm(x, hat)
}

// confirm puts a person on the signed list of the own organisation; the first one began it.
func (p *play) confirm(x seed.PracticePerson, hat livc.ID) error {
	switch {
	case x.At == "town":
		return p.Support.ConfirmPerson(p.ctx, p.by("founder"), hat)
	case x.Stem != x.At && x.At != "police":
		return p.Support.ConfirmPerson(p.ctx, p.by(x.At), hat)
	}
	return nil
}

// looked notes after the last meeting that the steps were looked at. The roles were forgotten: one quiet line
// on the desk says so (R0.4-a, R2.3.3-g).
func (p *play) looked() error {
	for _, t := range support.Topics() {
		if t == support.TheRoles {
			continue
		}
		if err := p.Support.ReviewStep(p.ctx, p.by("coordinator"), support.ReviewStep{Topic: t}); err != nil {
			return err
		}
	}
	return nil
}
