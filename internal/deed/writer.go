package deed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/livc"
)

// batchSize is how many waiting deeds share one commit.
const batchSize = 64

// batchTime bounds one transaction; a client that leaves cancels nothing.
const batchTime = 30 * time.Second

// job is one deed on its way.
type job struct {
	by     By
	action access.Action
	on     access.Object
	f      func(*Tx) error
	look   bool
	answer chan error
	boxes  []box
}

// lane is one queue of deeds and its writer.
type lane struct {
	gate *Gate
	name string
	in   chan *job
	end  chan struct{}
}

// write takes whatever waits, up to batchSize, and commits it together. While one batch is written the
// next one gathers. Who is alone waits for nobody; who had company in the last batch waits a moment for
// the same company, because one commit for many costs less than many (ADR 0012).
func (l *lane) write() {
	defer close(l.end)
	last := 1
	for first := range l.in {
		batch := l.gather([]*job{first}, last)
		last = len(batch)
		l.commit(batch)
	}
}

// company is how long a batch waits for as many deeds as the last one had.
const company = 500 * time.Microsecond

func (l *lane) gather(batch []*job, expected int) []*job {
	var late <-chan time.Time
	for len(batch) < batchSize {
		select {
		case j, ok := <-l.in:
			if !ok {
				return batch
			}
			batch = append(batch, j)
			continue
		default:
		}
		if len(batch) >= expected {
			return batch
		}
		if late == nil {
			late = time.After(company)
		}
		select {
		case j, ok := <-l.in:
			if !ok {
				return batch
			}
			batch = append(batch, j)
		case <-late:
			return batch
		}
	}
	return batch
}

func (l *lane) commit(batch []*job) {
	ctx, cancel := context.WithTimeout(context.Background(), batchTime)
	defer cancel()
	answers, begun := make([]error, len(batch)), l.gate.Clock.Wall()
	err := l.gate.Store.Write(ctx, l.name, func(b Batch) error {
		heads := map[livc.ID]*Head{}
		for i, j := range batch {
			j.boxes = nil
			var err error
			if answers[i], err = l.gate.perform(ctx, b, heads, j); err != nil {
				return err
			}
		}
		for id, h := range heads {
			if err := b.SaveHead(ctx, id, *h); err != nil {
				return fmt.Errorf("save the head of the log: %w", err)
			}
		}
		return nil
	})
	for i := range batch {
		if err != nil {
			answers[i] = err
		}
	}
	l.gate.watch(batch, answers, l.gate.Clock.Wall().Sub(begun))
	for i, j := range batch {
		j.answer <- answers[i]
	}
}

// perform runs one deed in its savepoint. The first error is the person's answer; the second one breaks
// the whole batch.
func (g *Gate) perform(ctx context.Context, b Batch, heads map[livc.ID]*Head, j *job) (answer, broken error) {
	head, ok := heads[j.by.Livc]
	if !ok {
		h, err := b.Head(ctx, j.by.Livc)
		if err != nil {
			return nil, fmt.Errorf("lock the head of the log: %w", err)
		}
		head = &h
	}
	tx := g.begin(b, head, j)
	if j.by.Token != "" && !j.look {
		made, found, err := b.Made(ctx, j.by.Livc, j.by.Hat, j.by.Token)
		if err != nil {
			return nil, fmt.Errorf("look for the form token: %w", err)
		}
		if found {
			return &Repeated{made}, nil
		}
	}
	if err := b.Savepoint(ctx); err != nil {
		return nil, fmt.Errorf("set a savepoint: %w", err)
	}
	answer = g.decideAndDo(ctx, tx, j)
	if answer != nil {
		if err := b.Rollback(ctx); err != nil {
			return nil, errors.Join(answer, fmt.Errorf("undo the deed: %w", err))
		}
		if err := g.since(ctx, tx, j, answer); err != nil {
			return nil, err
		}
		j.boxes = nil
	} else if err := tx.release(ctx); err != nil {
		return nil, err
	}
	if !recorded(answer) {
		return answer, nil
	}
	heads[j.by.Livc] = head
	return answer, g.record(ctx, tx, head, j, answer)
}

// recorded tells which answers leave a leaf: what was done, and what the law refused. A form with a
// fault, a conflict, and a fault of ours leave none.
func recorded(answer error) bool {
	if answer == nil {
		return true
	}
	k := livc.KindOf(answer)
	return k == livc.DeniedKind || k == livc.NotFoundKind
}

func (g *Gate) decideAndDo(ctx context.Context, tx *Tx, j *job) (err error) {
	defer func() {
		if r := recover(); r != nil {
			// The value may hold personal text; the stack holds places only.
			err = fmt.Errorf("deed %s broke with a %T at %s", j.action, r, debug.Stack())
		}
	}()
	tx.Facts, err = tx.batch.Standing(ctx, j.by.Actor, j.on, tx.Today)
	if err != nil {
		return fmt.Errorf("gather the facts for %s: %w", j.action, err)
	}
	d := access.Decide(j.action, j.by.Function, tx.Facts)
	tx.norms = d.Norms
	if err := d.Err(); err != nil {
		return err
	}
	if err := g.stale(ctx, tx, j); err != nil {
		return err
	}
	tx.ctx = ctx
	return j.f(tx)
}

func (g *Gate) record(ctx context.Context, tx *Tx, head *Head, j *job, answer error) error {
	e := audit.Entry{
		At: tx.At, Livc: j.by.Livc, Person: j.by.Person, Hat: j.by.Hat, Function: j.by.Function,
		Action: string(j.action), Kind: string(j.on.Kind), Object: j.on.ID,
		Norms: tx.norms, Authorised: answer == nil, Row: tx.rowHash(j.look),
	}
	if answer == nil && j.by.Token != "" && !j.look { // a look on the way to a deed uses up no form
		if err := tx.batch.SaveMade(ctx, j.by.Livc, j.by.Hat, j.by.Token, tx.made, tx.At); err != nil {
			return fmt.Errorf("keep the form token: %w", err)
		}
	}
	if err := g.append(ctx, tx.batch, head, j.by.Livc, e); err != nil || answer != nil || !tx.checkpoint {
		return err
	}
	return g.checkpoint(ctx, tx, head, j.by.Livc)
}

func (g *Gate) append(ctx context.Context, b Batch, head *Head, id livc.ID, e audit.Entry) error {
	var nonce [16]byte
	if _, err := io.ReadFull(g.Rand, nonce[:]); err != nil {
		return fmt.Errorf("draw a nonce: %w", err)
	}
	if err := e.Check(); err != nil {
		return fmt.Errorf("check a leaf: %w", err)
	}
	payload := e.Payload()
	row := audit.Row{Index: head.Frontier.Size, Nonce: nonce[:], Payload: payload, Commitment: audit.Commitment(nonce, payload), About: e.About()}
	if err := b.AppendLeaf(ctx, id, row); err != nil {
		return fmt.Errorf("append to the log: %w", err)
	}
	head.Frontier.Append(row.Commitment)
	head.LastAt = e.At
	return nil
}
