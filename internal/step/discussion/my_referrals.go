package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
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

// Mine is what somebody can do before the table, and the own referrals, the newest first. Dutch: aanmelden.
type Mine struct {
	Referrals      []MyReferral
	Municipalities []support.Municipality
	Settings       protocol.Settings // which ways are switched on
	Secrecy        []livc.Secrecy    // what binds the actor
}

// Mine shows the actor the own referrals and the ways to refer that the protocol opened.
func (s *Referrals) Mine(ctx context.Context, by deed.By) (m Mine, err error) {
	err = s.Gate.Look(ctx, by, access.ViewMyReferrals, drawer(by.Hat), func(tx *deed.Tx) error {
		m = Mine{}
		if m.Settings, err = s.Book.Settings(ctx, tx); err != nil {
			return err
		}
		if m.Municipalities, err = s.Book.Municipalities(ctx, tx); err != nil {
			return err
		}
		h, err := s.Book.Hat(ctx, tx, tx.By.Hat)
		if err != nil {
			return err
		}
		m.Secrecy = h.Secrecy
		rows, err := s.Book.ReferralsBy(ctx, tx, tx.By.Hat)
		for _, r := range rows {
			m.Referrals = append(m.Referrals, mine(r))
		}
		return err
	})
	return m, err
}

// mine leaves out what was decided: the same before and after, listed or not.
func mine(r Referral) MyReferral {
	gone := r.State == livc.Withdrawn
	return MyReferral{ID: r.ID, Received: r.Received, Told: r.State != livc.ConversationAsked && !gone, Withdrawn: gone,
		Answered: r.Answered, Answer: r.Sentences()}
}

// drawer is the actor's own drawer as the object of a deed.
func drawer(hat livc.ID) access.Object { return access.Object{Kind: access.OfDrawer, ID: hat} }
