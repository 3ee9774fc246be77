package discussion

import (
	"context"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// MovePhase goes to a phase of the talk. Nothing moves by itself, and the weighing cannot be reached
// before the three fixed questions were asked (R4.3-a, R4.3-c).
func (t *Table) MovePhase(ctx context.Context, by deed.By, item livc.ID, to Phase) error {
	return t.onItem(ctx, by, access.MovePhase, item, func(tx *deed.Tx, a *atTable) error {
		if to < PhaseQuestion || to > PhaseReport {
			return livc.Invalid("move_phase.unknown").At("phase")
		}
		if to >= PhaseWeighing && len(a.Item.Stops) < len(Stops()) {
			return livc.Invalid("law.weighing.stop", law.CarefulWeighing).At("stops")
		}
		tx.Made(item)
		a.Item.Phase, a.Item.PhaseAt, a.Item.Silent = to, tx.At, time.Time{}
		return t.Book.SetTableItem(ctx, tx, a.Item)
	})
}

// KeepQuiet asks for a short silence before the weighing, or ends it: twenty seconds in which everybody
// thinks before the first opinion is heard. Nothing moves by itself (product D15).
func (t *Table) KeepQuiet(ctx context.Context, by deed.By, item livc.ID, on bool) error {
	return t.onItem(ctx, by, access.MovePhase, item, func(tx *deed.Tx, a *atTable) error {
		tx.Made(item)
		a.Item.Silent = time.Time{}
		if on {
			a.Item.Silent = tx.At
		}
		return t.Book.SetTableItem(ctx, tx, a.Item)
	})
}

// AskStops records which of the three fixed questions were asked aloud. They are asked, never counted
// into anything.
func (t *Table) AskStops(ctx context.Context, by deed.By, item livc.ID, asked []string) error {
	return t.onItem(ctx, by, access.Weigh, item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		tx.Made(item)
		a.Item.Stops = chosen(Stops(), asked)
		return t.Book.SetTableItem(ctx, tx, a.Item)
	})
}

// ShowGuide puts one guiding question before the table.
func (t *Table) ShowGuide(ctx context.Context, by deed.By, item livc.ID, stem string) error {
	return t.onItem(ctx, by, access.MovePhase, item, func(tx *deed.Tx, a *atTable) error {
		tx.Made(item)
		a.Item.Guide = stem
		return t.Book.SetTableItem(ctx, tx, a.Item)
	})
}

// chosen gives the words of a list that were chosen, in the order of the list.
func chosen[T ~string](list []T, picked []T) []T {
	var out []T
	for _, v := range list {
		if known(picked, v) {
			out = append(out, v)
		}
	}
	return out
}
