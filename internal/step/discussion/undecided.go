package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// on is a referral as the object of a deed.
func on(referral livc.ID) access.Object { return access.Object{Kind: access.OfReferral, ID: referral} }

// undecided gives a referral on which something was told and nobody has decided; revision is what the
// person saw, 0 when the form does not depend on it.
func (s *Referrals) undecided(ctx context.Context, tx *deed.Tx, id livc.ID, revision int) (Referral, error) {
	r, err := s.Book.Referral(ctx, tx, id)
	if err == nil && (!r.Open() || !r.Told() || revision != 0 && revision != r.Revision) {
		err = livc.Conflict("conflict.changed")
	}
	return r, err
}

func contains[T comparable](list []T, v T) bool { return slices.Contains(list, v) }
