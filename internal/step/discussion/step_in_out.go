package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// StepInOut is the input of the use case of that name, on the chair's spoken word.
type StepInOut struct {
	Item         livc.ID
	In, Out      []livc.ID // attendances
	ChairInvites []livc.ID // of those who come in: on the chair's spoken word
	SentOut      bool      // the chair asks them to leave; false: they leave by themselves
}

// StepInOut lets people in and out of an item that is at the table, with the time (R0.3-b, product 4.3).
// Nobody is sent out once a line for the LTF stands; who comes in after the agreement voids it (X-L-h).
// When a seat of the law is left empty, the item stops until it is filled.
func (t *Table) StepInOut(ctx context.Context, by deed.By, in StepInOut) error {
	return t.Gate.Do(ctx, by, access.StepInOut, ofItem(in.Item), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, in.Item)
		if err != nil {
			return err
		}
		if a.Item.State != livc.ItemOpen && a.Item.State != livc.ItemSuspended {
			return livc.Conflict("conflict.item_not_open")
		}
		if err := a.keepsDoor(tx); err != nil {
			return err
		}
		tx.Made(in.Item)
		if err := t.Book.DropDoorAsked(ctx, tx, in.Item); err != nil {
			return err
		}
		out := chosen(inside(a.Stays), in.Out)
		if in.SentOut && len(out) > 0 {
			if err := t.maySendOut(ctx, tx, a); err != nil {
				return err
			}
		}
		if err := t.leaves(ctx, tx, &a, out); err != nil {
			return err
		}
		if err := t.enters(ctx, tx, &a, only(present(a.People), in.In), in.ChairInvites); err != nil {
			return err
		}
		return t.hang(ctx, tx, in.Item)
	})
}

func (t *Table) maySendOut(ctx context.Context, tx *deed.Tx, a atTable) error {
	list, err := t.Book.SheetsOf(ctx, tx, a.Item.ID, a.Case.ID)
	if err != nil {
		return err
	}
	c := a.circle(nil)
	c.Opened = slices.ContainsFunc(list, func(s LTFSheet) bool { return s.open() && s.Lines > 0 })
	return c.MaySendOut()
}

// enters lets people in, each by the rules of the door (invariants 4 and 5).
func (t *Table) enters(ctx context.Context, tx *deed.Tx, a *atTable, who []Attendee, chairInvites []livc.ID) error {
	invited, err := t.Book.InvitedTo(ctx, tx, a.Sitting.ID, a.Case.ID)
	if err != nil {
		return err
	}
	for _, p := range who {
		if known(inside(a.Stays), p.ID) {
			continue
		}
		if err := p.onlyFor(a.Item.ID); err != nil {
			return err
		}
		asked := p.Seat.Required() || p.OnlyItem != "" || p.Hat != "" && known(invited, p.Hat) || known(chairInvites, p.ID)
		if err := mayEnter(p, asked, tx.Today); err != nil {
			return err
		}
		if err := t.voids(ctx, tx, a, p); err != nil {
			return err
		}
		stay := Presence{Attendee: p.ID, Hat: p.Hat, Entered: tx.At, AdmittedBy: a.Sitting.Chair}
		a.Stays = append(a.Stays, stay)
		if err := t.Book.PutPresence(ctx, tx, a.Item.ID, stay); err != nil {
			return err
		}
		if err := t.admitsKey(tx, a, p); err != nil {
			return err
		}
	}
	return nil
}

// mayEnter is law.MayEnter with its answer at the field of the form: the coordinator knows the item and
// the person, so that nothing is hidden from her.
func mayEnter(p Attendee, asked bool, on livc.Day) error {
	if !asked {
		return livc.Invalid("open_item.not_invited", law.MayorInvites).At("inside")
	}
	return law.MayEnter(law.Entry{Function: p.lawSeat().Function, Invited: true, Acknowledged: !p.Acknowledged.IsZero(),
		AdHoc: p.Seat == AdHocSeat, Briefed: p.Briefed != "", FramedAtOpening: p.Framed,
		Framework: p.framework(on), Seat: p.lawSeat()}, on)
}

// voids ends an agreement on a sheet when somebody new comes into the circle; answers given before are
// asked anew (X-L-h).
func (t *Table) voids(ctx context.Context, tx *deed.Tx, a *atTable, p Attendee) error {
	if known(ever(a.Stays), p.ID) {
		return nil
	}
	return t.reopenSheets(ctx, tx, a)
}

// reopenSheets lets a sheet be agreed anew, adopted or not. In a room its words still stand there; those on
// the casusblad go.
func (t *Table) reopenSheets(ctx context.Context, tx *deed.Tx, a *atTable) error {
	if err := t.forgetFeedback(ctx, tx, a); err != nil {
		return err
	}
	list, err := t.Book.SheetsOf(ctx, tx, a.Item.ID, a.Case.ID)
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.State != SheetDraft && s.State != SheetAdopted {
			continue
		}
		if a.Item.InRoom() {
			if err := tx.Forget(a.Case.Sheet, s.Record); err != nil {
				return err
			}
		}
		if err := t.Book.ForgetSheetAnswers(ctx, tx, s.ID); err != nil {
			return err
		}
		s.State, s.Hash, s.Agreed, s.Circle = SheetDraft, nil, 0, 0
		if err := t.Book.PutSheet(ctx, tx, s); err != nil {
			return err
		}
	}
	return nil
}

// leaves lets people out; they stay in the circle. An item without its three seats stops.
func (t *Table) leaves(ctx context.Context, tx *deed.Tx, a *atTable, who []livc.ID) error {
	for i, stay := range a.Stays {
		if !stay.Inside() || !known(who, stay.Attendee) {
			continue
		}
		a.Stays[i].Left = tx.At
		if err := t.Book.PutPresence(ctx, tx, a.Item.ID, a.Stays[i]); err != nil {
			return err
		}
		if err := t.dismissKey(tx, a, stay.Hat); err != nil {
			return err
		}
	}
	if a.Item.State != livc.ItemOpen || len(Missing(a.Inside(), tx.Today)) == 0 {
		return nil
	}
	a.Item.State = livc.ItemSuspended
	tx.Because(law.ThreeSeats)
	return t.Book.SetTableItem(ctx, tx, a.Item)
}
