package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// CaseTerm is the clock of one case as the terms page shows it: a code and dates. Dutch: termijn van een
// casus.
type CaseTerm struct {
	Case      livc.ID
	Code      string
	State     livc.CaseState
	Retention Retention
}

// End is the day on which the municipality's own record is erased: its row's day while never discussed.
func (t CaseTerm) End() livc.Day {
	if t.Retention.Clock.LastDiscussed == "" {
		return t.Retention.Due
	}
	return t.Retention.End()
}

// Terms are the clocks of one municipality, what was forgotten, and whether erasing is held.
// Dutch: bewaartermijnen.
type Terms struct {
	Cases  []CaseTerm
	Proofs []Proof
	Run    Run
}

// Terms shows when each case is erased, how often its year began anew and how old it is in all (R6.2-m);
// every organisation gets the same day.
func (s *Service) Terms(ctx context.Context, by deed.By) (t Terms, err error) {
	err = s.Gate.Look(ctx, by, access.ViewTerms, access.Whole(by.Livc), func(tx *deed.Tx) error {
		t = Terms{}
		all, err := s.Book.CaseTerms(ctx, tx, by.Controller)
		if err != nil {
			return err
		}
		for _, c := range all {
			if c.End() > tx.Today {
				t.Cases = append(t.Cases, c)
			}
		}
		if t.Proofs, err = s.Book.Proofs(ctx, tx, by.Controller, tx.Today.Add(0, 0, -ProofDays)); err != nil {
			return err
		}
		t.Run, err = s.Book.Run(ctx, tx)
		return err
	})
	return t, err
}
