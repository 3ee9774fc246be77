package discussion

import (
	"context"
	"crypto/sha256"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// guests are the passes for one point, with the rows of step 1 that a guest needs for a day.
type guests interface {
	support.Book
	InsertPass(ctx context.Context, tx *deed.Tx, p GuestPass) error
	// PassByLink finds a pass in every LIVC R; NotFound without one.
	PassByLink(ctx context.Context, tx *deed.Tx, link []byte) (GuestPass, error)
	PassOfHat(ctx context.Context, tx *deed.Tx, hat livc.ID) (GuestPass, error)
	Passes(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]GuestPass, error)
	// BindGuest gives the seat of the pass its hat and its one point.
	BindGuest(ctx context.Context, tx *deed.Tx, p GuestPass) error
	// CountWrongWords counts a wrong try.
	CountWrongWords(ctx context.Context, tx *deed.Tx, pass livc.ID) error
	// UsePass notes that the words were typed, and whose the hat is from now on; a Conflict when they were
	// typed before.
	UsePass(ctx context.Context, tx *deed.Tx, p GuestPass, person livc.ID) error
	// EndGuest ends a pass: the hat has left, its keys and its name are gone, its sessions over.
	EndGuest(ctx context.Context, tx *deed.Tx, p GuestPass) error
}

func noPass() error { return livc.Invalid("guest_door.no").At("words") }

// GuessWords takes the words that somebody types under a link. A wrong link, a wrong word, a pass that is
// late, used or void: one and the same answer. It is a deed of the system in the log of the installation; a
// link under which nothing is open was no guess, and leaves no leaf.
func (t *Table) GuessWords(ctx context.Context, link, words string) (p GuestPass, err error) {
	by := deed.By{Actor: livc.TheSystem(livc.Installation)}
	err = t.Gate.Do(ctx, by, access.GuessWord, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		p = GuestPass{}
		found, err := t.Book.PassByLink(ctx, tx, tx.LinkOf(passTable, link))
		if livc.KindOf(err) == livc.NotFoundKind || err == nil && !found.lets(tx.At) {
			return noPass()
		}
		if err != nil {
			return err
		}
		if !tx.AreWords(passTable, found.ID, found.Words, words) {
			return t.Book.CountWrongWords(ctx, tx, found.ID)
		}
		p = found
		return nil
	})
	if err == nil && p.ID == "" {
		err = noPass()
	}
	return p, err
}

// LetGuestIn gives a guest a hat with the keys of this browser, once the words were right: the only entry on
// the signed list of a controller of one person, signed by the guest and valid that day (settled 23). It
// happens once: a second time, or after the pass was taken back, is answered like a wrong word.
func (t *Table) LetGuestIn(ctx context.Context, p GuestPass, words string, person livc.ID, keys deed.Keys) error {
	by := deed.By{Actor: livc.Actor{Livc: p.Livc, Person: person, Function: livc.System}, Keys: keys}
	err := t.Gate.Do(ctx, by, access.LetGuestIn, access.Whole(p.Livc), func(tx *deed.Tx) error {
		now, err := t.Book.PassOfHat(ctx, tx, p.Hat)
		if err != nil {
			return err
		}
		s, err := t.Book.Sitting(ctx, tx, now.Meeting)
		if err != nil {
			return err
		}
		if !now.lets(tx.At) || !tx.AreWords(passTable, now.ID, now.Words, words) || takesPeople(s) != nil {
			return noPass()
		}
		enrols := support.Service{Gate: t.Gate, Book: t.Book}
		if err := enrols.TakeKeys(ctx, tx, now.Hat, person, keys); err != nil {
			return err
		}
		return t.Book.UsePass(ctx, tx, now, person)
	})
	switch livc.KindOf(err) {
	case livc.NotFoundKind, livc.ConflictKind:
		return noPass()
	}
	return err
}

// Visit is what a guest sees before the point: when and where, whether the secrecy was confirmed, and whether
// the door is open. Nothing of the point, and no number of points (Z9). Dutch: bezoek van een gast.
type Visit struct {
	Meeting      livc.ID
	Day          livc.Day
	Clock, Place string
	Confirmed    bool
	Inside       bool
	Words        []string // by which the desk sees that these are the keys of this browser
}

func ofHat(by deed.By) access.Object { return access.Object{Kind: access.OfHat, ID: by.Hat} }

// Visit shows a guest the own visit.
func (t *Table) Visit(ctx context.Context, by deed.By) (v Visit, err error) {
	err = t.Gate.Look(ctx, by, access.ViewVisit, ofHat(by), func(tx *deed.Tx) error {
		v = Visit{}
		p, a, err := t.guest(ctx, tx)
		if err != nil {
			return err
		}
		s, err := t.Book.Sitting(ctx, tx, p.Meeting)
		if err != nil {
			return err
		}
		stays, err := t.Book.Presences(ctx, tx, p.Item)
		if err != nil {
			return err
		}
		v = Visit{Meeting: s.ID, Day: s.Day, Clock: s.Clock, Place: s.Place, Confirmed: !a.Acknowledged.IsZero(),
			Inside: known(inside(stays), a.ID), Words: wordsOf(by.Keys.Hat().Sig())}
		return nil
	})
	return v, err
}

// wordsOf says a public key in four words; a key that is not there yet in none.
func wordsOf(public []byte) []string {
	if len(public) == 0 {
		return nil
	}
	sum := sha256.Sum256(public)
	return deed.FourWords(sum[:])
}

// guest gives the pass and the seat of the actor.
func (t *Table) guest(ctx context.Context, tx *deed.Tx) (p GuestPass, a Attendee, err error) {
	if p, err = t.Book.PassOfHat(ctx, tx, tx.By.Hat); err != nil {
		return p, a, err
	}
	list, err := t.Book.Attendees(ctx, tx, p.Meeting)
	if err != nil {
		return p, a, err
	}
	a, ok := find(list, p.Attendee)
	if !ok {
		err = livc.NotFound()
	}
	return p, a, err
}

// ConfirmSecrecy notes that a guest confirmed the secrecy of the table, and is there (R0.1-d). Who sits
// inside is still said by the chair.
func (t *Table) ConfirmSecrecy(ctx context.Context, by deed.By) (meeting livc.ID, err error) {
	err = t.Gate.Do(ctx, by, access.GuestSecrecy, ofHat(by), func(tx *deed.Tx) error {
		p, a, err := t.guest(ctx, tx)
		if err != nil {
			return err
		}
		s, err := t.Book.Sitting(ctx, tx, p.Meeting)
		if err != nil {
			return err
		}
		if err := takesPeople(s); err != nil {
			return err
		}
		meeting = p.Meeting
		tx.Made(meeting)
		tx.Stir(meeting)
		if a.Acknowledged.IsZero() {
			a.Acknowledged = tx.At
		}
		if a.State != Present {
			a.State, a.Arrived = Present, tx.At
		}
		return t.Book.PutAttendee(ctx, tx, p.Meeting, a)
	})
	return meeting, err
}

// GuestLeaves ends the own visit.
func (t *Table) GuestLeaves(ctx context.Context, by deed.By) error {
	return t.Gate.Do(ctx, by, access.GuestLeaves, ofHat(by), func(tx *deed.Tx) error {
		p, err := t.Book.PassOfHat(ctx, tx, by.Hat)
		if err != nil {
			return err
		}
		return t.guestGoes(ctx, tx, p)
	})
}
