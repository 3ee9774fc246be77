package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// ThinkingAnswer is what the coordinator answers, beside the one word. Dutch: antwoord bij het meedenken.
type ThinkingAnswer struct{ Text livc.Secret }

// Exchange is a question to think along with its answer. Dutch: meedenkvraag met antwoord.
type Exchange struct {
	Thinking Thinking
	Mine     bool
	Text     *ThinkingText
	Answer   *ThinkingAnswer
}

// ThinkingAlong lists what the actor asked; for a coordinator also what was asked of her.
func (s *Referrals) ThinkingAlong(ctx context.Context, by deed.By) (list []Exchange, err error) {
	err = s.Gate.Look(ctx, by, access.ViewThinking, access.Whole(by.Livc), func(tx *deed.Tx) error {
		list = nil
		rows, err := s.Book.ThinkingOf(ctx, tx, tx.By.Hat, s.listensFor(ctx, tx))
		if err != nil {
			return err
		}
		for _, t := range rows {
			if tx.Today >= t.EraseOn {
				continue
			}
			e := Exchange{Thinking: t, Mine: t.Hat == tx.By.Hat, Text: new(ThinkingText)}
			if err := s.exchange(tx, &e); err != nil {
				return err
			}
			list = append(list, e)
		}
		return nil
	})
	return list, err
}

// listensFor is the municipality for which the actor listens; empty for everybody but its coordinators.
func (s *Referrals) listensFor(ctx context.Context, tx *deed.Tx) livc.ID {
	if tx.By.Function != livc.Coordinator {
		return ""
	}
	m, err := s.own(ctx, tx)
	if err != nil {
		return ""
	}
	return m.ID
}

func (s *Referrals) exchange(tx *deed.Tx, e *Exchange) error {
	if err := tx.Later(e.Thinking.Note, thinkingQuestion, e.Text); err != nil || e.Thinking.Answered == "" {
		return err
	}
	e.Answer = new(ThinkingAnswer)
	return tx.Later(e.Thinking.Note, thinkingAnswer, e.Answer)
}
