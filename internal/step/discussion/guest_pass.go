package discussion

import (
	"cmp"
	"context"
	"slices"
	"time"
	"unicode/utf8"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
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

// PassGuest is the input of the use case of that name: who comes, for which service, bound by which secrecy,
// and for which one point.
type PassGuest struct {
	Meeting, Item livc.ID
	Attendee      livc.ID // somebody without an account who has the seat already; or else:
	Name          livc.Contact
	Organisation  livc.ID // of the network; or else:
	Service       string
	Category      string
	Secrecy       []livc.Secrecy
	Confirmed     bool // the person confirmed which secrecy binds: it is not derived from the service (R2.5.1-g)
	Invited       bool // on the word of who chairs (R3.0-a)
	Briefed       bool // the coordinator spoke with the guest first (R2.3.6-b)
}

// Pass is what the desk hands on, shown once: the link, and the words for the door. Dutch: pas.
type Pass struct{ Link, Words string }

// PassGuest makes a pass for one point (R2.3.6-a, settled 23). The guest becomes the only authorised person
// of a controller of his own, which is in no list of the network; who the law keeps away from the table
// cannot be made a guest (R2.3-e). Who was not briefed is not let in by it: that is asked at the door.
func (t *Table) PassGuest(ctx context.Context, by deed.By, in PassGuest) (made Pass, err error) {
	if err := in.check(); err != nil {
		return Pass{}, err
	}
	err = t.Gate.Do(ctx, by, access.PassGuest, ofMeeting(in.Meeting), func(tx *deed.Tx) error {
		s, err := t.passable(ctx, tx, in)
		if err != nil {
			return err
		}
		a, o, err := t.guestSeat(ctx, tx, in)
		if err != nil {
			return err
		}
		p := GuestPass{ID: tx.NewID(), Livc: by.Livc, Meeting: s.ID, Item: in.Item, Attendee: a.ID, Organisation: o.ID, Hat: tx.NewID(),
			From: s.Day.Start(), Until: s.Day.Add(0, 0, 1).Start()}
		made.Link, p.Link = tx.NewLink(passTable)
		made.Words, p.Words = tx.NewWords(passTable, p.ID)
		tx.Made(p.ID)
		return t.keepPass(ctx, tx, p, support.Hat{ID: p.Hat, Organisation: o.ID, Function: livc.Guest, SpeaksFor: "organisation", Name: a.Name,
			Secrecy: in.Secrecy, Mandate: support.Mandate{From: s.Day, Until: s.Day}, State: support.HatEntered})
	})
	return made, err
}

func (in PassGuest) check() error {
	var f livc.Faults
	if in.Attendee == "" {
		f.Check(!in.Name.Empty(), "name", "stand_in.name")
		f.Check(in.Name.Len() <= maxStandInName, "name", "error.too_long")
		f.Check(in.Organisation != "" || in.Service != "", "organisation", "guest_pass.organisation")
		f.Check(in.Organisation != "" || in.Service == "" || in.Category != "", "category", "add_partner.category")
		f.Check(utf8.RuneCountInString(in.Service) <= maxService, "service", "error.too_long")
	}
	f.Check(in.Item != "", "item", "guest_pass.item")
	f.Check(len(in.Secrecy) > 0, "secrecy", "enter_person.secrecy", "p-roles-named")
	f.Check(in.Confirmed, "confirmed", "enter_person.unconfirmed", law.KnowYourRules)
	f.Check(in.Invited, "invited", "stand_in.appointed", law.MayorInvites)
	return f.Err()
}

// maxService is the longest name of a service, in characters.
const maxService = 120

// passable gives the meeting, if a guest can still come to this point of it. Only a table on screens has
// something for a guest's own screen: elsewhere nobody needs a pass to sit.
func (t *Table) passable(ctx context.Context, tx *deed.Tx, in PassGuest) (s Sitting, err error) {
	if s, err = t.Book.Sitting(ctx, tx, in.Meeting); err != nil {
		return s, err
	}
	if err := takesPeople(s); err != nil {
		return s, err
	}
	if s.Mode != livc.Screens || s.Day < tx.Today {
		return s, livc.Conflict("conflict.no_guests")
	}
	i, err := t.Book.TableItem(ctx, tx, in.Item)
	if err != nil {
		return s, err
	}
	if i.Meeting != s.ID || !i.OfCase() || i.State == livc.ItemClosed {
		return s, livc.Invalid("guest_pass.item").At("item")
	}
	return s, nil
}

// guestSeat gives the seat of the guest, new or taken already, and the controller that is made for him.
func (t *Table) guestSeat(ctx context.Context, tx *deed.Tx, in PassGuest) (a Attendee, o support.Organisation, err error) {
	if in.Attendee != "" {
		if a, err = t.seatTaken(ctx, tx, in); err != nil {
			return a, o, err
		}
		in.Organisation = a.Organisation
	}
	if o, err = t.guestService(ctx, tx, in); err != nil {
		return a, o, err
	}
	o.ID, o.Guest = tx.NewID(), true
	if err := t.Book.InsertOrganisation(ctx, tx, o); err != nil || a.ID != "" {
		return a, o, err
	}
	a = Attendee{ID: tx.NewID(), Organisation: cmp.Or(in.Organisation, o.ID), Seat: AdHocSeat, Name: in.Name, State: Expected}
	if in.Briefed {
		a.Briefed = tx.Today
	}
	return a, o, t.Book.PutAttendee(ctx, tx, in.Meeting, a)
}

// seatTaken gives somebody without an account who has a seat for one point already.
func (t *Table) seatTaken(ctx context.Context, tx *deed.Tx, in PassGuest) (Attendee, error) {
	list, err := t.Book.Attendees(ctx, tx, in.Meeting)
	if err != nil {
		return Attendee{}, err
	}
	a, err := need(list, in.Attendee, "attendee")
	if err == nil && (a.Seat != AdHocSeat || a.Hat != "" || a.State == Gone) {
		err = livc.Invalid("guest_pass.attendee").At("attendee")
	}
	return a, err
}

// guestService gives name, kind and framework of the service that a guest comes for. A body that the law
// keeps away from the table is refused with its norm, as for a partner; the police have their own seat.
func (t *Table) guestService(ctx context.Context, tx *deed.Tx, in PassGuest) (o support.Organisation, err error) {
	if in.Organisation == "" {
		s, _ := law.FindService(law.Category(in.Category))
		o = support.Organisation{Name: in.Service, Category: in.Category, Regime: s.Regime, State: "participant"}
	} else {
		if err := t.seatFits(ctx, tx, StandIn{Organisation: in.Organisation, Seat: AdHocSeat}); err != nil {
			return o, err
		}
		found, err := t.Book.Organisation(ctx, tx, in.Organisation)
		if err != nil {
			return o, err
		}
		o = support.Organisation{Name: found.Name, Category: found.Category, Regime: found.Regime, State: "participant"}
	}
	if err := law.MayInviteCategory(law.Category(o.Category)); err != nil {
		return o, err
	}
	if o.Regime == livc.RegimePolice {
		err = livc.Invalid("stand_in.seat_of", "livc-3-1-seats").At("category")
	}
	return o, err
}

func (t *Table) keepPass(ctx context.Context, tx *deed.Tx, p GuestPass, h support.Hat) error {
	if err := t.Book.InsertHat(ctx, tx, h); err != nil {
		return err
	}
	if err := t.Book.InsertPass(ctx, tx, p); err != nil {
		return err
	}
	return t.Book.BindGuest(ctx, tx, p)
}

// TakePass takes a pass back: from the next click on the guest is out, and inside nothing.
func (t *Table) TakePass(ctx context.Context, by deed.By, meeting, pass livc.ID) error {
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
