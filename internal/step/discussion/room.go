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
	for _, p := range InOrder(a.Inside(), i.FirstSpeaker) {
		r.Inside = append(r.Inside, Attendee{Seat: p.Seat, Service: p.Service, Function: p.Function})
	}
	return nil
}
