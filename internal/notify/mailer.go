package notify

import (
	"context"
	"errors"
	"time"

	"beraad.eu/livc"
)

// Waiting is a message in the outbox: a template and a hat, no text.
type Waiting struct {
	Livc, ID livc.ID
	Tries    int
}

// Outbox is where messages wait. Every method is a deed of the system.
type Outbox interface {
	// Due lists what should leave now, over all LIVC R's.
	Due(ctx context.Context, now time.Time) ([]Waiting, error)
	// Claim counts a try, moves the next one to again, and gives the message; Conflict when another
	// node was first.
	Claim(ctx context.Context, w Waiting, again time.Time) (Message, error)
	// Sent and GiveUp end a message.
	Sent(ctx context.Context, w Waiting) error
	GiveUp(ctx context.Context, w Waiting) error
}

// Post carries letters.
type Post interface {
	Send(ctx context.Context, l Letter) error
}

// The patience of the mailer: after eight tries, over about two days, a message is given up and the
// doctor tells.
const (
	mostTries = 8
	firstWait = 5 * time.Minute
)

// waitAfter doubles with every try.
func waitAfter(tries int) time.Duration { return firstWait << min(tries, 9) }

// Mailer sends what waits.
type Mailer struct {
	Outbox Outbox
	Post   Post
	Origin string
}

// Run sends everything that is due. A message that does not go is tried again later and stops nothing.
func (m Mailer) Run(ctx context.Context, now time.Time) error {
	list, err := m.Outbox.Due(ctx, now)
	if err != nil {
		return err
	}
	var faults []error
	for _, w := range list {
		if err := m.one(ctx, w, now); err != nil {
			faults = append(faults, err)
		}
	}
	return errors.Join(faults...)
}

func (m Mailer) one(ctx context.Context, w Waiting, now time.Time) error {
	msg, err := m.Outbox.Claim(ctx, w, now.Add(waitAfter(w.Tries)))
	switch livc.KindOf(err) {
	case livc.ConflictKind:
		return nil // another node has it
	case livc.NotFoundKind:
		return m.Outbox.GiveUp(ctx, w) // nobody is there any more
	}
	if err != nil {
		return err
	}
	if err := m.Post.Send(ctx, Write(m.Origin, msg)); err != nil {
		if w.Tries+1 >= mostTries {
			return errors.Join(err, m.Outbox.GiveUp(ctx, w))
		}
		return err
	}
	return m.Outbox.Sent(ctx, w)
}
