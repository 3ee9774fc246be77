package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// AnswerService is the input of the use case of that name.
type AnswerService struct {
	ID     livc.ID
	Text   livc.Secret
	Silent bool // no answer; nobody asks why
}

// QuestionsForMe lists what a mayor asked the actor, with the text.
func (s *Referrals) QuestionsForMe(ctx context.Context, by deed.By) (list []ServiceQuestion, err error) {
	err = s.Gate.Look(ctx, by, access.ViewServiceAsk, drawer(by.Hat), func(tx *deed.Tx) error {
		list = nil
		rows, err := s.Book.QuestionsTo(ctx, tx, tx.By.Hat)
		for _, q := range rows {
			if q.State != QuestionAsked || tx.Today >= q.EraseOn {
				continue
			}
			if err := readQuestion(tx, &q); err != nil {
				return err
			}
			list = append(list, q)
		}
		return err
	})
	return list, err
}

// AnswerService answers the mayor, or says that no answer will come: nobody must speak.
func (s *Referrals) AnswerService(ctx context.Context, by deed.By, in AnswerService) error {
	var faults livc.Faults
	faults.Check(in.Silent || !in.Text.Empty(), "text", "answer_service.text")
	faults.Check(in.Text.Len() <= MaxText, "text", "error.too_long")
	if err := faults.Err(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.AnswerService, drawer(by.Hat), func(tx *deed.Tx) error {
		q, err := s.Book.Question(ctx, tx, in.ID)
		if err != nil {
			return err
		}
		if q.Hat != tx.By.Hat || q.State != QuestionAsked || tx.Today >= q.EraseOn {
			return livc.NotFound()
		}
		q.State, q.Answered = QuestionSilent, tx.Today
		if !in.Silent {
			q.State = QuestionAnswered
			if err := tx.Keep(q.Note, serviceAnswer, serviceAnswer, ServiceAnswer{in.Text}); err != nil {
				return err
			}
		}
		return s.Book.AnswerQuestion(ctx, tx, q)
	})
}

// questionsOf opens the questions about a referral for a holder of the list.
func (s *Referrals) questionsOf(ctx context.Context, tx *deed.Tx, referral livc.ID) ([]ServiceQuestion, error) {
	list, err := s.Book.QuestionsOf(ctx, tx, referral)
	for i := range list {
		holders, err := tx.Holders(list[i].Note)
		if err != nil {
			return nil, err
		}
		if !contains(holders, tx.By.Hat) {
			continue // appointed for the list later than the question
		}
		if err := readQuestion(tx, &list[i]); err != nil {
			return nil, err
		}
	}
	return list, err
}

func readQuestion(tx *deed.Tx, q *ServiceQuestion) error {
	q.Text = new(ServiceText)
	if err := tx.Later(q.Note, serviceText, q.Text); err != nil || q.State != QuestionAnswered {
		return err
	}
	q.Answer = new(ServiceAnswer)
	return tx.Later(q.Note, serviceAnswer, q.Answer)
}

// dropQuestions erases the questions about a referral with their notes.
func (s *Referrals) dropQuestions(ctx context.Context, tx *deed.Tx, referral livc.ID) error {
	list, err := s.Book.QuestionsOf(ctx, tx, referral)
	if err != nil {
		return err
	}
	for _, q := range list {
		if err := tx.Destroy(q.Note); err != nil {
			return err
		}
		if err := s.Book.DropQuestion(ctx, tx, q.ID); err != nil {
			return err
		}
	}
	return nil
}
