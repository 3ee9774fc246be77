package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// CheckIn is the input of the use case of that name: for everybody on the list, whether present, whether
// the secrecy of the table was confirmed aloud, and whether the own frame was named.
type CheckIn struct {
	Meeting                       livc.ID
	Present, Acknowledged, Framed []livc.ID // attendances, or hats that are awaited
	Briefed                       []livc.ID // ad hoc people whom the coordinator spoke
}

// CheckIn records who is there and who confirmed the secrecy of the table, by the spoken word (R0.1-d,
// architecture 18). Who comes while an item is open is outside it until let in. Who left is outside
// every item from that moment.
func (t *Table) CheckIn(ctx context.Context, by deed.By, in CheckIn) error {
	return t.Gate.Do(ctx, by, access.CheckIn, ofMeeting(in.Meeting), func(tx *deed.Tx) error {
		s, err := t.Book.Sitting(ctx, tx, in.Meeting)
		if err != nil {
			return err
		}
		if err := takesPeople(s); err != nil {
			return err
		}
		tx.Made(in.Meeting)
		tx.Stir(in.Meeting)
		list, err := t.everybody(ctx, tx, in.Meeting)
		if err != nil {
			return err
		}
		for _, a := range list {
			if err := t.checkOne(ctx, tx, in, a); err != nil {
				return err
			}
		}
		return nil
	})
}

func takesPeople(s Sitting) error {
	if s.Over() {
		return livc.Conflict("conflict.meeting_over")
	}
	return nil
}

// everybody gives who has a row and who is awaited.
func (t *Table) everybody(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]Attendee, error) {
	list, err := t.Book.Attendees(ctx, tx, meeting)
	if err != nil {
		return nil, err
	}
	awaited, err := t.Book.Awaited(ctx, tx, meeting)
	return append(list, awaited...), err
}

// Key is how a form names an attendee: the row, or the hat of who has none yet.
func (a Attendee) Key() livc.ID {
	if a.ID == "" {
		return a.Hat
	}
	return a.ID
}

func (t *Table) checkOne(ctx context.Context, tx *deed.Tx, in CheckIn, a Attendee) error {
	key := a.Key()
	if !known(in.Present, key) {
		if a.State != Present {
			return nil
		}
		return t.goes(ctx, tx, in.Meeting, a)
	}
	if a.ID == "" {
		a.ID = tx.NewID()
	}
	if a.State != Present {
		a.State, a.Arrived = Present, tx.At
	}
	if known(in.Acknowledged, key) && a.Acknowledged.IsZero() {
		a.Acknowledged = tx.At
	}
	if known(in.Briefed, key) && a.Briefed == "" {
		a.Briefed = tx.Today
	}
	a.Framed = a.Framed || known(in.Framed, key)
	return t.Book.PutAttendee(ctx, tx, in.Meeting, a)
}

// goes lets somebody leave the meeting, and with it every item.
func (t *Table) goes(ctx context.Context, tx *deed.Tx, meeting livc.ID, a Attendee) error {
	a.State, a.Left = Gone, tx.At
	items, err := t.Book.TableItems(ctx, tx, meeting)
	if err != nil {
		return err
	}
	for _, i := range items {
		if i.State != livc.ItemOpen && i.State != livc.ItemSuspended {
			continue
		}
		at, err := t.load(ctx, tx, i.ID)
		if err != nil {
			return err
		}
		if err := t.leaves(ctx, tx, &at, []livc.ID{a.ID}); err != nil {
			return err
		}
	}
	if err := t.Book.PutAttendee(ctx, tx, meeting, a); err != nil {
		return err
	}
	return t.guestLeft(ctx, tx, a)
}
