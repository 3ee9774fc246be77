package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// ShowIdentity says who a case is about, to a holder of that list; each look leaves a leaf.
func (s *Referrals) ShowIdentity(ctx context.Context, by deed.By, caseID livc.ID) (c Case, who Identity, err error) {
	var e ListEntry
	err = s.Gate.Look(ctx, by, access.ShowIdentity, access.Case(caseID), func(tx *deed.Tx) error {
		m, err := s.listOf(ctx, tx, caseID, &c)
		if err != nil {
			return err
		}
		return tx.Later(m, c.ID, &e)
	})
	return c, e.Who(), err
}

// listOf gives the list on which a case stands.
func (s *Referrals) listOf(ctx context.Context, tx *deed.Tx, caseID livc.ID, c *Case) (list livc.ID, err error) {
	if *c, err = s.Book.Case(ctx, tx, caseID); err != nil {
		return "", err
	}
	m, err := s.Book.Municipality(ctx, tx, c.Municipality)
	return m.List, err
}
