package identity

import (
	"context"
	"time"

	"beraad.eu/livc"
)

// Entry is a proof that was found to hold at the moment of the transaction.
type Entry struct {
	proof *Proof
	// Last is the previous sign-in, and Failures what went wrong since; the first page says both.
	Last     time.Time
	Failures int
}

// Enter checks inside a transaction that nothing changed since Look, and uses up the second factor:
// of two requests with one code the second is refused.
func (d *Door) Enter(ctx context.Context, tx Tx, p *Proof, now time.Time) (Entry, error) {
	person, err := d.book.Person(ctx, tx, p.person.ID)
	if livc.KindOf(err) == livc.NotFoundKind || (err == nil && person.Generation != p.person.Generation) {
		return Entry{}, wrong()
	}
	if err != nil {
		return Entry{}, err
	}
	c, err := d.candidate(ctx, tx, person, nil)
	if err != nil {
		return Entry{}, err
	}
	if err := d.useUp(ctx, tx, c, p.used); err != nil {
		return Entry{}, err
	}
	e := Entry{proof: p, Last: lastUse(c.unlockers)}
	e.Failures, err = d.book.FailuresSince(ctx, tx, person.Account, e.Last)
	return e, err
}

func (d *Door) useUp(ctx context.Context, tx Tx, c Candidate, used []Unlocker) error {
	for _, u := range used {
		now, ok := c.byID(u.ID)
		if !ok || (u.Kind == TOTP && u.Step <= now.Step) {
			return wrong()
		}
		if err := d.book.SaveUnlocker(ctx, tx, u); err != nil {
			return err
		}
	}
	return nil
}

func lastUse(list []Unlocker) (last time.Time) {
	for _, u := range list {
		if u.Used.After(last) {
			last = u.Used
		}
	}
	return last
}

// Fail notes a failed unlock, for the person to see and for the audit leaf of the caller. It is
// noted for an unknown account too.
func (d *Door) Fail(ctx context.Context, tx Tx, c Candidate, now time.Time) error {
	if c.account == "" {
		return nil
	}
	return d.book.NoteFailure(ctx, tx, c.account, now)
}
