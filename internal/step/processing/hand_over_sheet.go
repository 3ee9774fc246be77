package processing

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Sheet is a feedback sheet for the LTF as the officer's work list shows it: a number and dates, no
// line. Dutch: fiche om af te geven.
type Sheet struct {
	ID, Case      livc.ID
	CaseSheet     livc.ID // the container in which its text stands until it was handed over
	Record        livc.ID
	Number, State string
	Circle        int
	HandedOver    livc.Day
	Recipient     string
}

// SheetAdopted is a sheet that everybody agreed to and that was not handed over yet.
const SheetAdopted = "adopted"

// HandOverSheet is the input of the use case of that name.
type HandOverSheet struct {
	Sheet     livc.ID
	On        livc.Day
	Recipient string
}

// HandOverSheet records that the officer handed an adopted sheet over himself, outside Beraad, which
// sends nothing (R6.1-a, R6.1-d, X-L-i). From then on the text is gone and the proof of consensus stays.
func (s *Service) HandOverSheet(ctx context.Context, by deed.By, caseID livc.ID, in HandOverSheet) error {
	return s.Gate.Do(ctx, by, access.HandOverSheet, access.Case(caseID), func(tx *deed.Tx) error {
		sheet, err := s.Book.Sheet(ctx, tx, in.Sheet)
		if err != nil {
			return err
		}
		if sheet.Case != caseID {
			return livc.NotFound()
		}
		if sheet.State != SheetAdopted {
			return livc.Denied("law.feedback.no_consensus", law.FeedbackByConsensus)
		}
		var f livc.Faults
		f.Check(in.On != "" && in.On <= tx.Today, "on", "hand_over_sheet.on", law.OfficerWrites)
		f.Check(slices.Contains(law.FeedbackRecipients(), in.Recipient), "recipient", "hand_over_sheet.recipient", law.FeedbackByConsensus)
		if err := f.Err(); err != nil {
			return err
		}
		if err := tx.Forget(sheet.CaseSheet, sheet.Record); err != nil {
			return err
		}
		sheet.HandedOver, sheet.Recipient = in.On, in.Recipient
		return s.Book.SetHandedOver(ctx, tx, sheet)
	})
}

// Sheets lists the adopted sheets that this officer was present for and has not handed over yet.
func (s *Service) Sheets(ctx context.Context, by deed.By) (list []Sheet, err error) {
	err = s.Gate.Look(ctx, by, access.ViewActions, drawer(by), func(tx *deed.Tx) error {
		list, err = s.Book.Sheets(ctx, tx, by.Hat)
		return err
	})
	return list, err
}
