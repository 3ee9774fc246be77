package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// StepTopic is what an LIVC R looks at again and again: the seven steps of the playbook, and the roles
// (R0.4-a, R2.3.3-g). Dutch: wat we opnieuw bekijken.
type StepTopic string

// The topics, in the order of the playbook; the roles come last.
const (
	StepSupport    StepTopic = "support"
	StepProtocol   StepTopic = "protocol"
	StepInvitation StepTopic = "invitation"
	StepDiscussion StepTopic = "discussion"
	StepFollowUp   StepTopic = "followup"
	StepProcessing StepTopic = "processing"
	StepEvaluation StepTopic = "closing"
	TheRoles       StepTopic = "roles"
)

// Topics lists the topics.
func Topics() []StepTopic {
	return []StepTopic{StepSupport, StepProtocol, StepInvitation, StepDiscussion, StepFollowUp, StepProcessing, StepEvaluation, TheRoles}
}

// StepReview is when a topic was looked at, and when it is again. Dutch: blik op een stap.
type StepReview struct {
	Topic  StepTopic
	Looked livc.Day // "" = never
	Due    livc.Day
}

// Asks tells whether it is time to look again.
func (r StepReview) Asks(on livc.Day) bool { return r.Due <= on }

// StepBoard is the cycle of the seven steps, with the people who hold many roles (R0.4-a, R2.3.3-d, R2.3.3-g).
// Dutch: stappenbord.
type StepBoard struct {
	Reviews []StepReview
	Many    []Hat // hold so many roles that it is worth a talk
	May     bool  // the reader may note that a topic was looked at
}

// Steps shows the board to everybody in the network: the steps come back, and none is ever finished.
func (s *Service) Steps(ctx context.Context, by deed.By) (b StepBoard, err error) {
	err = s.Gate.Look(ctx, by, access.ViewSteps, access.Whole(by.Livc), func(tx *deed.Tx) error {
		b = StepBoard{May: access.Decide(access.ReviewStep, by.Function, tx.Facts).Answer == access.Allow}
		if b.Reviews, err = s.reviews(ctx, tx); err != nil {
			return err
		}
		b.Many, err = s.many(ctx, tx)
		return err
	})
	return b, err
}

// reviews gives every topic; what was never looked at is due a year after the founding.
func (s *Service) reviews(ctx context.Context, tx *deed.Tx) (list []StepReview, err error) {
	founded, err := s.Book.Founded(ctx, tx)
	if err != nil {
		return nil, err
	}
	noted, err := s.Book.Reviews(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, sub := range Topics() {
		r, ok := noted[sub]
		if !ok {
			r = StepReview{Topic: sub, Due: law.LookAgain(founded)}
		}
		list = append(list, r)
	}
	return list, nil
}

func (s *Service) many(ctx context.Context, tx *deed.Tx) (list []Hat, err error) {
	people, err := s.Book.Hats(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, h := range people {
		n, err := s.Book.Roles(ctx, tx, h.ID)
		if err != nil {
			return nil, err
		}
		if law.TooManyRoles(n) {
			list = append(list, h)
		}
	}
	return list, nil
}
