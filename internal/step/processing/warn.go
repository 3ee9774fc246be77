package processing

import (
	"context"
	"strconv"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// The messages of the clocks: each says that something waits, and nothing else.
const (
	mailDossier  = "dossier_waits"
	mailTerm     = "term_waits"
	mailReferral = "referral_waits"
)

// markDays is how many days before its end a dossier is marked for erasure, beside the warnings.
const markDays = 14

// warn tells the keepers of dossiers, and the chair of cases, that the end is near: 60, 30, 14 and 7 days
// before. Each day is told once, and only the nearest when the clocks stood still (R6.2-k).
func (s *Service) warn(ctx context.Context, tx *deed.Tx, r *Report) error {
	horizon := tx.Today.Add(0, 0, law.WarningDays()[0])
	dossiers, err := s.Book.DueDossiers(ctx, tx, horizon, batch*5)
	if err != nil {
		return err
	}
	for _, d := range dossiers {
		if err := s.warnOf(ctx, tx, r, d.ID, d.Retention.End(), mailDossier, []livc.ID{d.Hat}); err != nil {
			return err
		}
	}
	cases, err := s.Book.DueCases(ctx, tx, horizon, batch*5)
	if err != nil {
		return err
	}
	for _, c := range cases {
		chairs, err := s.Book.Chairs(ctx, tx, c.Municipality)
		if err != nil {
			return err
		}
		if err := s.warnOf(ctx, tx, r, c.Case, c.End(law.LongestTerms(), tx.Today), mailTerm, chairs); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) warnOf(ctx context.Context, tx *deed.Tx, r *Report, object livc.ID, end livc.Day, template string, to []livc.ID) error {
	kind := nearest(tx.Today, end)
	if kind == "" {
		return nil
	}
	told, err := s.Book.Noticed(ctx, tx, object, kind, end)
	if err != nil || told {
		return err
	}
	r.Warned++
	for _, hat := range to {
		if err := tx.Mail(hat, template); err != nil {
			return err
		}
	}
	return s.Book.Notice(ctx, tx, object, kind, end)
}

// nearest names the last of the warning days that has come; "" when none has, or the end itself has.
func nearest(today, end livc.Day) (kind string) {
	if today >= end {
		return ""
	}
	least := 0
	for _, n := range append(law.WarningDays(), markDays) {
		if end.Add(0, 0, -n) <= today && (least == 0 || n < least) {
			least = n
		}
	}
	if least == 0 {
		return ""
	}
	return "warned_" + strconv.Itoa(least)
}

// remind tells who decides about the list that a referral waits: after 14, 30 and 60 days (architecture 11).
func (s *Service) remind(ctx context.Context, tx *deed.Tx, r *Report) error {
	first := law.UndecidedReminders()[0]
	list, err := s.Book.Undecided(ctx, tx, tx.Today.Add(0, 0, -first), batch*5)
	if err != nil {
		return err
	}
	for _, w := range list {
		var last livc.Day
		for _, day := range w.Clock.Reminders(law.LongestTerms()) {
			if day <= tx.Today {
				last = day
			}
		}
		if last == "" {
			continue
		}
		if err := s.remindOf(ctx, tx, r, w, last); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) remindOf(ctx context.Context, tx *deed.Tx, r *Report, w WaitingReferral, day livc.Day) error {
	told, err := s.Book.Noticed(ctx, tx, w.ID, "reminded", day)
	if err != nil || told {
		return err
	}
	chairs, err := s.Book.Chairs(ctx, tx, w.Municipality)
	if err != nil {
		return err
	}
	for _, hat := range chairs {
		if err := tx.Mail(hat, mailReferral); err != nil {
			return err
		}
	}
	r.Reminded++
	return s.Book.Notice(ctx, tx, w.ID, "reminded", day)
}
