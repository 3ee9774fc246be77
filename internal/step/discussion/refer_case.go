package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ReferCase is the input of the use case of that name: a referral in writing.
type ReferCase struct {
	Municipality livc.ID
	Told         Told
	Ages         livc.AgeBand
	Sector       Sector
	Consent      Consent
	SelfChecked  bool       // weighed whether it belongs here (R4.1-a)
	Team         law.Answer // discussed in the own organisation (R4.1-b)
	Danger       bool
}

// ReferCase sends a written referral to the mayor (R4.1-c, R4.1.2-a), when the protocol opened that way:
// what was written lies sealed in the intake and nothing of it goes by mail (R4.1-i, R4.1.1-a). The
// draft is erased.
func (s *Referrals) ReferCase(ctx context.Context, by deed.By, in ReferCase) (made livc.ID, err error) {
	var faults livc.Faults
	in.Told.lengths(&faults)
	faults.Check(!in.Told.GoesWell.Empty(), "goes_well", "refer_case.goes_well", law.BothSides)
	if err := faults.Err(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.ReferCase, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if err := s.mayRefer(ctx, tx, in); err != nil {
			return err
		}
		made, err = s.refer(ctx, tx, in)
		tx.Made(made)
		return err
	})
	return made, err
}

func (s *Referrals) mayRefer(ctx context.Context, tx *deed.Tx, in ReferCase) error {
	p, err := s.Book.Settings(ctx, tx)
	if err != nil {
		return err
	}
	return law.MayRefer(law.Referral{To: livc.Mayor, SelfChecked: in.SelfChecked, TeamAsked: in.Team, Indication: in.Told.Indication,
		Facts: in.Told.facts(), Written: true, WrittenSwitchedOn: p.WrittenReferral, AcuteDanger: in.Danger})
}

func (s *Referrals) refer(ctx context.Context, tx *deed.Tx, in ReferCase) (livc.ID, error) {
	m, err := s.theOne(ctx, tx, in.Municipality)
	if err != nil {
		return "", err
	}
	if m.Intake == "" {
		return "", livc.Denied("listen.no_list", law.MayorsList)
	}
	r := Referral{ID: tx.NewID(), Municipality: m.ID, Manner: InWriting, By: tx.By.Hat}
	heard := Listen{Told: in.Told, Ages: in.Ages, Sector: in.Sector, Consent: in.Consent}
	if err := s.fill(ctx, tx, m, heard, &r); err != nil {
		return "", err
	}
	drafts, err := s.Book.DrawerItems(ctx, tx, tx.By.Hat, DraftItem)
	if err != nil {
		return "", err
	}
	for _, d := range drafts {
		if err := s.clear(ctx, tx, d); err != nil {
			return "", err
		}
	}
	return r.ID, s.Book.InsertReferral(ctx, tx, r)
}
