package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// ReferralDesk is a referral on the desk of a list holder: what was told, what was weighed, what is still to do.
// Dutch: aanmelding op het bureau.
type ReferralDesk struct {
	Referral     Referral
	Municipality support.Municipality
	Told         Told
	Weight       *Weight
	Same         Case // the case of the same person, if judged so
	Held         bool // only the chair sees it
	Officers     []support.Hat
	Services     []support.Hat // whom the mayor may ask
	Criteria     []Criterion
	Child        []law.Question
	Questions    []ServiceQuestion
}

// Desk shows a referral with its text to a holder of the list.
func (s *Referrals) Desk(ctx context.Context, by deed.By, referral livc.ID) (d ReferralDesk, err error) {
	err = s.Gate.Look(ctx, by, access.ViewReferral, on(referral), func(tx *deed.Tx) error {
		d = ReferralDesk{}
		if d.Referral, err = s.Book.Referral(ctx, tx, referral); err != nil {
			return err
		}
		if d.Municipality, err = s.Book.Municipality(ctx, tx, d.Referral.Municipality); err != nil {
			return err
		}
		if err := s.texts(ctx, tx, &d); err != nil {
			return err
		}
		return s.around(ctx, tx, &d)
	})
	d.Child = law.QuestionsFor(d.Referral.Ages)
	return d, err
}

func (s *Referrals) texts(ctx context.Context, tx *deed.Tx, d *ReferralDesk) error {
	r := d.Referral
	if !r.Told() {
		return nil
	}
	p, err := s.proposal(ctx, tx, d.Municipality.List, r)
	if err != nil {
		return err
	}
	d.Weight, d.Held = p.Weight, p.Held
	return tx.Later(r.Container, r.ID, &d.Told)
}

func (s *Referrals) around(ctx context.Context, tx *deed.Tx, d *ReferralDesk) (err error) {
	if d.Referral.SameAs != "" {
		if d.Same, err = s.Book.Case(ctx, tx, d.Referral.SameAs); err != nil {
			return err
		}
	}
	if d.Criteria, err = s.Book.Criteria(ctx, tx); err != nil {
		return err
	}
	if len(d.Criteria) == 0 {
		d.Criteria = firstCriteria()
	}
	if d.Questions, err = s.questionsOf(ctx, tx, d.Referral.ID); err != nil {
		return err
	}
	hats, err := s.Book.Hats(ctx, tx)
	for _, h := range hats {
		if h.Function == livc.Officer && h.HasAccount() {
			d.Officers = append(d.Officers, h)
		}
		if h.Function == livc.Participant && h.HasAccount() {
			d.Services = append(d.Services, h)
		}
	}
	return err
}
