package processing

import (
	"context"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Held is why erasing waits for a person. Dutch: rem op het wissen.
type Held string

// The reasons: none, a clock that jumped, too much at once.
const (
	NotHeld  Held = ""
	HeldJump Held = "jump" // more than 48 hours since the last run or checkpoint
	HeldMass Held = "mass" // more than one in five would go at once
)

// Run is the last run of the clocks in one LIVC R. Dutch: laatste loop van de klok.
type Run struct {
	At        time.Time
	Held      Held
	Confirmed livc.Day // the day on which a person said that the date is right
	By        livc.ID
}

const (
	longestGap = 48 * time.Hour
	massShare  = 5 // more than one in five
	// massLeast keeps the brake off in a small town, where one case of two is half of all.
	massLeast = 5
)

// mayErase is the rule of the brake (R10, R11): a wrong clock or a wrong row must never shred. last is
// the last run or the last checkpoint, whichever is later; none holds nothing.
func mayErase(now, last time.Time, due, all int, confirmedToday bool) Held {
	switch {
	case confirmedToday:
		return NotHeld
	case !last.IsZero() && now.Sub(last) > longestGap:
		return HeldJump
	case due >= massLeast && due*massShare > all:
		return HeldMass
	}
	return NotHeld
}

func (s *Service) brake(ctx context.Context, tx *deed.Tx) (Held, error) {
	run, err := s.Book.Run(ctx, tx)
	if err != nil {
		return "", err
	}
	last, err := s.Book.LastCheckpoint(ctx, tx)
	if err != nil {
		return "", err
	}
	if run.At.After(last) {
		last = run.At
	}
	due, all, err := s.Book.Sweep(ctx, tx)
	if err != nil {
		return "", err
	}
	held := mayErase(tx.At, last, due, all, run.Confirmed == tx.Today)
	if held == NotHeld {
		run.At = tx.At
	}
	run.Held = held
	return held, s.Book.SetRun(ctx, tx, run)
}

// ConfirmDay says that today's date is right: erasing goes on, today, however much it is (R11).
func (s *Service) ConfirmDay(ctx context.Context, by deed.By) error {
	return s.Gate.Do(ctx, by, access.ConfirmDay, access.Whole(by.Livc), func(tx *deed.Tx) error {
		run, err := s.Book.Run(ctx, tx)
		if err != nil {
			return err
		}
		if run.Held == NotHeld {
			return livc.Conflict("conflict.nothing_held")
		}
		return s.Book.SetRun(ctx, tx, Run{At: tx.At, Confirmed: tx.Today, By: by.Hat})
	})
}
