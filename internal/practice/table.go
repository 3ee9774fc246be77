package practice

import (
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// plan plans a meeting with these cases on its agenda.
func (p *play) plan(day livc.Day, stems ...string) (meeting livc.ID, err error) {
	meeting, err = p.Invitations.PlanMeeting(p.ctx, p.by("coordinator"), invitation.PlanMeeting{Day: day, Clock: "14:00",
		Place: p.seed.Town.Place, Mode: livc.Spoken, Kind: invitation.OperationalMeeting})
	if err != nil {
		return "", err
	}
	for _, stem := range stems {
		if _, err := p.Invitations.PutOnAgenda(p.ctx, p.by("coordinator"), meeting, p.cases[stem]); err != nil {
			return "", err
		}
	}
	return meeting, nil
}

// ask chooses partners for a case, each for a question, and lets the mayor send the invitations.
func (p *play) ask(meeting livc.ID, stem string, list ...seed.PracticeInvite) (sent []livc.ID, err error) {
	for _, a := range list {
		id, err := p.Invitations.ChooseParticipants(p.ctx, p.by("coordinator"), invitation.ChooseParticipants{Meeting: meeting, Case: p.cases[stem],
			Hat: p.hat(a.Who), Asked: invitation.Asked{Question: livc.NewSecret(a.Question)}})
		if err != nil {
			return nil, err
		}
		sent = append(sent, id)
	}
	_, err = p.Invitations.SendInvitations(p.ctx, p.by("mayor"), meeting, p.cases[stem])
	return sent, err
}

// reply lets an invited person read the secrecy text and answer.
func (p *play) reply(invited livc.ID, who string, r law.Reply) error {
	if err := p.Invitations.ReadSecrecy(p.ctx, p.by(who), invited); err != nil {
		return err
	}
	return p.Invitations.AnswerInvitation(p.ctx, p.by(who), invitation.AnswerInvitation{Invitation: invited, Reply: r})
}

// come asks partners for a case and lets all of them come.
func (p *play) come(meeting livc.ID, stem string, list ...seed.PracticeInvite) error {
	sent, err := p.ask(meeting, stem, list...)
	if err != nil {
		return err
	}
	for i, a := range list {
		if err := p.reply(sent[i], a.Who, law.Comes); err != nil {
			return err
		}
	}
	return nil
}
