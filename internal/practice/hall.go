package practice

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
)

// Hall is a practice installation in which a town is played. Dutch: oefenzaal.
type Hall struct {
	Gate        *deed.Gate
	Clock       *deed.Clock
	Door        *identity.Door
	People      People
	Support     *support.Service
	Referrals   *discussion.Referrals
	Invitations *invitation.Service
	Table       *discussion.Table
	Protocol    *protocol.Service
	Processing  *processing.Service
	FollowUp    *followup.Service
	Closing     *closing.Service
	// Said tells how far the play is; nil says nothing.
	Said func(step, of int, what string)
}

// People reads who has an account.
type People interface {
	// Read runs f in a reading transaction.
	Read(ctx context.Context, f func(tx identity.Tx) error) error
}

// NewHall gives a hall over an installation with all its steps.
func NewHall(db *store.DB, gate *deed.Gate, clock *deed.Clock, door *identity.Door, people People) Hall {
	forgets := &processing.Service{Gate: gate, Book: store.Processing{}, Wipe: db.Wipe}
	return Hall{Gate: gate, Clock: clock, Door: door, People: people,
		Support:     &support.Service{Gate: gate, Book: store.Support{}},
		Referrals:   &discussion.Referrals{Gate: gate, Book: store.Referrals{}},
		Invitations: &invitation.Service{Gate: gate, Book: store.Invitation{}},
		Table:       &discussion.Table{Gate: gate, Book: store.Table{}},
		Protocol:    &protocol.Service{Gate: gate, Book: store.Protocol{}, Network: store.Support{}},
		Processing:  forgets,
		FollowUp:    &followup.Service{Gate: gate, Book: store.Followup{}},
		Closing:     &closing.Service{Gate: gate, Book: store.Closing{}, Processing: forgets},
	}
}

func (h Hall) say(step, of int, what string) {
	if h.Said != nil {
		h.Said(step, of, what)
	}
}
