package practice

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// Opened is a hall in which people walk around: visitors of a town that was played, or whoever practises
// with an LIVC R of his own.
type Opened struct {
	Hall
	Post store.Outbox // where mail stays
	// Again has the town thrown away and played anew; whoever serves a played town gives it.
	Again func()

	cast  pages.Cast
	mu    sync.Mutex
	moves []pages.Move
	walk  walk
}

var _ pages.Hall = (*Opened)(nil)

// Open opens a hall whose town was played.
func Open(h Hall, post store.Outbox, c pages.Cast, again func()) *Opened {
	return &Opened{Hall: h, Post: post, Again: again, cast: c}
}

// OpenFounded opens a hall in which nobody plays a role: its people founded it and made keys of their own.
func OpenFounded(h Hall, post store.Outbox) *Opened { return &Opened{Hall: h, Post: post} }

// Cast gives who lives in the town.
func (o *Opened) Cast() pages.Cast { return o.cast }

// Moves lists how the clock was moved, the newest first.
func (o *Opened) Moves() []pages.Move {
	o.mu.Lock()
	defer o.mu.Unlock()
	list := slices.Clone(o.moves)
	slices.Reverse(list)
	return list
}

// Anew has the town played anew.
func (o *Opened) Anew() { o.Again() }

// Forward moves the civil clock, forward only. The move is a deed of the system that signs a checkpoint
// (settled 25); then the days pass, and the clocks of every LIVC R run as they would have.
func (o *Opened) Forward(ctx context.Context, s pages.Stride) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.pass(ctx, s.After(livc.DayOf(o.Clock.Civil())))
}

// pass lets the days pass until a day; one that is past already is no move.
func (o *Opened) pass(ctx context.Context, to livc.Day) error {
	m := pages.Move{From: livc.DayOf(o.Clock.Civil()), To: to}
	if m.To <= m.From {
		return nil
	}
	begun := o.Clock.Offset()
	end := begun + m.To.Start().Sub(m.From.Start())
	if err := o.record(ctx, end); err != nil {
		return fmt.Errorf("move the clock: %w", err)
	}
	for at := begun; at < end; {
		at = min(at+pace, end)
		o.Clock.SetOffset(at)
		if err := o.run(ctx, &m); err != nil {
			return fmt.Errorf("run the clocks: %w", err)
		}
	}
	o.moves = append(o.moves, m)
	return nil
}

// Wake lets the clocks run when a hall opens that was closed for some days.
func (o *Opened) Wake(ctx context.Context) error { return o.run(ctx, &pages.Move{}) }

// pace is how many days pass between two runs of the clocks when the hall moves: a year in one leap
// would look like a wrong clock, and the brake on mass erasure would rightly hold (R11).
const pace = 7 * 24 * time.Hour

func (o *Opened) record(ctx context.Context, offset time.Duration) error {
	system := deed.By{Actor: livc.TheSystem(livc.Installation)}
	return o.Gate.Do(ctx, system, access.MoveClock, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		tx.Checkpoint()
		return o.Post.DB.SetOffset(tx.Context(), tx, offset)
	})
}

// run lets the clocks of every LIVC R do what the days between asked. The checkpoint comes first: the
// brake on clocks that jump compares with it (settled 25).
func (o *Opened) run(ctx context.Context, m *pages.Move) error {
	list, err := o.Post.DB.LivcRs(ctx)
	if err != nil {
		return err
	}
	for _, id := range list {
		if err := o.Gate.SignCheckpoint(ctx, id); err != nil {
			return err
		}
		r, err := o.Processing.RunClocks(ctx, id)
		if err != nil {
			return err
		}
		if r.Held == processing.NotHeld {
			err = o.Invitations.RunClocks(ctx, id)
		}
		if err != nil {
			return err
		}
		m.Forgotten += r.Cases + r.Dossiers + r.Referrals
		m.Reminded += r.Reminded + r.Warned
	}
	return nil
}
