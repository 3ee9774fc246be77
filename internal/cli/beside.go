package cli

import (
	"context"
	"sync"
	"time"

	"beraad.eu/internal/job"
)

// chore is work that is done again and again beside the pages, for the first time after a while.
type chore struct {
	after, every time.Duration
	do           func(context.Context) error
	name         string
}

// pagesFirst is how long the clocks of all LIVC R's wait at a start, so that the first page does not wait for
// them. What is over its term cannot be read meanwhile either (R1).
const pagesFirst = time.Second

// chores are what this node does beside its pages.
func (h *House) chores() ([]chore, error) {
	list := []chore{
		{0, time.Minute, func(ctx context.Context) error { return h.Door.Sweep(ctx, h.Clock.Wall()) }, "sweep sessions"},
		{pagesFirst, job.Every, h.runClocks(), "run the clocks"},
		{restEvery, restEvery, h.rest, "give memory back"},
	}
	post, err := h.post()
	if err != nil || post == nil {
		return list, err
	}
	mailer := h.mailer(post)
	send := func(ctx context.Context) error { return mailer.Run(ctx, h.Clock.Civil()) }
	return append(list, chore{0, 30 * time.Second, send, "send mail"}), nil
}

// runClocks runs the clocks; a practice hall wakes first, so that the days on which it was closed are not taken
// for a wrong clock.
func (h *House) runClocks() func(context.Context) error {
	first, run := h.wake, h.clocks().RunClocks
	return func(ctx context.Context) error {
		if first != nil {
			if err := first(ctx); err != nil {
				return err
			}
			first = nil
		}
		return run(ctx)
	}
}

// clocks are the terms of every LIVC R: what is due is erased without anybody's hand (R6.2-l).
func (h *House) clocks() *job.Runner {
	return &job.Runner{LivcRs: h.DB.LivcRs, Processing: h.Processing, Others: []job.Clock{h.Invitations.RunClocks}, Wipe: h.DB.Wipe}
}

// beside starts the chores, and lets screens hear of changes; the function it gives waits until all ended,
// after ctx did.
func (h *House) beside(ctx context.Context) (end func(), err error) {
	list, err := h.chores()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	deaf := h.DB.Listen(h.Live, h.Log)
	var all sync.WaitGroup
	for _, c := range list {
		all.Go(func() { h.again(ctx, c) })
	}
	return func() { cancel(); all.Wait(); deaf() }, nil
}

func (h *House) again(ctx context.Context, c chore) {
	tick := time.NewTicker(c.every)
	defer tick.Stop()
	select {
	case <-time.After(c.after):
	case <-ctx.Done():
		return
	}
	for {
		if err := c.do(ctx); err != nil && ctx.Err() == nil {
			h.Log.Error("a chore failed", "kind", c.name, "error", err.Error())
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}
