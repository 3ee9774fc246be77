package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// MaxStep is the longest next step, in characters.
const MaxStep = 160

// NextStep shows a case of the list with its next step, without the name.
func (s *Referrals) NextStep(ctx context.Context, by deed.By, caseID livc.ID) (c Case, step livc.Secret, err error) {
	var e ListEntry
	err = s.Gate.Look(ctx, by, access.SetNextStep, access.Case(caseID), func(tx *deed.Tx) error {
		list, err := s.listOf(ctx, tx, caseID, &c)
		if err != nil {
			return err
		}
		return tx.Later(list, c.ID, &e)
	})
	return c, e.NextStep, err
}

// SetNextStep writes the next step of a case on the list, in general words, sealed with the entry.
func (s *Referrals) SetNextStep(ctx context.Context, by deed.By, caseID livc.ID, step livc.Secret) error {
	if step.Len() > MaxStep {
		return livc.Invalid("error.too_long").At("step")
	}
	return s.Gate.Do(ctx, by, access.SetNextStep, access.Case(caseID), func(tx *deed.Tx) error {
		var c Case
		list, err := s.listOf(ctx, tx, caseID, &c)
		if err != nil {
			return err
		}
		var e ListEntry
		if err := tx.Open(list, c.ID, &e); err != nil {
			return err
		}
		e.NextStep = step
		return tx.Keep(list, c.ID, entryKind, e)
	})
}
