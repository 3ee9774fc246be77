package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/plain"
	"beraad.eu/livc"
)

// PutSheet puts the sheet for the LTF to everybody inside, as it stands: read aloud, and each answers on the
// own screen. Silence is not a yes (R6.1-e, R6.1-f, X-L-h).
func (t *Table) PutSheet(ctx context.Context, by deed.By, item livc.ID) error {
	return t.inRoom(ctx, by, access.FillSheet, item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		s, text, err := t.openSheet(ctx, tx, *a)
		if err != nil {
			return err
		}
		if len(text.Lines) == 0 {
			return livc.Invalid("put_sheet.empty", law.FeedbackByConsensus).At("text")
		}
		tx.Made(item)
		hash, err := deed.Fingerprint(text)
		if err != nil {
			return err
		}
		if err := t.forgetFeedback(ctx, tx, a); err != nil {
			return err
		}
		return t.put(ctx, tx, a, MotionSheet, s.Record, hash)
	})
}

// putLines puts each line to the table, and how the follow-up goes as a line of its own.
func (t *Table) putLines(ctx context.Context, tx *deed.Tx, a *atTable, s LTFSheet, text SheetText) error {
	for n, l := range text.Lines {
		hash, err := deed.Fingerprint(lineOf(text, l))
		if err != nil {
			return err
		}
		if err := t.put(ctx, tx, a, MotionLine, s.Line(n), hash); err != nil {
			return err
		}
	}
	return nil
}

// lineOf is a line as it is agreed: with the seal of its sheet, so that its fingerprint cannot be guessed.
func lineOf(text SheetText, l SheetLine) SheetText {
	return SheetText{Lines: []SheetLine{l}, Evaluation: text.Evaluation, Seal: text.Seal}
}

// ReportMotion is the input of ProposeReport.
type ReportMotion struct {
	Item      livc.ID
	Text      livc.Secret
	Lang      string
	Left      []string
	ReadAloud bool
	RestsOn   []livc.ID // facts
}

// ProposeReport puts the words of the report to everybody inside, after they were read aloud and what could
// point to a person was looked at; each agrees on the own screen, or asks for another word (R4.1.1-e,
// product 4.10). It gives the marks it found.
func (t *Table) ProposeReport(ctx context.Context, by deed.By, in ReportMotion) (marks []plain.Mark, err error) {
	report := AgreeReport{Item: in.Item, Text: in.Text, Lang: in.Lang, Left: in.Left, ReadAloud: in.ReadAloud, Agreed: true}
	err = t.inRoom(ctx, by, access.AgreeReport, in.Item, func(tx *deed.Tx, a *atTable) error {
		if marks, err = t.mayReport(ctx, tx, *a, report); err != nil {
			return err
		}
		tx.Made(in.Item)
		text := ReportText{in.Text, livc.NewSecret(string(tx.NewID()))}
		hash, err := deed.Fingerprint(text)
		if err != nil {
			return err
		}
		draft := reportDraft(a.Item.ID)
		if err := tx.Keep(a.Item.Room, draft, draftKind, text); err != nil {
			return err
		}
		if err := t.builds(ctx, tx, a, BuiltReport, draft, in.RestsOn); err != nil {
			return err
		}
		return t.put(ctx, tx, a, MotionReport, draft, hash)
	})
	return marks, err
}

// draftKind is the kind of the record of a report that is not agreed yet.
const draftKind = "report_draft"

// reportDraft is the record of the report of an item while it is talked about.
func reportDraft(item livc.ID) livc.ID { return "report-" + item }

// FreezeReport keeps the report that everybody inside agreed to, word for word (R4.1.1-e, Z13). Spoken are
// the attendances without a screen that agreed aloud.
func (t *Table) FreezeReport(ctx context.Context, by deed.By, item livc.ID, spoken []livc.ID) error {
	return t.inRoom(ctx, by, access.AgreeReport, item, func(tx *deed.Tx, a *atTable) error {
		if a.Item.Frozen() {
			return livc.Conflict("conflict.report_agreed")
		}
		list, err := t.Book.MotionsOf(ctx, tx, item)
		if err != nil {
			return err
		}
		p, ok := asked(list, MotionReport, reportDraft(item))
		if !ok {
			return livc.Conflict("conflict.proposal_changed")
		}
		tx.Made(item)
		if err := t.spokenYes(ctx, tx, a, p.ID, spoken); err != nil {
			return err
		}
		var text ReportText
		if err := tx.Open(a.Item.Room, p.Object, &text); err != nil {
			return err
		}
		hash, err := deed.Fingerprint(text)
		if err != nil {
			return err
		}
		if err := t.agreed(ctx, tx, a, MotionReport, p.Object, hash); err != nil {
			return err
		}
		return t.freezeText(ctx, tx, a, text)
	})
}

// ProposeInforming puts to everybody inside that the person hears a talk took place: who goes, with which
// offer (R4.2-d, R4.2-f).
func (t *Table) ProposeInforming(ctx context.Context, by deed.By, in InformPerson) error {
	return t.inRoom(ctx, by, access.InformPerson, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		who, err := need(a.Inside(), in.By, "by")
		if err != nil {
			return err
		}
		if in.Offer.Empty() || in.Offer.Len() > maxOffer {
			return livc.Invalid("inform_person.offer", law.InformingThePerson).At("offer")
		}
		tx.Made(in.Item)
		text := InformingText{By: livc.NewSecret(string(who.ID)), Offer: in.Offer, Seal: livc.NewSecret(string(tx.NewID()))}
		hash, err := deed.Fingerprint(text)
		if err != nil {
			return err
		}
		draft := informingDraft(a.Item.ID)
		if err := tx.Keep(a.Item.Room, draft, "informing", text); err != nil {
			return err
		}
		return t.put(ctx, tx, a, MotionInforming, draft, hash)
	})
}

// InformingText is who tells the person, and with which offer, while the table agrees on it. Dutch:
// voorstel om te informeren.
type InformingText struct{ By, Offer, Seal livc.Secret }

func informingDraft(item livc.ID) livc.ID { return "informing-" + item }
