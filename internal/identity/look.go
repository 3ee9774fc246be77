package identity

import (
	"context"

	"beraad.eu/livc"
)

// Candidate is who somebody may be, read in one transaction. One that is not known behaves like one
// that is, down to the time it takes (W7).
type Candidate struct {
	account   AccountKey
	person    Person
	unlockers []Unlocker
	// shown is the passkey that was shown just now without opening the keys.
	shown *shownKey
}

// Look finds who signs in by mail address. A mail address that is none is Invalid; an unknown one is
// not an error.
func (d *Door) Look(ctx context.Context, tx Tx, mail livc.Contact) (Candidate, error) {
	key, err := d.lock.Account(mail)
	if err != nil {
		return Candidate{}, err
	}
	p, err := d.book.PersonByAccount(ctx, tx, key)
	if livc.KindOf(err) == livc.NotFoundKind {
		return Candidate{account: key}, nil
	}
	return d.candidate(ctx, tx, p, err)
}

// LookAgain is for the step-up of somebody who is signed in.
func (d *Door) LookAgain(ctx context.Context, tx Tx, s *Session) (Candidate, error) {
	return d.lookPerson(ctx, tx, s.Row.Person)
}

// lookPerson finds a person by id; one that does not exist is a Candidate of nobody.
func (d *Door) lookPerson(ctx context.Context, tx Tx, id livc.ID) (Candidate, error) {
	p, err := d.book.Person(ctx, tx, id)
	if livc.KindOf(err) == livc.NotFoundKind {
		return Candidate{}, nil
	}
	return d.candidate(ctx, tx, p, err)
}

func (d *Door) candidate(ctx context.Context, tx Tx, p Person, err error) (Candidate, error) {
	if err != nil {
		return Candidate{}, err
	}
	list, err := d.book.UnlockersOf(ctx, tx, p.ID)
	return Candidate{account: p.Account, person: p, unlockers: list}, err
}

// of is the unlocker of a kind, of which a person has one at most.
func (c Candidate) of(kind Kind) (Unlocker, bool) {
	for _, u := range c.unlockers {
		if u.Kind == kind {
			return u, true
		}
	}
	return Unlocker{}, false
}

func (c Candidate) byID(id livc.ID) (Unlocker, bool) {
	for _, u := range c.unlockers {
		if u.ID == id {
			return u, true
		}
	}
	return Unlocker{}, false
}
