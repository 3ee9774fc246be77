package processing

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// catchUp moves each dossier's day when its case was discussed again: every organisation has the same
// day (R6.2-m, S25).
func (s *Service) catchUp(ctx context.Context, tx *deed.Tx, r *Report) error {
	list, err := s.Book.Behind(ctx, tx, batch)
	for _, d := range list {
		if err := s.Book.SetDossier(ctx, tx, d); err != nil {
			return err
		}
	}
	r.more = r.more || len(list) == batch
	return err
}

// forgetDossiers erases own dossiers whose term is over; one whose row lags behind a signed extension
// gets its right day.
func (s *Service) forgetDossiers(ctx context.Context, tx *deed.Tx, r *Report) error {
	list, err := s.Book.DueDossiers(ctx, tx, tx.Today, batch)
	for _, d := range list {
		if !d.Retention.Over(tx.Today) {
			if err := s.Book.SetDossier(ctx, tx, d); err != nil {
				return err
			}
			continue
		}
		if _, err := s.forgetDossier(ctx, tx, d.ID, TermOver); err != nil {
			return err
		}
		r.Dossiers++
	}
	r.more = r.more || len(list) == batch
	return err
}

// forgetCases erases the municipality's own record of a case whose year is over, or that was listed and
// never discussed for six months; a hold moves only the latter (R2.5.3-k).
func (s *Service) forgetCases(ctx context.Context, tx *deed.Tx, r *Report) error {
	list, err := s.Book.DueCases(ctx, tx, tx.Today, batch)
	for _, c := range list {
		if end := c.End(law.LongestTerms(), tx.Today); end > tx.Today {
			if err := s.Book.SetCaseDue(ctx, tx, c.Case, end); err != nil {
				return err
			}
			continue
		}
		if _, err := s.forgetCase(ctx, tx, c.Case, TermOver); err != nil {
			return err
		}
		r.Cases++
	}
	r.more = r.more || len(list) == batch
	return err
}

// forgetReferrals erases referrals without a case: some days after "not on the list", or when nobody
// decided (architecture 11).
func (s *Service) forgetReferrals(ctx context.Context, tx *deed.Tx, r *Report) error {
	terms, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	list, err := s.Book.DueReferrals(ctx, tx, batch)
	for _, w := range list {
		if end := w.Clock.End(terms, tx.Today); len(w.Clock.Holds) > 0 && end > tx.Today {
			if err := s.Book.SetEraseOn(ctx, tx, w.ID, end); err != nil {
				return err
			}
			continue
		}
		e, err := s.Book.EraseReferral(ctx, tx, w.ID)
		if err != nil {
			return err
		}
		if _, err := e.bury(tx, "referral", w.ID, TermOver); err != nil {
			return err
		}
		r.Referrals++
	}
	r.more = r.more || len(list) == batch
	return err
}

// terms are the longest that Beraad keeps, as far as the protocol did not shorten them.
func (s *Service) terms(ctx context.Context, tx *deed.Tx) (law.Terms, error) {
	t := law.LongestTerms()
	p, err := s.Book.Settings(ctx, tx)
	if err == nil && p.NotListedDays > 0 {
		t.NotListedDays = min(t.NotListedDays, p.NotListedDays)
	}
	return t, err
}

// dropShortLived deletes what lives some days only: offers nobody answered, notes to one person, worries
// and drafts, tokens of forms, links to refer by, who stood in, screens in the room that nobody took away.
// Motives of who declined go by the clock of the invitations.
func (s *Service) dropShortLived(ctx context.Context, tx *deed.Tx, r *Report) (err error) {
	if r.Offers, err = s.Book.DropOffers(ctx, tx); err != nil {
		return err
	}
	if r.Notes, err = s.Book.DropNotes(ctx, tx); err != nil {
		return err
	}
	if err := s.Book.DropScreens(ctx, tx); err != nil {
		return err
	}
	if err := s.Book.DropLinks(ctx, tx); err != nil {
		return err
	}
	if err := s.Book.DropStandIns(ctx, tx); err != nil {
		return err
	}
	return s.Book.DropTokens(ctx, tx)
}

func (s *Service) checkpointDue(ctx context.Context, tx *deed.Tx, r *Report) error {
	last, err := s.Book.LastCheckpoint(ctx, tx)
	if err != nil {
		return err
	}
	if month(livc.DayOf(last)) != month(tx.Today) {
		r.Checkpoint = true
		return nil
	}
	r.Checkpoint, err = s.Book.MeetingClosedAfter(ctx, tx, last)
	return err
}

func month(d livc.Day) livc.Day { return d[:len("2026-11")] }
