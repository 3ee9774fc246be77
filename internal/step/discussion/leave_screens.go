package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// LeaveScreens goes on with an item as a spoken or a paper table: what was decided stands, what was shared
// is gone (architecture 5). It works at any moment, also when half of the screens fell silent.
func (t *Table) LeaveScreens(ctx context.Context, by deed.By, item livc.ID, to livc.TableMode) error {
	return t.Gate.Do(ctx, by, access.LeaveScreens, ofItem(item), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, item)
		if err != nil {
			return err
		}
		if to != livc.Spoken && to != livc.Paper {
			return livc.Invalid("leave_screens.choose").At("mode")
		}
		if !a.Item.InRoom() {
			return livc.Conflict("conflict.no_room")
		}
		tx.Made(item)
		if err := t.settleSheet(ctx, tx, &a); err != nil {
			return err
		}
		if err := t.endRoom(ctx, tx, &a, "left_screens"); err != nil {
			return err
		}
		a.Item.Mode = to
		if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
			return err
		}
		return t.hang(ctx, tx, item)
	})
}

// settleSheet lets a sheet that was only talked about fall with the room in which its lines stood.
func (t *Table) settleSheet(ctx context.Context, tx *deed.Tx, a *atTable) error {
	list, err := t.Book.SheetsOf(ctx, tx, a.Item.ID, a.Case.ID)
	if err != nil {
		return err
	}
	for _, s := range list {
		if !s.open() {
			continue
		}
		if err := t.falls(ctx, tx, *a, s, SheetVoid); err != nil {
			return err
		}
		a.Item.Feedback = ""
	}
	return nil
}

// SweepRooms ends the rooms of items that were left open on an earlier day: no room outlives its evening, and no
// note that somebody knows a person on the list. It is the work of a job, which destroys and opens nothing (settled 6).
func (t *Table) SweepRooms(ctx context.Context, tx *deed.Tx) error {
	items, err := t.Book.RoomsBefore(ctx, tx, tx.Today)
	if err != nil {
		return err
	}
	for _, i := range items {
		a, err := t.load(ctx, tx, i.ID)
		if err != nil {
			return err
		}
		if err := t.settleSheet(ctx, tx, &a); err != nil {
			return err
		}
		if err := t.endRoom(ctx, tx, &a, "evening_over"); err != nil {
			return err
		}
		a.Item.Mode = livc.Spoken
		if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
			return err
		}
	}
	return t.sweepAcquaintances(ctx, tx)
}
