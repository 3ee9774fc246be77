package cli

import (
	"context"
	"sync"
	"time"
)

// chore is work that is done again and again beside the pages.
type chore struct {
	every time.Duration
	do    func(context.Context) error
	name  string
}

// chores are what this node does beside its pages.
func (h *House) chores() []chore {
	return []chore{
		{time.Minute, func(ctx context.Context) error { return h.Door.Sweep(ctx, h.Clock.Wall()) }, "sweep sessions"},
	}
}

// beside starts the chores; the function it gives waits until they ended, after ctx did.
func (h *House) beside(ctx context.Context) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var all sync.WaitGroup
	for _, c := range h.chores() {
		all.Go(func() { h.again(ctx, c) })
	}
	return func() { cancel(); all.Wait() }
}

func (h *House) again(ctx context.Context, c chore) {
	tick := time.NewTicker(c.every)
	defer tick.Stop()
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
