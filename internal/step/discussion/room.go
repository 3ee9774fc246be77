package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Room is all that the screen in the room may show: a code, the phase, one question of the guide, roles.
// It has no field for a name, a fact, a count or a place, so none can be shown (product 4.12).
// Dutch: zaalscherm.
type Room struct {
	Point, Points int
	Code          string
	Phase         Phase
	Guide         string
	Question      string // the own question of the protocol, when the guide is at one (R4.3-g)
	Stops         []string
	Inside        []Attendee // of whom the page shows seat and service only
	Outcomes      []livc.Outcome
}

// Room shows what stands on the wall. Without an open item, and to who is not inside, it is a word of
// welcome.
func (t *Table) Room(ctx context.Context, by deed.By, meeting livc.ID) (r Room, err error) {
	err = t.Gate.Look(ctx, by, access.ViewMeeting, ofMeeting(meeting), func(tx *deed.Tx) error {
		r = Room{}
		if tx.Facts.Municipal != access.Yes {
			return livc.NotFound()
		}
		items, err := t.Book.TableItems(ctx, tx, meeting)
		if err != nil {
			return err
		}
		for n, i := range items {
			if i.State != livc.ItemOpen {
				continue
			}
			return t.onWall(ctx, tx, i, n+1, len(items), &r)
		}
		return nil
	})
	return r, err
}

func (t *Table) onWall(ctx context.Context, tx *deed.Tx, i TableItem, at, of int, r *Room) error {
	a, err := t.load(ctx, tx, i.ID)
	if err != nil {
		return err
	}
	for _, p := range a.Inside() {
		if p.Hat == tx.By.Hat {
			*r = Room{Point: at, Points: of, Code: a.Case.Code, Phase: i.Phase, Guide: i.Guide, Stops: i.Stops, Outcomes: a.Sitting.Turned()}
		}
	}
	if r.Code == "" {
		return nil
	}
	own, err := t.ownQuestions(ctx, tx, a.Sitting)
	if err != nil {
		return err
	}
	r.Question = named(own, i.Guide)
	if err := t.counter(ctx, tx, i, r); err != nil {
		return err
	}
	for _, p := range InOrder(a.Inside(), i.FirstSpeaker) {
		r.Inside = append(r.Inside, Attendee{Seat: p.Seat, Service: p.Service, Function: p.Function})
	}
	return nil
}

// ownQuestions are what the table always asks: of the version of the protocol that this meeting opened
// with, so that a guide never changes in the middle of a talk; without one, of the draft that an LIVC R
// begins with (R4.3-d, R4.3-g).
func (t *Table) ownQuestions(ctx context.Context, tx *deed.Tx, s Sitting) ([]Criterion, error) {
	if s.ProtocolVersion > 0 {
		return t.Book.WeighingOf(ctx, tx, s.ProtocolVersion)
	}
	return t.Book.Criteria(ctx, tx, "weighing")
}

// named gives the own question under a stem; "" for a question of the shipped guide.
func named(own []Criterion, stem string) string {
	for _, c := range own {
		if string(c.ID) == stem {
			return c.Text
		}
	}
	return ""
}
