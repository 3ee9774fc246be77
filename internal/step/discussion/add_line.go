package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AddLine is the input of the use case of that name: one fact or event, with its declarations.
type AddLine struct {
	Item                                  livc.ID
	Text                                  livc.Secret
	Side                                  string // protects or concerns
	Source                                law.FactSource
	FromProfessionalSecrecy, ToldAsSecret bool
	Declared                              bool      // no secret told at the table
	Facts                                 []livc.ID // of the room, on which the line rests
}

const (
	maxSheetLine = 240
	maxLines     = 12
)

// AddLine adds a line to the sheet. A line from professional secrecy, or told at the table as a secret,
// cannot be saved, and every line carries the declaration (X-L-k, R2.5.3-i, invariant 11). What was
// answered before is asked anew.
func (t *Table) AddLine(ctx context.Context, by deed.By, in AddLine) error {
	var f livc.Faults
	f.Check(known([]string{"protects", "concerns"}, in.Side), "side", "add_line.side", law.BothSides)
	f.Check(known(law.FactSources(), in.Source), "origin", "add_line.source")
	f.Check(in.Text.Len() <= maxSheetLine, "text", "error.too_long")
	if err := f.Err(); err != nil {
		return err
	}
	line := law.FeedbackLine{Text: in.Text, FromProfessionalSecrecy: in.FromProfessionalSecrecy, ToldAsSecret: in.ToldAsSecret, DeclaredNoSecret: in.Declared}
	if err := law.MaySaveLine(line); err != nil {
		return err
	}
	return t.onSheet(ctx, by, in.Item, func(tx *deed.Tx, a *atTable, text *SheetText, s *LTFSheet) error {
		if len(text.Lines) >= maxLines {
			return livc.Invalid("add_line.enough").At("text")
		}
		if err := t.builds(ctx, tx, a, BuiltLine, s.Line(len(text.Lines)), in.Facts); err != nil {
			return err
		}
		text.Lines = append(text.Lines, SheetLine{in.Text, livc.NewSecret(in.Side), livc.NewSecret(string(in.Source))})
		return nil
	})
}

// DropLine takes a line away: a card of objection, a word, or a doubt is enough, and whose it was is not
// kept (R6.1-e, product 4.7). A form that shows other lines takes none: a line is named by its place.
func (t *Table) DropLine(ctx context.Context, by deed.By, item livc.ID, line int) error {
	return t.onSheet(ctx, by, item, func(tx *deed.Tx, a *atTable, text *SheetText, s *LTFSheet) error {
		if err := tx.Unchanged(s.revisions(*text).Lines); err != nil {
			return err
		}
		if line < 0 || line >= len(text.Lines) {
			return livc.NotFound()
		}
		if err := t.dropBuiltLine(ctx, tx, a, *s, line); err != nil {
			return err
		}
		text.Lines = slices.Delete(text.Lines, line, line+1)
		return nil
	})
}

// AskedBothSides records that the table was asked what goes well and what worries, and how the follow-up
// goes; "nothing" is an answer (R6.1-g, X-L-j).
func (t *Table) AskedBothSides(ctx context.Context, by deed.By, item livc.ID, positive, negative bool, evaluation livc.Secret) error {
	return t.onSheet(ctx, by, item, func(tx *deed.Tx, _ *atTable, text *SheetText, s *LTFSheet) error {
		if err := tx.Unchanged(s.revisions(*text).Sides); err != nil {
			return err
		}
		if evaluation.Len() > 2*maxSheetLine {
			return livc.Invalid("error.too_long").At("evaluation")
		}
		text.Evaluation, s.Positive, s.Negative = evaluation, positive, negative
		return nil
	})
}

// onSheet changes the open sheet of an item. Every change is a new text, so the answers begin anew.
func (t *Table) onSheet(ctx context.Context, by deed.By, item livc.ID, f func(*deed.Tx, *atTable, *SheetText, *LTFSheet) error) error {
	return t.onItem(ctx, by, access.FillSheet, item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		s, text, err := t.openSheet(ctx, tx, *a)
		if err != nil {
			return err
		}
		tx.Made(item)
		if err := law.MayStartSheet(a.officer(), a.Item.Outcome != "", true); err != nil {
			return err
		}
		if err := f(tx, a, &text, &s); err != nil {
			return err
		}
		s.Lines = len(text.Lines)
		if err := tx.Keep(a.sheetPlace(), s.Record, "ltf_sheet", text); err != nil {
			return err
		}
		if err := t.Book.ForgetSheetAnswers(ctx, tx, s.ID); err != nil {
			return err
		}
		if err := t.forgetFeedback(ctx, tx, a); err != nil {
			return err
		}
		return t.Book.PutSheet(ctx, tx, s)
	})
}

// openSheet gives the sheet that is talked about, with its text.
func (t *Table) openSheet(ctx context.Context, tx *deed.Tx, a atTable) (s LTFSheet, text SheetText, err error) {
	list, err := t.Book.SheetsOf(ctx, tx, a.Item.ID, a.Case.ID)
	if err != nil {
		return s, text, err
	}
	i := slices.IndexFunc(list, LTFSheet.open)
	if i < 0 {
		return s, text, livc.Conflict("conflict.no_sheet")
	}
	return list[i], text, tx.Open(a.sheetPlace(), list[i].Record, &text)
}

// dropBuiltLine forgets on what a line rests that is taken away; the lines below it move up.
func (t *Table) dropBuiltLine(ctx context.Context, tx *deed.Tx, a *atTable, s LTFSheet, line int) error {
	if !a.Item.InRoom() {
		return nil
	}
	if err := t.Book.DropBuiltOn(ctx, tx, s.Line(line)); err != nil {
		return err
	}
	for n := line + 1; n < s.Lines; n++ {
		if err := t.Book.RenameBuiltOn(ctx, tx, s.Line(n), s.Line(n-1)); err != nil {
			return err
		}
	}
	return nil
}
