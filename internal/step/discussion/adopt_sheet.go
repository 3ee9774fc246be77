package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AdoptSheet is the input of the use case of that name, after the sheet was read aloud and twenty
// seconds were left for a card.
type AdoptSheet struct {
	Item      livc.ID
	ReadAloud bool
	Objection bool      // somebody objects, by card or by word; who is not kept
	Agreed    []livc.ID // attendances that said yes aloud, also who left and answered before
}

// AdoptSheet adopts the sheet when everybody who was inside at any moment said yes. One objection ends it
// and its text is forgotten; one answer that is missing keeps it waiting (X-L-h, R6.1-e, invariant 10).
// Nothing leaves Beraad: the officer hands it over outside, later.
func (t *Table) AdoptSheet(ctx context.Context, by deed.By, in AdoptSheet) error {
	return t.onItem(ctx, by, access.FillSheet, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		s, text, err := t.openSheet(ctx, tx, *a)
		if err != nil {
			return err
		}
		tx.Made(in.Item)
		if in.Objection {
			a.Item.Feedback = "none"
			if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
				return err
			}
			return t.falls(ctx, tx, *a, s, SheetRejected)
		}
		if !in.ReadAloud {
			return livc.Invalid("adopt_sheet.read", law.FeedbackByConsensus).At("read")
		}
		return t.answered(ctx, tx, *a, s, text, in.Agreed)
	})
}

func (t *Table) answered(ctx context.Context, tx *deed.Tx, a atTable, s LTFSheet, text SheetText, yes []livc.ID) error {
	members := ever(a.Stays)
	for _, id := range yes {
		if !known(members, id) {
			return livc.NotFound()
		}
		if err := t.Book.PutSheetAnswer(ctx, tx, s.ID, id); err != nil {
			return err
		}
	}
	all, err := t.Book.SheetAnswers(ctx, tx, s.ID)
	if err != nil {
		return err
	}
	circle := a.circle(all)
	s.Circle, s.Agreed = len(members), len(all)
	if circle.Result() == law.Waits {
		return t.Book.PutSheet(ctx, tx, s)
	}
	if err := law.MayHandOver(asLaw(a, s, text, circle)); err != nil {
		return err
	}
	if s.Hash, err = deed.Fingerprint(text); err != nil {
		return err
	}
	s.State, s.Adopted = SheetAdopted, tx.At
	tx.Because(law.FeedbackByConsensus)
	return t.Book.PutSheet(ctx, tx, s)
}

// asLaw is the sheet as the rules see it. A line that could be saved carries its declaration.
func asLaw(a atTable, s LTFSheet, text SheetText, c law.Circle) law.FeedbackSheet {
	f := law.FeedbackSheet{By: a.officer(), OnList: a.Case.State.Open(), PositiveAsked: s.Positive, NegativeAsked: s.Negative,
		Evaluation: text.Evaluation, WholeSheet: c, AgreedInTheSitting: true}
	for _, l := range text.Lines {
		f.Lines = append(f.Lines, law.FeedbackLine{Text: l.Text, DeclaredNoSecret: true})
	}
	return f
}
