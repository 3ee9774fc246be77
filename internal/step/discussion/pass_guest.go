package discussion

import (
	"cmp"
	"context"
	"unicode/utf8"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

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
		day := s.GuestDay(tx.Today)
		p := GuestPass{ID: tx.NewID(), Livc: by.Livc, Meeting: s.ID, Item: in.Item, Attendee: a.ID, Organisation: o.ID, Hat: tx.NewID(),
			From: day.Start(), Until: day.Add(0, 0, 1).Start()}
		made.Link, p.Link = tx.NewLink(passTable)
		made.Words, p.Words = tx.NewWords(passTable, p.ID)
		tx.Made(p.ID)
		return t.keepPass(ctx, tx, p, support.Hat{ID: p.Hat, Organisation: o.ID, Function: livc.Guest, SpeaksFor: "organisation", Name: a.Name,
			Secrecy: in.Secrecy, Mandate: support.Mandate{From: day, Until: day}, State: support.HatEntered})
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
	i, err := t.Book.TableItem(ctx, tx, in.Item)
	if err != nil {
		return s, err
	}
	if !s.TakesGuests(i) || s.GuestDay(tx.Today) < tx.Today {
		return s, livc.Conflict("conflict.no_guests")
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
