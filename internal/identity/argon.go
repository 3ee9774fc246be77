package identity

import (
	"context"
	"sync/atomic"
	"time"
)

// queueLength is how many may wait for a derivation; the next is told to come back.
const queueLength = 20

// Admission lets in few Argon2 derivations at a time: each takes 64 MiB and a processor (P11).
type Admission struct {
	places  chan struct{}
	waiting atomic.Int32
}

// NewAdmission gives half of the processors, one at least.
func NewAdmission(cores int) *Admission {
	return &Admission{places: make(chan struct{}, max(1, cores/2))}
}

// Do runs derive when there is a place. It answers busy when the queue is full, and the error of ctx
// when the person left while waiting.
func (a *Admission) Do(ctx context.Context, derive func() error) error {
	if a.waiting.Add(1) > int32(queueLength+cap(a.places)) {
		a.waiting.Add(-1)
		return busy("signin.busy", time.Minute)
	}
	defer a.waiting.Add(-1)
	select {
	case a.places <- struct{}{}:
		defer func() { <-a.places }()
		return derive()
	case <-ctx.Done():
		return ctx.Err()
	}
}
