package discussion

import (
	"context"
	"slices"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// passTable binds the link and the words of a pass to it.
const passTable = "guest_pass"

// wordTries is how many wrong words make a pass void (settled 38).
const wordTries = 5

// GuestPass lets somebody without an account take one seat at one point of one meeting, in one browser, on
// the day of that meeting. Link and words are kept as keyed hashes. Dutch: gastpas.
type GuestPass struct {
	ID, Livc, Meeting, Item     livc.ID
	Attendee, Organisation, Hat livc.ID // the seat, and the one-person controller with its hat
	Link, Words                 []byte
	Tries                       int
	From, Until, Entered, Ended time.Time
}

// PassState is where a pass stands. Dutch: staat van een gastpas.
type PassState string

// The states of a pass.
const (
	PassOpen PassState = "open" // the words can be typed
	PassIn   PassState = "in"   // they were: the guest is there
	PassVoid PassState = "void" // too many wrong words
	PassOver PassState = "over" // the point closed, the guest left, the desk took it back, or the day is over
)

// PassStates lists the states of a pass.
func PassStates() []PassState { return []PassState{PassOpen, PassIn, PassVoid, PassOver} }

// State is where the pass stands now. Before the day of the meeting it is open and lets nobody in.
func (p GuestPass) State(now time.Time) PassState {
	switch {
	case !p.Ended.IsZero() || !now.Before(p.Until):
		return PassOver
	case !p.Entered.IsZero():
		return PassIn
	case p.Tries >= wordTries:
		return PassVoid
	}
	return PassOpen
}

// lets tells whether the words of the pass may be typed now.
func (p GuestPass) lets(now time.Time) bool {
	return p.State(now) == PassOpen && !now.Before(p.From)
}

// TakePass takes a pass back: from the next click on the guest is out, and inside nothing.
func (t *Table) TakePass(ctx context.Context, by deed.By, meeting, pass livc.ID) error {
	if pass == "" {
		return livc.Invalid("take_pass.which").At("pass")
	}
	return t.Gate.Do(ctx, by, access.TakePass, ofMeeting(meeting), func(tx *deed.Tx) error {
		list, err := t.Book.Passes(ctx, tx, meeting)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(list, func(p GuestPass) bool { return p.ID == pass })
		if i < 0 {
			return livc.NotFound()
		}
		tx.Made(meeting)
		return t.guestGoes(ctx, tx, list[i])
	})
}

// endGuests ends the passes for a point that closes (settled 23).
func (t *Table) endGuests(ctx context.Context, tx *deed.Tx, item TableItem) error {
	return t.endPasses(ctx, tx, item.Meeting, func(p GuestPass) bool { return p.Item == item.ID })
}

// endAllGuests ends the passes of a meeting that closes.
func (t *Table) endAllGuests(ctx context.Context, tx *deed.Tx, meeting livc.ID) error {
	return t.endPasses(ctx, tx, meeting, func(GuestPass) bool { return true })
}

func (t *Table) endPasses(ctx context.Context, tx *deed.Tx, meeting livc.ID, which func(GuestPass) bool) error {
	list, err := t.Book.Passes(ctx, tx, meeting)
	if err != nil {
		return err
	}
	for _, p := range list {
		if !which(p) {
			continue
		}
		if err := t.guestGoes(ctx, tx, p); err != nil {
			return err
		}
	}
	return nil
}

// guestGoes lets a guest out of the point and ends the pass: keys, session and name go with it. A pass that
// nobody used leaves the seat to be taken without a screen.
func (t *Table) guestGoes(ctx context.Context, tx *deed.Tx, p GuestPass) error {
	if !p.Ended.IsZero() {
		return nil
	}
	a, err := t.load(ctx, tx, p.Item)
	if livc.KindOf(err) == livc.NotFoundKind { // the point was taken off the agenda
		return t.Book.EndGuest(ctx, tx, p)
	}
	if err != nil {
		return err
	}
	tx.Stir(p.Meeting)
	if known(inside(a.Stays), p.Attendee) {
		if err := t.leaves(ctx, tx, &a, []livc.ID{p.Attendee}); err != nil {
			return err
		}
	}
	return t.Book.EndGuest(ctx, tx, p)
}

// guestLeft ends the pass of somebody who was noted as gone.
func (t *Table) guestLeft(ctx context.Context, tx *deed.Tx, a Attendee) error {
	if !a.Function.Visits() {
		return nil
	}
	p, err := t.Book.PassOfHat(ctx, tx, a.Hat)
	if livc.KindOf(err) == livc.NotFoundKind { // ended some days ago
		return nil
	}
	if err != nil {
		return err
	}
	return t.guestGoes(ctx, tx, p)
}

// onlyFor refuses a guest at every point but the one of the pass, and before the words were typed: then there
// is no key to seal to (Z9). Who has no pass is asked nothing here.
func (a Attendee) onlyFor(item livc.ID) error {
	switch {
	case a.OnlyItem == "":
		return nil
	case a.OnlyItem != item:
		return livc.Invalid("guest_pass.other_item", law.NeedToKnow).At("inside")
	case !a.HasAccount:
		return livc.Invalid("guest_pass.words_first").At("inside")
	}
	return nil
}

// Lasts tells whether the person can still sign in when the meeting is over: only who does can hold an
// action, a note or an own dossier (settled 23). Dutch: heeft een blijvend account.
func (a Attendee) Lasts() bool { return a.HasAccount && !a.Function.Visits() }

// afterwards refuses a guest where something is to be done after the meeting: who acts enrols.
func (a Attendee) afterwards(field string) error {
	if a.Function.Visits() {
		return livc.Invalid("guest_pass.afterwards", law.AuthorisedOnly).At(field)
	}
	return nil
}
