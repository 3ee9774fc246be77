package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// GuestList is what the desk sees of the guests of a meeting. Dutch: gasten van een vergadering.
type GuestList struct {
	TableView
	Guests  []Guest
	Without []Attendee // seats for one point whose people have no pass yet
}

// Guest is a pass with its seat. Dutch: gast.
type Guest struct {
	Pass     GuestPass
	Attendee Attendee
	Service  string // by its name, also when everybody else sees its kind only
	State    PassState
	Words    []string // of the keys, once the guest is there
}

// Points of cases that a pass can be for.
func (l GuestList) Points() (list []Point) {
	for _, p := range l.TableView.Points {
		if l.Sitting.TakesGuests(p.TableItem) && p.OfCase() && p.State != livc.ItemClosed {
			list = append(list, p)
		}
	}
	return list
}

// Guests shows the guests of a meeting to the desk.
func (t *Table) Guests(ctx context.Context, by deed.By, meeting livc.ID) (l GuestList, err error) {
	err = t.Gate.Look(ctx, by, access.ViewGuests, ofMeeting(meeting), func(tx *deed.Tx) error {
		l = GuestList{}
		if l.Sitting, err = t.Book.Sitting(ctx, tx, meeting); err != nil {
			return err
		}
		if err := t.viewPeople(ctx, tx, &l.TableView); err != nil {
			return err
		}
		if err := t.viewPoints(ctx, tx, &l.TableView); err != nil {
			return err
		}
		return t.viewPasses(ctx, tx, &l)
	})
	return l, err
}

func (t *Table) viewPasses(ctx context.Context, tx *deed.Tx, l *GuestList) error {
	for _, a := range l.People {
		if a.Seat == AdHocSeat && a.Hat == "" && a.State != Gone {
			l.Without = append(l.Without, a)
		}
	}
	list, err := t.Book.Passes(ctx, tx, l.Sitting.ID)
	if err != nil {
		return err
	}
	for _, p := range list {
		g := Guest{Pass: p, State: p.State(tx.At)}
		g.Attendee, _ = find(l.People, p.Attendee)
		o, err := t.Book.Organisation(ctx, tx, p.Organisation)
		if err != nil {
			return err
		}
		g.Service = o.Name
		if g.State == PassIn {
			h, err := t.Book.Hat(ctx, tx, p.Hat)
			if err != nil {
				return err
			}
			g.Words = wordsOf(h.Sig)
		}
		l.Guests = append(l.Guests, g)
	}
	return nil
}
