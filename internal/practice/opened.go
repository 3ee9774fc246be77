package practice

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/store"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// Opened is a hall in which the town was played and visitors walk around.
type Opened struct {
	Hall
	DB     *store.DB
	Origin string // the address of the hall, as it stands in mail
	// Again has the town thrown away and played anew; whoever serves the hall gives it.
	Again func()

	cast  pages.Cast
	mu    sync.Mutex
	moves []pages.Move
}

var _ pages.Hall = (*Opened)(nil)

// Open opens a hall whose town was played.
func Open(h Hall, db *store.DB, origin string, c pages.Cast, again func()) *Opened {
	return &Opened{Hall: h, DB: db, Origin: origin, Again: again, cast: c}
}

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
// (settled 25); after it the clocks of every LIVC R run, as they would have day by day.
func (o *Opened) Forward(ctx context.Context, s pages.Stride) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	from := livc.DayOf(o.Clock.Civil())
	to := s.After(from)
	offset := o.Clock.Offset() + to.Start().Sub(from.Start())
	if err := o.record(ctx, offset); err != nil {
		return fmt.Errorf("move the clock: %w", err)
	}
	o.Clock.SetOffset(offset)
	m := pages.Move{From: from, To: to}
	if err := o.run(ctx, &m); err != nil {
		return fmt.Errorf("run the clocks: %w", err)
	}
	o.moves = append(o.moves, m)
	return nil
}

func (o *Opened) record(ctx context.Context, offset time.Duration) error {
	system := deed.By{Actor: livc.TheSystem(livc.Installation)}
	return o.Gate.Do(ctx, system, access.MoveClock, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		tx.Checkpoint()
		return o.DB.SetOffset(tx.Context(), tx, offset)
	})
}

// run lets the clocks of every LIVC R do what the days between asked. The checkpoint comes first: the
// brake on clocks that jump compares with it (settled 25).
func (o *Opened) run(ctx context.Context, m *pages.Move) error {
	list, err := o.DB.LivcRs(ctx)
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
		m.Forgotten += r.Cases + r.Dossiers + r.Referrals
		m.Reminded += r.Reminded + r.Warned
	}
	return nil
}
