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
		if a.Item.InRoom() && !in.Objection {
			return t.adoptInRoom(ctx, tx, a, s, text, in.Agreed)
		}
		if in.Objection {
			a.Item.Feedback = "none"
			if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
				return err
			}
			return t.falls(ctx, tx, *a, s, SheetRejected)
		}
		if err := tx.Unchanged(s.revisions(text).All); err != nil {
			return err // they agreed to other words
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

// adoptInRoom adopts the sheet that everybody agreed to on the own screen: whole, or line by line when anyone
// asked; a line that one person refused is not part of it (R6.1-e, X-L-h, Z13). Spoken are the attendances
// without a screen that agreed aloud to the whole sheet.
func (t *Table) adoptInRoom(ctx context.Context, tx *deed.Tx, a *atTable, s LTFSheet, text SheetText, spoken []livc.ID) error {
	if err := t.unopposed(ctx, tx, a, AgainstFeedback); err != nil {
		return err
	}
	list, err := t.Book.MotionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	for _, p := range list {
		if p.Kind != MotionSheet && p.Kind != MotionLine {
			continue
		}
		if err := t.spokenYes(ctx, tx, a, p.ID, spoken); err != nil {
			return err
		}
	}
	whole, asWhole := asked(list, MotionSheet, s.Record)
	switch {
	case asWhole && whole.State == MotionRefused:
		a.Item.Feedback = "none"
		if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
			return err
		}
		return t.falls(ctx, tx, *a, s, SheetRejected)
	case asWhole:
		hash, err := deed.Fingerprint(text)
		if err != nil {
			return err
		}
		if err := t.agreed(ctx, tx, a, MotionSheet, s.Record, hash); err != nil {
			return err
		}
	default:
		if text.Lines, err = t.agreedLines(ctx, tx, a, s, text, list); err != nil {
			return err
		}
	}
	return t.adopts(ctx, tx, a, s, text)
}

// agreedLines gives the lines that everybody agreed to; one that waits keeps the sheet waiting. On what a
// refused line rested is forgotten with it.
func (t *Table) agreedLines(ctx context.Context, tx *deed.Tx, a *atTable, s LTFSheet, text SheetText, list []Motion) (kept []SheetLine, err error) {
	left := s
	for n, l := range text.Lines {
		if p, ok := asked(list, MotionLine, s.Line(n)); ok && p.State == MotionRefused {
			if err := t.dropBuiltLine(ctx, tx, a, left, len(kept)); err != nil {
				return nil, err
			}
			left.Lines--
			continue
		}
		hash, err := deed.Fingerprint(lineOf(text, l))
		if err != nil {
			return nil, err
		}
		if err := t.agreed(ctx, tx, a, MotionLine, s.Line(n), hash); err != nil {
			return nil, err
		}
		kept = append(kept, l)
	}
	return kept, nil
}

// adopts copies the agreed words from the room to the casusblad, where the officer finds them; without a line
// left the sheet falls. In the room they stay until the item closes, so that they can be agreed anew.
func (t *Table) adopts(ctx context.Context, tx *deed.Tx, a *atTable, s LTFSheet, text SheetText) error {
	if len(text.Lines) == 0 {
		a.Item.Feedback = "none"
		if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
			return err
		}
		return t.falls(ctx, tx, *a, s, SheetRejected)
	}
	members := ever(a.Stays)
	if err := law.MayHandOver(asLaw(*a, s, text, a.circle(members))); err != nil {
		return err
	}
	var err error
	if s.Hash, err = deed.Fingerprint(text); err != nil {
		return err
	}
	for _, place := range []livc.ID{a.Item.Room, a.Case.Sheet} {
		if err := tx.Keep(place, s.Record, "ltf_sheet", text); err != nil {
			return err
		}
	}
	if err := t.forgetFeedback(ctx, tx, a); err != nil {
		return err
	}
	s.State, s.Adopted, s.Lines, s.Circle, s.Agreed = SheetAdopted, tx.At, len(text.Lines), len(members), len(members)
	tx.Because(law.FeedbackByConsensus)
	return t.Book.PutSheet(ctx, tx, s)
}
