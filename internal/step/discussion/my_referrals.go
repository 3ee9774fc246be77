package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// MyReferral is what a referrer sees of an own referral: that it was asked or told, and the answer. What
// was decided about it is not there (R4.1-g). Dutch: eigen aanmelding.
type MyReferral struct {
	ID        livc.ID
	Received  livc.Day
	Told      bool
	Withdrawn bool
	Answered  livc.Day
	Answer    []string // stems of the fixed sentences
}

// MyReferrals lists the actor's own referrals, the newest first.
func (s *Referrals) MyReferrals(ctx context.Context, by deed.By) (list []MyReferral, err error) {
	err = s.Gate.Look(ctx, by, access.ViewMyReferrals, drawer(by.Hat), func(tx *deed.Tx) error {
		list = nil
		rows, err := s.Book.ReferralsBy(ctx, tx, tx.By.Hat)
		for _, r := range rows {
			list = append(list, MyReferral{ID: r.ID, Received: r.Received, Told: r.Told() || r.State == livc.Withdrawn && r.Manner == InWriting,
				Withdrawn: r.State == livc.Withdrawn, Answered: r.Answered, Answer: r.Sentences()})
		}
		return err
	})
	return list, err
}

// drawer is the actor's own drawer as the object of a deed.
func drawer(hat livc.ID) access.Object { return access.Object{Kind: access.OfDrawer, ID: hat} }
