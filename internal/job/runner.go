package job

import (
	"context"
	"errors"
	"fmt"
	"time"

	"beraad.eu/internal/step/processing"
	"beraad.eu/livc"
)

// Clock is the clock work of one step in one LIVC R.
type Clock func(ctx context.Context, id livc.ID) error

// Runner runs the clocks of every LIVC R.
type Runner struct {
	LivcRs     func(context.Context) ([]livc.ID, error)
	Processing *processing.Service
	// Others are the clocks of other steps; they run only while erasing is not held.
	Others []Clock
	// Wipe empties what the database keeps beside its tables.
	Wipe func(context.Context) error
	// Told hears what each run did; nil hears nothing.
	Told func(id livc.ID, r processing.Report, err error)
}

// Every is how often a server runs the clocks: soon enough after midnight in Brussels, rare enough for the log.
const Every = time.Hour

// RunClocks runs the clocks once in every LIVC R; the fault of one does not stop another.
func (r *Runner) RunClocks(ctx context.Context) error {
	ids, err := r.LivcRs(ctx)
	if err != nil {
		return fmt.Errorf("list the LIVC R's: %w", err)
	}
	var faults []error
	for _, id := range ids {
		report, err := r.one(ctx, id)
		if r.Told != nil {
			r.Told(id, report, err)
		}
		faults = append(faults, err)
	}
	if r.Wipe != nil {
		faults = append(faults, r.Wipe(ctx))
	}
	return errors.Join(faults...)
}

func (r *Runner) one(ctx context.Context, id livc.ID) (processing.Report, error) {
	report, err := r.Processing.RunClocks(ctx, id)
	if err != nil || report.Held != processing.NotHeld {
		return report, err
	}
	for _, clock := range r.Others {
		err = errors.Join(err, clock(ctx, id))
	}
	return report, err
}
