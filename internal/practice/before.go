package practice

import (
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// told is a story as the guide for listening notes it.
func told(x seed.PracticeStory) discussion.Told {
	t := discussion.Told{First: livc.NewSecret(x.First), Last: livc.NewSecret(x.Last), BirthYear: livc.NewSecret(x.BirthYear),
		Town: livc.NewSecret(x.Town), GoesWell: livc.NewSecret(x.GoesWell), Indication: livc.NewSecret(x.Indication),
		Tried: livc.NewSecret(x.Tried), Asked: livc.NewSecret(x.Asked), Wanted: livc.NewSecret(x.Wanted), Child: livc.NewSecret(x.Child)}
	for _, f := range x.Facts {
		t.Facts = append(t.Facts, discussion.Fact{What: livc.NewSecret(f.What), When: livc.NewSecret(f.When), Source: livc.NewSecret(f.Source)})
	}
	return t
}

// listen notes a story that somebody told the coordinator; asked is the request for that conversation,
// if there was one.
func (p *play) listen(stem string, asked livc.ID) (livc.ID, error) {
	x := p.story(stem)
	return p.Referrals.Listen(p.ctx, p.by("coordinator"), discussion.Listen{Asked: asked, Told: told(x),
		Sector: discussion.Sector(x.Sector), Consent: discussion.ConsentInformed})
}

// propose weighs a referral, lets the officer look, and so brings it before the mayor.
func (p *play) propose(stem string, referral livc.ID) error {
	x := p.story(stem)
	if _, err := p.Referrals.CheckDuplicate(p.ctx, p.by("coordinator"), referral); err != nil {
		return err
	}
	err := p.Referrals.WeighThreshold(p.ctx, p.by("coordinator"), discussion.WeighThreshold{Referral: referral, Direction: discussion.ToMayor,
		Weight: discussion.Weight{Grounds: livc.NewSecret(x.Grounds), Advice: livc.NewSecret(x.Advice), Child: livc.NewSecret(x.Child)}})
	if err != nil {
		return err
	}
	officer := p.by("officer")
	if err := p.Referrals.HandToOfficer(p.ctx, p.by("coordinator"), discussion.HandToOfficer{Referral: referral, Officer: officer.Hat}); err != nil {
		return err
	}
	return p.Referrals.AnswerCheck(p.ctx, officer, referral, law.MayGoOnAgenda)
}

// list brings a case on the mayor's list in one day: told in the morning, decided in the afternoon.
func (p *play) list(stem string, day livc.Day) error {
	p.at(day, 9, 30)
	referral, err := p.listen(stem, "")
	if err != nil {
		return err
	}
	return p.decide(stem, referral, day)
}

func (p *play) decide(stem string, referral livc.ID, day livc.Day) error {
	p.at(day, 11, 0)
	if err := p.propose(stem, referral); err != nil {
		return err
	}
	p.at(day, 14, 0)
	id, err := p.Referrals.DecideList(p.ctx, p.by("mayor"), discussion.DecideList{Referral: referral, Verdict: discussion.OnList,
		Ground: livc.NewSecret(p.story(stem).Grounds)})
	if err != nil {
		return err
	}
	p.cases[stem] = id
	return nil
}

// mainCase is the case of the guided path: Lotte of the CLB asks for a conversation, Nele listens, the mayor
// decides.
func (p *play) mainCase() error {
	day := p.days.Open.Add(0, 0, -6)
	p.at(day.Add(0, 0, -1), 16, 10)
	asked, err := p.Referrals.AskConversation(p.ctx, p.by("clb"), "")
	if err != nil {
		return err
	}
	p.at(day, 9, 30)
	referral, err := p.listen("main", asked)
	if err != nil {
		return err
	}
	return p.decide("main", referral, day)
}

// waiting leaves work on every desk: a referral for the mayor, one to weigh, and somebody who asks to
// be heard.
func (p *play) waiting() error {
	p.at(p.days.Open.Add(0, 0, -3), 10, 0)
	referral, err := p.listen("waiting", "")
	if err != nil {
		return err
	}
	if err := p.propose("waiting", referral); err != nil {
		return err
	}
	p.card = referral
	p.at(p.days.Open.Add(0, 0, -1), 15, 0)
	if _, err := p.listen("new", ""); err != nil {
		return err
	}
	_, err = p.Referrals.AskConversation(p.ctx, p.by("caw"), "")
	return err
}
