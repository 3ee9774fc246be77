package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AnswerCheck takes the officer's answer: "may go on the agenda" or "call me", without a text
// (R2.3.2-b, R4.1.3-a). Everybody else reads the same sentence for both. "Call me" is a hold that only
// the chair and the officer know of; the other answer lifts it again (R2.3.2-c, R2.5.3-k).
func (s *Referrals) AnswerCheck(ctx context.Context, by deed.By, referral livc.ID, answer law.Check) error {
	if !contains(law.Checks(), answer) {
		return livc.Invalid("officer_check.choose", law.OfficerBridges).At("answer")
	}
	return s.Gate.Do(ctx, by, access.AnswerCheck, on(referral), func(tx *deed.Tx) error {
		r, err := s.asked(ctx, tx, referral)
		if err != nil {
			return err
		}
		if err := s.takeNote(tx, &r); err != nil {
			return err
		}
		if err := s.hold(ctx, tx, r, answer); err != nil {
			return err
		}
		r.OfficerOn = tx.Today
		return s.save(ctx, tx, r)
	})
}

// asked gives a referral on which the acting officer was asked to check.
func (s *Referrals) asked(ctx context.Context, tx *deed.Tx, id livc.ID) (Referral, error) {
	r, err := s.Book.Referral(ctx, tx, id)
	if err == nil && (r.Officer != tx.By.Hat || !r.Open()) {
		err = livc.NotFound()
	}
	return r, err
}

// hold begins or lifts a hold, as the answer says.
func (s *Referrals) hold(ctx context.Context, tx *deed.Tx, r Referral, answer law.Check) error {
	holds, err := s.Book.Holds(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	if answer == law.CallMe {
		if running(holds, tx.Today) {
			return nil
		}
		t, err := s.terms(ctx, tx)
		if err != nil {
			return err
		}
		return s.Book.InsertHold(ctx, tx, Hold{ID: tx.NewID(), Referral: r.ID, By: tx.By.Hat, From: tx.Today, Until: tx.Today.Add(0, t.HoldMonths, 0)})
	}
	for _, h := range holds {
		if h.Lifted == "" {
			if err := s.Book.LiftHold(ctx, tx, h.ID); err != nil {
				return err
			}
		}
	}
	return nil
}
