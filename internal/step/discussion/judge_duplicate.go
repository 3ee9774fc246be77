package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// JudgeDuplicate says that a referral is about the same person as a case, or about another one: caseID
// empty. A person decides, never the comparison; until the mayor decided it can be undone.
func (s *Referrals) JudgeDuplicate(ctx context.Context, by deed.By, referral, caseID livc.ID) error {
	return s.Gate.Do(ctx, by, access.JudgeDuplicate, on(referral), func(tx *deed.Tx) error {
		r, err := s.undecided(ctx, tx, referral, 0)
		if err != nil {
			return err
		}
		if r.Checked == "" {
			return livc.Conflict("judge_duplicate.check_first")
		}
		if caseID != "" {
			c, err := s.Book.Case(ctx, tx, caseID)
			if err != nil || c.Municipality != r.Municipality || !c.State.Open() {
				return livc.NotFound()
			}
		}
		r.SameAs = caseID
		return s.save(ctx, tx, r)
	})
}
