package deed

import (
	"errors"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/livc"
)

// Batched is one commit, for whoever counts: how long it took, and what became of each deed in it. It
// names no LIVC R, no person and no thing.
type Batched struct {
	Took  time.Duration
	Deeds []Outcome
}

// Outcome is what became of one deed.
type Outcome struct {
	Action access.Action
	Result Result
}

// Result is how a deed ended.
type Result string

// The results of a deed.
const (
	Done     Result = "done"
	Repeats  Result = "repeated" // a form that was sent before
	Refuses  Result = "refused"  // by a norm
	Hides    Result = "hidden"   // not there, or not to be known
	Overtook Result = "overtaken"
	Unfit    Result = "invalid"
	Unopened Result = "unopened" // a key must be fetched first; the deed comes again
	Fails    Result = "failed"   // a fault of ours
)

// watch tells whoever counts about a commit.
func (g *Gate) watch(batch []*job, answers []error, took time.Duration) {
	if g.Watch == nil {
		return
	}
	b := Batched{Took: took, Deeds: make([]Outcome, len(batch))}
	for i, j := range batch {
		b.Deeds[i] = Outcome{j.action, resultOf(answers[i])}
	}
	g.Watch(b)
}

func resultOf(err error) Result {
	var again *Repeated
	var need *needKey
	switch {
	case err == nil:
		return Done
	case errors.As(err, &again):
		return Repeats
	case errors.As(err, &need):
		return Unopened
	}
	known, ok := map[livc.Kind]Result{livc.DeniedKind: Refuses, livc.NotFoundKind: Hides, livc.ConflictKind: Overtook, livc.InvalidKind: Unfit}[livc.KindOf(err)]
	if !ok {
		return Fails
	}
	return known
}
