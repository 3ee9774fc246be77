package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AnswerThinking is the input of the use case of that name.
type AnswerThinking struct {
	ID     livc.ID
	Advice Advice
	Text   livc.Secret
}

// AnswerThinking answers a question of the coordinator's own municipality; 14 days later all of it is
// gone.
func (s *Referrals) AnswerThinking(ctx context.Context, by deed.By, in AnswerThinking) error {
	var faults livc.Faults
	faults.Check(contains(Advices(), in.Advice), "advice", "answer_thinking.advice")
	faults.Check(in.Text.Len() <= MaxText, "text", "error.too_long")
	if err := faults.Err(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.AnswerThinking, access.Whole(by.Livc), func(tx *deed.Tx) error {
		t, err := s.Book.Thinking(ctx, tx, in.ID)
		if err != nil {
			return err
		}
		if t.Municipality != s.listensFor(ctx, tx) || tx.Today >= t.EraseOn {
			return livc.NotFound()
		}
		if t.Answered != "" {
			return livc.Conflict("conflict.changed")
		}
		t.Advice, t.Answered, t.EraseOn = in.Advice, tx.Today, tx.Today.Add(0, 0, law.LongestTerms().ThinkingAlongDays)
		if err := tx.Keep(t.Note, thinkingAnswer, thinkingAnswer, ThinkingAnswer{in.Text}); err != nil {
			return err
		}
		return s.Book.AnswerThinking(ctx, tx, t)
	})
}
