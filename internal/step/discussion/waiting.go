package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
)

// Waiting lists the referrals that wait for a list holder, without any text.
func (s *Referrals) Waiting(ctx context.Context, by deed.By) (list []Referral, err error) {
	err = s.Gate.Look(ctx, by, access.ViewList, access.Whole(by.Livc), func(tx *deed.Tx) error {
		list = nil
		m, err := s.own(ctx, tx)
		if err != nil {
			return err
		}
		open, err := s.Book.OpenReferrals(ctx, tx, m.ID)
		for _, r := range open {
			if r.Told() {
				list = append(list, r)
			}
		}
		return err
	})
	return list, err
}
