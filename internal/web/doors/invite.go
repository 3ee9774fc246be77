package doors

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/step/support"
)

// Inviter opens the door to an account inside the deed that invites: the link goes by mail to the
// person's own address, the code is said aloud and kept nowhere.
type Inviter struct {
	Door  *identity.Door
	Clock *deed.Clock
}

// Invite gives the code to say.
func (i Inviter) Invite(ctx context.Context, tx *deed.Tx, h support.Hat) (code string, err error) {
	seat := identity.Seat{Livc: tx.By.Livc, Controller: h.Organisation, Hat: h.ID, Function: h.Function}
	_, code, err = i.Door.Invite(ctx, tx.Handle(), seat, h.Name, h.Mail, i.Clock.Wall())
	if err != nil {
		return "", err
	}
	return code, tx.Mail(h.ID, "enrolment")
}
