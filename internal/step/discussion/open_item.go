package discussion

import (
	"context"
	"errors"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// OpenItem is the input of the use case of that name. Everybody present is named: inside or outside.
type OpenItem struct {
	Item            livc.ID
	Inside, Outside []livc.ID // attendances
	ChairInvites    []livc.ID // let in on the spot, on the chair's spoken word
	KnowsBest       livc.ID   // who speaks first
	Motivation      livc.Secret
	Mode            livc.TableMode // "" = as the meeting was planned
}

// MotivationText is why a child below 12 is talked about. Dutch: bijzondere motivering.
type MotivationText struct{ Text livc.Secret }

// OpenItem begins the talk about one case. It is refused while somebody present is neither inside nor
// outside, while a seat of the law is empty inside, while the officer asked to wait, and for who was not
// invited or has not confirmed the secrecy (R0.1-d, R2.3-b, R3.0-a, R0.3-b, X-L-d, X-F-e, R2.5.3-k).
func (t *Table) OpenItem(ctx context.Context, by deed.By, in OpenItem) error {
	return t.Gate.Do(ctx, by, access.OpenItem, ofItem(in.Item), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, in.Item)
		if err != nil {
			return err
		}
		if err := t.mayOpenItem(ctx, tx, a); err != nil {
			return err
		}
		tx.Made(in.Item)
		if err := t.sitsAs(ctx, tx, &a, in.Mode); err != nil {
			return err
		}
		if err := t.enterAll(ctx, tx, &a, in); err != nil {
			return err
		}
		a.Item.State, a.Item.Opened, a.Item.PhaseAt, a.Item.FirstSpeaker = livc.ItemOpen, tx.At, tx.At, in.KnowsBest
		a.Item.Phase = max(a.Item.Phase, PhaseQuestion)
		if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
			return err
		}
		return t.hang(ctx, tx, in.Item)
	})
}

// sitsAs settles in which way the item sits, and opens its room. Without a text of the law that allows notes
// no text is shared either: the table speaks (architecture 15, X-L-l).
func (t *Table) sitsAs(ctx context.Context, tx *deed.Tx, a *atTable, mode livc.TableMode) error {
	a.Item.Mode = mode
	if mode == "" {
		a.Item.Mode = a.Sitting.Mode
	}
	if a.Item.Mode != livc.Screens {
		a.Item.Mode = livc.Spoken
		return nil
	}
	if err := a.keepsDoor(tx); err != nil {
		return err
	}
	if a.Case.AgendaOnly {
		return livc.Denied("law.room.no_framework", law.NoProcessing).At("mode")
	}
	if err := t.Book.DropDoorAsked(ctx, tx, a.Item.ID); err != nil {
		return err
	}
	return t.openRoom(ctx, tx, a)
}

func (t *Table) mayOpenItem(ctx context.Context, tx *deed.Tx, a atTable) error {
	switch {
	case !a.Sitting.Running():
		return livc.Conflict("conflict.meeting_not_open")
	case a.Item.State != livc.ItemPlanned && a.Item.State != livc.ItemPostponed:
		return livc.Conflict("conflict.item_opened")
	case !a.Item.OfCase() || !a.Sitting.WithCases:
		return livc.Denied("denied.without_cases", law.ThreeSeats)
	}
	items, err := t.Book.TableItems(ctx, tx, a.Sitting.ID)
	if err != nil {
		return err
	}
	for _, other := range items {
		if other.State == livc.ItemOpen || other.State == livc.ItemSuspended {
			return livc.Conflict("conflict.other_item_open")
		}
	}
	return t.heldBack(ctx, tx, a)
}

// heldBack refuses while the information officer asked to wait (R2.5.3-k, R2.3.2-c).
func (t *Table) heldBack(ctx context.Context, tx *deed.Tx, a atTable) error {
	held, err := t.Book.Held(ctx, tx, a.Case.ID)
	if err != nil {
		return err
	}
	return law.MayGoOn(held)
}

func (t *Table) enterAll(ctx context.Context, tx *deed.Tx, a *atTable, in OpenItem) error {
	for _, p := range present(a.People) {
		if known(in.Inside, p.ID) == known(in.Outside, p.ID) {
			return livc.Invalid("open_item.everyone", law.TableException).At("inside")
		}
	}
	if err := law.MayDiscussChild(a.Case.Ages, in.Motivation); err != nil {
		return err
	}
	if !in.Motivation.Empty() {
		if _, err := a.keep(tx, "motivation", MotivationText{in.Motivation}); err != nil {
			return err
		}
	}
	if err := t.enters(ctx, tx, a, only(present(a.People), in.Inside), in.ChairInvites); err != nil {
		return atDoor(err)
	}
	return atDoor(a.seatsFilled(tx.Today))
}

// atDoor names the field for a refusal about who is inside, so that the form comes back as it was typed.
func atDoor(err error) error {
	var e *livc.Error
	if errors.As(err, &e) && e.Kind == livc.DeniedKind {
		e.At("inside")
	}
	return err
}

// seatsFilled refuses when one of the three seats is empty inside (R0.2-b, R2.3-b).
func (a *atTable) seatsFilled(on livc.Day) error {
	var f livc.Faults
	for _, m := range Missing(a.Inside(), on) {
		f.Add(livc.Denied(m.Key, m.Norm).With("seat", string(m.Seat)))
	}
	for _, p := range a.Inside() {
		if p.Seat == PoliceSeat {
			a.Item.ClearedPolice = p.ClearedUntil
		}
	}
	return f.Err()
}
