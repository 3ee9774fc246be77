package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// CloseMeeting ends a meeting: points that were not reached are for a later agenda, and everybody has
// left, the screen in the room included. A checkpoint of the log is signed afterwards by the clock work.
func (t *Table) CloseMeeting(ctx context.Context, by deed.By, meeting livc.ID) error {
	return t.Gate.Do(ctx, by, access.CloseMeeting, ofMeeting(meeting), func(tx *deed.Tx) error {
		s, err := t.Book.Sitting(ctx, tx, meeting)
		if err != nil {
			return err
		}
		if !s.Running() {
			return livc.Conflict("conflict.meeting_not_open")
		}
		tx.Made(meeting)
		tx.Stir(meeting)
		if err := t.clearAgenda(ctx, tx, meeting); err != nil {
			return err
		}
		if err := t.endAcquaintances(ctx, tx, meeting, ""); err != nil {
			return err
		}
		if err := t.endAllGuests(ctx, tx, meeting); err != nil {
			return err
		}
		if err := t.clearTable(ctx, tx, meeting); err != nil {
			return err
		}
		if err := t.takeDown(ctx, tx, meeting); err != nil {
			return err
		}
		s.State, s.Closed = livc.MeetingClosed, tx.At
		return t.Book.SetSitting(ctx, tx, s)
	})
}

func (t *Table) clearAgenda(ctx context.Context, tx *deed.Tx, meeting livc.ID) error {
	items, err := t.Book.TableItems(ctx, tx, meeting)
	if err != nil {
		return err
	}
	for _, i := range items {
		switch i.State {
		case livc.ItemOpen, livc.ItemSuspended:
			return livc.Conflict("conflict.other_item_open")
		case livc.ItemClosed, livc.ItemPostponed:
			continue
		}
		i.State = livc.ItemPostponed
		if !i.OfCase() {
			i.State = livc.ItemClosed
		}
		if err := t.Book.SetTableItem(ctx, tx, i); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) clearTable(ctx context.Context, tx *deed.Tx, meeting livc.ID) error {
	list, err := t.Book.Attendees(ctx, tx, meeting)
	if err != nil {
		return err
	}
	for _, a := range list {
		switch a.State {
		case Present:
			a.State, a.Left = Gone, tx.At
		case Expected:
			a.State = Absent
		default:
			continue
		}
		if err := t.Book.PutAttendee(ctx, tx, meeting, a); err != nil {
			return err
		}
	}
	return nil
}
