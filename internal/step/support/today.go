package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Desk is what the first page says beside what waits: the next meeting that the person may know of, and
// when the next text is erased. It holds dates and counts, never a case. Dutch: bureau.
type Desk struct {
	Next  NextMeeting
	Erase livc.Day // the next day on which something of the person's own is erased; "" = nothing
	// StandIn is until when the person stands in for the coordinator; "" = for nobody.
	StandIn livc.Day
}

// NextMeeting is the next meeting of a person. Dutch: volgende vergadering.
type NextMeeting struct {
	ID             livc.ID // "" = none planned
	Day            livc.Day
	Clock, Place   string
	Mode           livc.TableMode
	Cases, Invited int // for the municipality's own desk only
}

// Today gives the desk. Who prepares the table sees every meeting; everybody else only those to which he
// or she was invited (R3.0-a).
func (s *Service) Today(ctx context.Context, by deed.By) (d Desk, err error) {
	err = s.Gate.Look(ctx, by, access.ViewToday, access.Whole(by.Livc), func(tx *deed.Tx) error {
		prepares := access.Decide(access.PlanMeeting, by.Function, tx.Facts).Answer == access.Allow
		if d.Next, err = s.Book.NextMeeting(ctx, tx, prepares); err != nil {
			return err
		}
		if prepares {
			own, err := s.standingIn(ctx, tx)
			if err != nil {
				return err
			}
			d.StandIn = own.Until
		}
		d.Erase, err = s.Book.NextErasure(ctx, tx, by.Hat)
		return err
	})
	return d, err
}

// LookIn records the look that everybody has at the first page, for a page that shows nothing of anybody and
// on which no look of its own may be seen, such as the card of the right to speak.
func (s *Service) LookIn(ctx context.Context, by deed.By) error {
	return s.Gate.Look(ctx, by, access.ViewToday, access.Whole(by.Livc), func(*deed.Tx) error { return nil })
}
