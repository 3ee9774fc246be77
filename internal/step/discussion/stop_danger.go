package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// OwnDuties are the duties of one person when there is danger, by role. Dutch: eigen plichten bij gevaar.
type OwnDuties struct {
	Who    Attendee
	Duties []law.Duty
}

// StopDanger suspends the item. It tells nobody outside, records no name and no reason, and keeps
// nothing of what was said: each person acts under the own law (architecture 21, R2.5.3-i).
func (t *Table) StopDanger(ctx context.Context, by deed.By, item livc.ID) error {
	return t.onItem(ctx, by, access.StopDanger, item, func(tx *deed.Tx, a *atTable) error {
		tx.Made(item)
		a.Item.State = livc.ItemSuspended
		return t.Book.SetTableItem(ctx, tx, a.Item)
	})
}

// Resume takes a suspended item up again, when the three seats are filled inside.
func (t *Table) Resume(ctx context.Context, by deed.By, item livc.ID) error {
	return t.Gate.Do(ctx, by, access.MovePhase, ofItem(item), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, item)
		if err != nil {
			return err
		}
		if a.Item.State != livc.ItemSuspended {
			return livc.Conflict("conflict.item_not_suspended")
		}
		if err := a.seatsFilled(tx.Today); err != nil {
			return err
		}
		tx.Made(item)
		a.Item.State = livc.ItemOpen
		if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
			return err
		}
		return t.hang(ctx, tx, item)
	})
}

// dutiesAt gives the duties of each person inside, from the register of the law.
func (a atTable) dutiesAt(hats map[livc.ID][]livc.Secrecy) (list []OwnDuties) {
	for _, p := range a.Inside() {
		list = append(list, OwnDuties{p, law.DangerDuties(p.Function, hats[p.Hat], a.Case.Ages.Child())})
	}
	return list
}
