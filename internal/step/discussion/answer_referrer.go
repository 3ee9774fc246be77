package discussion

import (
	"context"
	"slices"
	"strings"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// AnswerReferrer notes which of the fixed sentences the referrer heard; a member reads them too.
func (s *Referrals) AnswerReferrer(ctx context.Context, by deed.By, referral livc.ID, stems []string) error {
	if !aPhrase(stems) {
		return livc.Invalid("answer_referrer.choose", law.ReferralGates).At("sentence")
	}
	return s.Gate.Do(ctx, by, access.AnswerReferrer, on(referral), func(tx *deed.Tx) error {
		r, err := s.Book.Referral(ctx, tx, referral)
		if err != nil {
			return err
		}
		if r.State == livc.ConversationAsked || r.State == livc.Withdrawn {
			return livc.Conflict("conflict.changed")
		}
		r.Answered, r.Answer = tx.Today, strings.Join(stems, " ")
		return s.save(ctx, tx, r)
	})
}

func aPhrase(stems []string) bool {
	for _, stem := range stems {
		if !slices.ContainsFunc(ReferrerSentences(), func(n seed.Named) bool { return n.Stem == stem }) {
			return false
		}
	}
	return len(stems) > 0
}

// Sentences are the stems of the answer that the referrer had.
func (r Referral) Sentences() []string { return strings.Fields(r.Answer) }
