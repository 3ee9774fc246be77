package discussion

import (
	"context"
	"fmt"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ChooseFeedback records whether something goes to the LTF. Nothing is the first choice; a sheet begins
// empty, only after a decision, and only with the information officer inside, who dictates it (R6.1-b,
// R6.1-d, R6.1-f).
func (t *Table) ChooseFeedback(ctx context.Context, by deed.By, item livc.ID, sheet bool) (made livc.ID, err error) {
	err = t.onItem(ctx, by, access.FillSheet, item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		made = item
		tx.Made(made)
		if !sheet {
			return t.noFeedback(ctx, tx, a)
		}
		if err := law.MayStartSheet(a.officer(), a.Item.Outcome != "", true); err != nil {
			return err
		}
		list, err := t.Book.SheetsOf(ctx, tx, item, a.Case.ID)
		if err != nil {
			return err
		}
		for _, s := range list {
			if s.open() || s.State == SheetAdopted {
				return livc.Conflict("conflict.sheet_begun")
			}
		}
		return t.beginSheet(ctx, tx, a)
	})
	return made, err
}

// officer is the function of who dictates: the police seat, when it is filled inside.
func (a atTable) officer() livc.Function {
	for _, p := range a.Inside() {
		if p.Seat == PoliceSeat {
			return livc.Officer
		}
	}
	return livc.Participant
}

func (t *Table) beginSheet(ctx context.Context, tx *deed.Tx, a *atTable) error {
	year := tx.Today.Start().Year()
	n, err := t.Book.SheetsInYear(ctx, tx, year)
	if err != nil {
		return err
	}
	s := LTFSheet{ID: tx.NewID(), Case: a.Case.ID, Item: a.Item.ID, Number: fmt.Sprintf("%d-%02d", year, n+1), State: SheetDraft}
	if err := a.Case.MayKeepText(); err != nil {
		return err
	}
	s.Record = tx.NewID()
	if err := tx.Keep(a.sheetPlace(), s.Record, "ltf_sheet", SheetText{Seal: livc.NewSecret(string(tx.NewID()))}); err != nil {
		return err
	}
	a.Item.Feedback = "sheet"
	if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
		return err
	}
	return t.Book.PutSheet(ctx, tx, s)
}

// noFeedback ends what was begun: its text is forgotten at once.
func (t *Table) noFeedback(ctx context.Context, tx *deed.Tx, a *atTable) error {
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
	}
	a.Item.Feedback = "none"
	return t.Book.SetTableItem(ctx, tx, a.Item)
}

// falls ends a sheet and forgets its text and its answers.
func (t *Table) falls(ctx context.Context, tx *deed.Tx, a atTable, s LTFSheet, state SheetState) error {
	for _, place := range []livc.ID{a.Case.Sheet, a.sheetPlace()} {
		if err := tx.Forget(place, s.Record); err != nil {
			return err
		}
	}
	if err := t.forgetFeedback(ctx, tx, &a); err != nil {
		return err
	}
	if err := t.Book.ForgetSheetAnswers(ctx, tx, s.ID); err != nil {
		return err
	}
	s.State, s.Lines, s.Agreed, s.Hash = state, 0, 0, nil
	return t.Book.PutSheet(ctx, tx, s)
}
