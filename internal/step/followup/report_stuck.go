package followup

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// Word is the one word that a case manager tells the others. Dutch: stand van zaken.
type Word string

// The words.
const (
	Runs  Word = "runs"  // loopt
	Waits Word = "waits" // wacht
	Stuck Word = "stuck" // zit vast: to the chair
	Done  Word = "done"  // klaar
)

// Words lists the words.
func Words() []Word { return []Word{Runs, Waits, Stuck, Done} }

// PathWord is the last word about a path and its day. Dutch: laatste stand van zaken.
type PathWord struct {
	Word Word
	Day  livc.Day
}

// ReportStuck says how a path goes, in one word. Only its case manager says so (R2.3.5-e, invariant 20);
// a path that is stuck goes to the chair, in a mail without content (R2.3.5-k).
func (s *Service) ReportStuck(ctx context.Context, by deed.By, id livc.ID, w Word) error {
	if !slices.Contains(Words(), w) {
		return livc.Invalid("report_stuck.choose", law.ManagerAlone).At("word")
	}
	return s.Gate.Do(ctx, by, access.ReportStuck, access.Case(id), func(tx *deed.Tx) error {
		c, err := s.Book.TableCase(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := law.MayWriteProgress(law.CaseRoles{Manager: c.Manager, Director: c.Director}, by.Hat); err != nil {
			return err
		}
		if err := s.Book.SetWord(ctx, tx, id, w); err != nil {
			return err
		}
		return s.moveState(ctx, tx, c, w)
	})
}

// moveState follows the word: stuck tells the chair, and any other word takes a stuck case back up.
func (s *Service) moveState(ctx context.Context, tx *deed.Tx, c discussion.Case, w Word) error {
	switch {
	case w == Stuck && c.State == livc.CaseFollowed:
		c.State = livc.CaseStuck
	case w != Stuck && c.State == livc.CaseStuck:
		c.State = livc.CaseFollowed
	default:
		return nil
	}
	if w == Stuck {
		chairs, err := s.Book.Chairs(ctx, tx, c.Municipality)
		if err != nil {
			return err
		}
		for _, hat := range chairs {
			if err := tx.Mail(hat, "case_waits"); err != nil {
				return err
			}
		}
	}
	return s.Book.SetTableCase(ctx, tx, c)
}

// Managed lists the cases of which a hat is the case manager: code, state, next day.
func (s *Service) Managed(ctx context.Context, by deed.By) (list []discussion.Case, err error) {
	err = s.Gate.Look(ctx, by, access.ViewActions, drawer(by), func(tx *deed.Tx) error {
		list, err = s.Book.Managed(ctx, tx, by.Hat)
		return err
	})
	return list, err
}

// DueContact is a contact that was agreed, for the case manager who guards the rhythm. Dutch: afgesproken contact.
type DueContact struct {
	Case discussion.Case
	Line ContactLine
	On   livc.Day
}

// DueContacts lists for a case manager the contacts that fall by a day (R2.3.5-h).
func (s *Service) DueContacts(ctx context.Context, by deed.By, upTo livc.Day) (list []DueContact, err error) {
	err = s.Gate.Look(ctx, by, access.ViewActions, drawer(by), func(tx *deed.Tx) error {
		cases, err := s.Book.Managed(ctx, tx, by.Hat)
		if err != nil {
			return err
		}
		for _, c := range cases {
			lines, err := s.Book.ContactLines(ctx, tx, c.ID)
			if err != nil {
				return err
			}
			for _, l := range lines {
				if on := l.Upcoming(tx.Today); on != "" && on <= upTo {
					list = append(list, DueContact{c, l, on})
				}
			}
		}
		return nil
	})
	return list, err
}
