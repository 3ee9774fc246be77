package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Inviter opens the door to an account: a link that goes to the person's own mail address, and a code
// that is said aloud and kept nowhere. The sign-in part of the program implements it.
type Inviter interface {
	Invite(ctx context.Context, tx *deed.Tx, h Hat) (code string, err error)
}

// InvitePerson invites somebody who was entered to make an account, and gives the code to say face to
// face or by phone. Only who keeps data has an account (architecture 18); the code is shown once.
func (s *Service) InvitePerson(ctx context.Context, by deed.By, hat livc.ID) (code string, err error) {
	err = s.Gate.Do(ctx, by, access.InvitePerson, access.Object{Kind: access.OfHat, ID: hat}, func(tx *deed.Tx) error {
		h, err := s.Book.Hat(ctx, tx, hat)
		if err != nil {
			return err
		}
		if err := s.mayStaff(ctx, tx, h.Organisation); err != nil {
			return err
		}
		if h.State != HatEntered {
			return livc.Conflict("conflict.enrolled")
		}
		if h.Mail.Empty() {
			return livc.Denied("denied.no_mail", "gdpr-32")
		}
		tx.Made(hat)
		code, err = s.Inviter.Invite(ctx, tx, h)
		return err
	})
	return code, err
}
