package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// StandIn is the input of the use case of that name: somebody who has no account and sits at this one
// meeting, in a seat of the law or as a participant.
type StandIn struct {
	Meeting      livc.ID
	Organisation livc.ID
	Seat         Seat
	Name         livc.Contact
	ClearedUntil livc.Day // police seat: last day of a clearance of at least "secret"
	InFor        livc.ID  // the hat stood in for, if any
	Appointed    bool     // by the mayor or the chief of police, or invited by the chair, on the spot
	Briefed      bool     // the coordinator spoke with an ad hoc participant first
	Acknowledged bool     // confirmed the secrecy of the table
}

const maxStandInName = 80

// StandIn puts somebody without an account at the table of one meeting: named by who may name them, on
// screen or on paper (X-L-c, architecture 10). The police seat asks the date of the clearance (X-L-d);
// nobody comes without the word of the chair (R3.0-a); who comes for one point is briefed first
// (R2.3.6-b).
func (t *Table) StandIn(ctx context.Context, by deed.By, in StandIn) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = t.Gate.Do(ctx, by, access.StandIn, ofMeeting(in.Meeting), func(tx *deed.Tx) error {
		s, err := t.Book.Sitting(ctx, tx, in.Meeting)
		if err != nil {
			return err
		}
		if err := takesPeople(s); err != nil {
			return err
		}
		if err := t.seatFits(ctx, tx, in); err != nil {
			return err
		}
		made = tx.NewID()
		tx.Made(made)
		a := Attendee{ID: made, Organisation: in.Organisation, Seat: in.Seat, Name: in.Name, ClearedUntil: in.ClearedUntil,
			StandsInFor: string(in.InFor), State: Present, Arrived: tx.At}
		if in.Acknowledged {
			a.Acknowledged = tx.At
		}
		if in.Briefed {
			a.Briefed = tx.Today
		}
		return t.Book.PutAttendee(ctx, tx, in.Meeting, a)
	})
	return made, err
}

func (in StandIn) check() error {
	var f livc.Faults
	f.Check(!in.Name.Empty(), "name", "stand_in.name")
	f.Check(in.Name.Len() <= maxStandInName, "name", "error.too_long")
	f.Check(in.Organisation != "", "organisation", "stand_in.organisation")
	f.Check(known(Seats(), in.Seat), "seat", "stand_in.seat", "livc-3-1-seats")
	f.Check(in.Seat != PoliceSeat || in.ClearedUntil != "", "cleared_until", "stand_in.cleared_until", "livc-3-1-clearance")
	f.Check(in.Seat != AdHocSeat || in.Briefed, "briefed", "law.enter.brief_first", "p-ad-hoc")
	f.Check(in.Appointed, "appointed", "stand_in.appointed", "livc-3-1-invites")
	return f.Err()
}

// seatFits refuses a seat that is not the organisation's: police alone fills the police seat and no
// other, the municipality alone the two others of the law (R2.3-b, R2.3-e, X-C-e).
func (t *Table) seatFits(ctx context.Context, tx *deed.Tx, in StandIn) error {
	list, err := t.Book.Organisations(ctx, tx)
	if err != nil {
		return err
	}
	for _, o := range list {
		if o.ID != in.Organisation {
			continue
		}
		police, municipal := o.Regime == livc.RegimePolice, o.Municipality != ""
		if police != (in.Seat == PoliceSeat) || (in.Seat == MayorSeat || in.Seat == CoordinatorSeat) && !municipal {
			return livc.Invalid("stand_in.seat_of", "livc-3-1-seats").At("seat")
		}
		return nil
	}
	return livc.Invalid("stand_in.organisation").At("organisation")
}
