package cli

import (
	"context"
	"sync"
	"time"

	"beraad.eu/internal/job"
)

// chore is work that is done again and again beside the pages.
type chore struct {
	every time.Duration
	do    func(context.Context) error
	name  string
}

// chores are what this node does beside its pages.
func (h *House) chores() ([]chore, error) {
	list := []chore{
		{time.Minute, func(ctx context.Context) error { return h.Door.Sweep(ctx, h.Clock.Wall()) }, "sweep sessions"},
		{job.Every, h.clocks().RunClocks, "run the clocks"},
		{restEvery, rest, "give memory back"},
	}
	post, err := h.post()
	if err != nil || post == nil {
		return list, err
	}
	mailer := h.mailer(post)
	send := func(ctx context.Context) error { return mailer.Run(ctx, h.Clock.Civil()) }
	return append(list, chore{30 * time.Second, send, "send mail"}), nil
}

// clocks are the terms of every LIVC R: what is due is erased without anybody's hand (R6.2-l).
func (h *House) clocks() *job.Runner {
	return &job.Runner{LivcRs: h.DB.LivcRs, Processing: h.Processing, Others: []job.Clock{h.Invitations.RunClocks}, Wipe: h.DB.Wipe}
}

// beside starts the chores; the function it gives waits until they ended, after ctx did.
func (h *House) beside(ctx context.Context) (end func(), err error) {
	list, err := h.chores()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	var all sync.WaitGroup
	for _, c := range list {
		all.Go(func() { h.again(ctx, c) })
	}
	return func() { cancel(); all.Wait() }, nil
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
