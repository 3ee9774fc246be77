package invitation

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// pageSize is how many meetings one page shows.
const pageSize = 20

// Diary is one page of meetings, the next first. Dutch: vergaderkalender.
type Diary struct {
	Meetings []Meeting
	More     bool
	MayPlan  bool
}

// Meetings lists the meetings from today on: all of them for the desk, the own ones for everybody else.
// after is the last one of the page before.
func (s *Service) Meetings(ctx context.Context, by deed.By, after Meeting) (d Diary, err error) {
	err = s.Gate.Look(ctx, by, access.ViewMeetings, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if after.Day == "" {
			after.Day = tx.Today
		}
		d.MayPlan = atDesk(tx)
		read := s.Book.OwnMeetings
		if d.MayPlan {
			read = s.Book.Meetings
		}
		list, err := read(ctx, tx, after, pageSize+1)
		d.More = len(list) > pageSize
		d.Meetings = list[:min(len(list), pageSize)]
		return err
	})
	return d, err
}

// Waits is what waits for somebody in this step: for the first page. Dutch: wat wacht.
type Waits struct {
	Own     []Invitation // to answer
	Send    []Point      // proposals that wait for the chair, by case
	Call    []Invitation // who wants to call first
	Meeting Meeting      // the next one; empty when none is planned
	Desk    bool
	Chair   bool
}

// Today gives what waits for the actor.
func (s *Service) Today(ctx context.Context, by deed.By) (w Waits, err error) {
	err = s.Gate.Look(ctx, by, access.ViewToday, access.Whole(by.Livc), func(tx *deed.Tx) error {
		w = Waits{Desk: atDesk(tx), Chair: tx.By.Function.Chairs()}
		own, err := s.Book.OwnInvitations(ctx, tx)
		if err != nil {
			return err
		}
		for _, i := range own {
			if i.State == Sent {
				w.Own = append(w.Own, i)
			}
		}
		if !w.Desk {
			return nil
		}
		return s.deskWaits(ctx, tx, &w)
	})
	return w, err
}

func (s *Service) deskWaits(ctx context.Context, tx *deed.Tx, w *Waits) error {
	next, err := s.Book.Meetings(ctx, tx, Meeting{Day: tx.Today}, 1)
	if err != nil || len(next) == 0 {
		return err
	}
	w.Meeting = next[0]
	items, err := s.Book.Items(ctx, tx, w.Meeting.ID)
	if err != nil {
		return err
	}
	list, err := s.Book.Invitations(ctx, tx, w.Meeting.ID)
	if err != nil {
		return err
	}
	for _, p := range Points(w.Meeting, items) {
		if proposals(list, p.Case) {
			w.Send = append(w.Send, p)
		}
	}
	for _, i := range list {
		if i.State == Calls {
			w.Call = append(w.Call, i)
		}
	}
	return nil
}

func proposals(list []Invitation, c livc.ID) bool {
	for _, i := range list {
		if c != "" && i.Case == c && i.State == Proposed {
			return true
		}
	}
	return false
}
