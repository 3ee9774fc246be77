package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// WithdrawReferral takes an own referral back until it was discussed: who tells keeps a say. What was told
// is erased at once. A case that was made of it and nothing else is closed and due today. The refusal
// is one sentence, so that it does not tell what was decided.
func (s *Referrals) WithdrawReferral(ctx context.Context, by deed.By, referral livc.ID) error {
	return s.Gate.Do(ctx, by, access.WithdrawReferral, on(referral), func(tx *deed.Tx) error {
		r, err := s.Book.Referral(ctx, tx, referral)
		if err != nil {
			return err
		}
		if r.State == livc.Withdrawn {
			return livc.Conflict("conflict.changed")
		}
		if err := s.dropCase(ctx, tx, r); err != nil {
			return err
		}
		if err := s.forget(ctx, tx, &r); err != nil {
			return err
		}
		r.State, r.Decided, r.Case, r.SameAs = livc.Withdrawn, tx.Today, "", ""
		return s.save(ctx, tx, r)
	})
}

// forget erases what was told, what was written and asked about it, and the officer's note.
func (s *Referrals) forget(ctx context.Context, tx *deed.Tx, r *Referral) error {
	if err := s.takeNote(tx, r); err != nil || !r.Told() {
		return err
	}
	m, err := s.Book.Municipality(ctx, tx, r.Municipality)
	if err != nil {
		return err
	}
	for _, container := range []livc.ID{r.Container, m.List} {
		if err := tx.Forget(container, r.ID); err != nil {
			return err
		}
	}
	r.Container = ""
	if err := s.dropQuestions(ctx, tx, r.ID); err != nil {
		return err
	}
	_, err = tx.Bury(deed.Burial{Kind: "referral", Object: r.ID, Controller: m.Organisation, Cause: "withdrawn", Classes: []string{"keys", "text"}})
	return err
}

// dropCase closes a case that nobody discussed and that no other referral is about.
func (s *Referrals) dropCase(ctx context.Context, tx *deed.Tx, r Referral) error {
	if r.Case == "" {
		return nil
	}
	c, err := s.Book.Case(ctx, tx, r.Case)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil
	}
	if err != nil {
		return err
	}
	if c.FirstDiscussed != "" {
		return livc.Denied("withdraw_referral.too_late", law.ContributorsSay)
	}
	n, err := s.Book.ReferralsOf(ctx, tx, c.ID)
	if err != nil || len(n) > 1 {
		return err
	}
	return s.Book.DropCase(ctx, tx, c, "withdrawn")
}
