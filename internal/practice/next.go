package practice

import (
	"beraad.eu/internal/law"
	"beraad.eu/seed"
)

// nextMeeting plans the meeting of next week: the main case is new, invitations are out, one person
// comes, one wants to call first, one did not answer yet.
func (p *play) nextMeeting() (err error) {
	p.at(p.days.Open.Add(0, 0, -4), 9, 0)
	if p.next, err = p.plan(p.days.Next, "main"); err != nil {
		return err
	}
	sent, err := p.ask(p.next, "main",
		seed.PracticeInvite{Who: "clb", Question: "Wat lukt er op school, en wie heeft contact met de moeder?"},
		seed.PracticeInvite{Who: "caw", Question: "Kan het gezin bij jullie terecht na het overlijden van de grootvader?"},
		seed.PracticeInvite{Who: "youth", Question: "Wil de jeugdwerking hem opnieuw uitnodigen?"})
	if err != nil {
		return err
	}
	p.letter = sent[2]
	p.at(p.days.Open.Add(0, 0, -4), 16, 45)
	if err := p.reply(sent[0], "clb", law.Comes); err != nil {
		return err
	}
	if err := p.reply(sent[1], "caw", law.CallsFirst); err != nil {
		return err
	}
	return p.Invitations.AgendaReady(p.ctx, p.by("coordinator"), p.next)
}
