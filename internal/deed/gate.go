package deed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"beraad.eu/internal/access"
	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// ErrOutcomeUnknown says that a commit was asked and no answer came: the deed may or may not have
// happened. The same form token, sent again, tells which.
var ErrOutcomeUnknown = errors.New("deed: the outcome of the commit is unknown")

// Repeated answers a form that was sent before: the deed happened once, and made this.
type Repeated struct{ Made livc.ID }

// Error is for the log.
func (r *Repeated) Error() string { return "deed: this form was sent before" }

// Parts are what a gate is made of.
type Parts struct {
	Store        Store
	Clock        *Clock
	Rand         io.Reader // for ids, codes and nonces of the log
	Ring         *seal.Ring
	Service      *seal.Service
	Node         *seal.Node
	Installation string
	Practice     bool
	Watch        func(Batched) // is told of every commit; nil tells nobody
}

// Gate lets deeds through, one LIVC R at a time.
type Gate struct {
	Parts
	mu    sync.Mutex
	lanes map[string]*lane
	done  bool
	chains
}

// New makes a gate.
func New(p Parts) *Gate { return &Gate{Parts: p, lanes: map[string]*lane{}} }

// Base is what is bound into every sealed text of a LIVC R.
func (g *Gate) Base(id livc.ID) seal.Base {
	return seal.Base{Installation: g.Installation, Practice: g.Practice, Livc: id}
}

// Do changes something: f runs inside the transaction, after the permit and before the leaf. It must
// have no effect outside tx, because the gate may run it again. An error of f undoes what f did.
func (g *Gate) Do(ctx context.Context, by By, a access.Action, on access.Object, f func(*Tx) error) error {
	return g.run(ctx, by, a, on, f, false)
}

// Look reads something: texts that f asks for with Later are opened after the leaf is committed, so that
// nobody looks out of curiosity without a trace (R2.3.5-m, R6.2-x). It uses up no form: a page that looks
// before it acts still acts.
func (g *Gate) Look(ctx context.Context, by By, a access.Action, on access.Object, f func(*Tx) error) error {
	by.Token = ""
	return g.run(ctx, by, a, on, f, true)
}

// keyRounds is how often one deed may find a container closed, or closed anew, before it gives up.
const keyRounds = 12

func (g *Gate) run(ctx context.Context, by By, a access.Action, on access.Object, f func(*Tx) error, look bool) error {
	for range keyRounds {
		j := &job{by: by, action: a, on: on, f: f, look: look, answer: make(chan error, 1)}
		err := g.submit(ctx, j)
		var need *needKey
		if !errors.As(err, &need) {
			if err == nil {
				err = g.open(ctx, j)
			}
			if look && errors.Is(err, errRekeyed) {
				continue
			}
			return err
		}
		if err := g.fetchKey(ctx, by, need.container); err != nil {
			return err
		}
	}
	return fmt.Errorf("deed: %s asks for too many keys", a)
}

func (g *Gate) submit(ctx context.Context, j *job) error {
	l, err := g.lane(g.Store.Lane(j.by.Livc))
	if err != nil {
		return err
	}
	select {
	case l.in <- j:
	case <-ctx.Done():
		return ctx.Err()
	}
	// Once taken, the deed happens whatever the client does; only its answer may go unread.
	return <-j.answer
}

func (g *Gate) lane(name string) (*lane, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.done {
		return nil, errors.New("deed: the gate is closed")
	}
	l := g.lanes[name]
	if l == nil {
		l = &lane{gate: g, name: name, in: make(chan *job, batchSize), end: make(chan struct{})}
		g.lanes[name] = l
		go l.write()
	}
	return l, nil
}

// Close lets waiting deeds finish and takes no new ones.
func (g *Gate) Close() {
	g.mu.Lock()
	lanes := g.lanes
	g.lanes, g.done = map[string]*lane{}, true
	g.mu.Unlock()
	for _, l := range lanes {
		close(l.in)
		<-l.end
	}
}
