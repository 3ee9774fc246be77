package closing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// LookBack is the input of the use case of that name.
type LookBack struct {
	Note  livc.Secret // in general words
	Again livc.Day    // when once more; "" = the case closes now
}

// LookBackText is the note of a look back. Dutch: nazorgnotitie.
type LookBackText struct{ Note livc.Secret }

// Aftercare shows the desk a case that is looked at once more.
func (s *Service) Aftercare(ctx context.Context, by deed.By, id livc.ID) (c discussion.Case, err error) {
	err = s.Gate.Look(ctx, by, access.LookBack, access.Case(id), func(tx *deed.Tx) error {
		c, err = s.Book.TableCase(ctx, tx, id)
		return err
	})
	return c, err
}

// LookBack looks once more at a case in aftercare. It does not start the year anew, and nothing makes
// aftercare last beyond that year (R6.2-m, R7.1-c).
func (s *Service) LookBack(ctx context.Context, by deed.By, id livc.ID, in LookBack) error {
	return s.Gate.Do(ctx, by, access.LookBack, access.Case(id), func(tx *deed.Tx) error {
		c, err := s.Book.TableCase(ctx, tx, id)
		if err != nil {
			return err
		}
		if c.State != livc.CaseAftercare {
			return livc.Conflict("conflict.no_aftercare", law.ClosingCriteria)
		}
		var f livc.Faults
		f.Check(c.AgendaOnly || !in.Note.Empty(), "note", "look_back.note")
		f.Check(in.Note.Len() <= maxText, "note", "error.too_long")
		f.Check(in.Again == "" || in.Again > tx.Today && in.Again < c.Due, "again", "look_back.again", law.RetentionYear)
		if err := f.Err(); err != nil {
			return err
		}
		if err := keepText(tx, c, "look_back", LookBackText{in.Note}); err != nil {
			return err
		}
		c.Review = in.Again
		if in.Again == "" {
			c.State, c.Closed, c.ClosingReason = livc.CaseClosed, tx.Today, string(GoalsReached)
		}
		return s.Book.SetClosed(ctx, tx, c)
	})
}
