package support

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ReviewStep is the input of the use case of that name.
type ReviewStep struct {
	Topic StepTopic
	Next  livc.Day // when to look again; "" = in a year
}

// ReviewStep notes that a topic was looked at today, and when it is again: within the year. What was
// found stands in the protocol or the minutes, not here (R0.4-a, R2.3.3-g).
func (s *Service) ReviewStep(ctx context.Context, by deed.By, in ReviewStep) error {
	if !slices.Contains(Topics(), in.Topic) {
		return livc.Invalid("review_step.topic", law.StepsRecur).At("topic")
	}
	return s.Gate.Do(ctx, by, access.ReviewStep, access.Whole(by.Livc), func(tx *deed.Tx) error {
		next := in.Next
		if next == "" {
			next = law.LookAgain(tx.Today)
		}
		if next <= tx.Today || next > law.LookAgain(tx.Today) {
			return livc.Invalid("review_step.next", law.StepsRecur).At("next")
		}
		return s.Book.SetReview(ctx, tx, StepReview{Topic: in.Topic, Looked: tx.Today, Due: next})
	})
}
