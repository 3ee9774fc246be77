package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ServiceQuestion is the mayor's question to a service, for the list (R4.1-e). Dutch: vraag voor de lijst.
type ServiceQuestion struct {
	ID, Referral, Hat livc.ID
	Note              livc.ID // container, held by who is asked and by the holders of the list
	State             QuestionState
	Asked, Answered   livc.Day
	EraseOn           livc.Day
	Text              *ServiceText   // opened after the leaf is committed
	Answer            *ServiceAnswer // when answered
}

// QuestionState is where a question to a service stands. Dutch: staat van de vraag voor de lijst.
type QuestionState string

// The states; silence is an answer that asks for no reason.
const (
	QuestionAsked    QuestionState = "asked"
	QuestionAnswered QuestionState = "answered"
	QuestionSilent   QuestionState = "silent"
)

// ServiceText is what a service is asked; the name only when the mayor gave it. Dutch: tekst van de vraag
// voor de lijst.
type ServiceText struct{ Question, First, Last, BirthYear livc.Secret }

// ServiceAnswer is what it answered. Dutch: antwoord voor de lijst.
type ServiceAnswer struct{ Text livc.Secret }

// AskService is the input of the use case of that name.
type AskService struct {
	Referral, Hat livc.ID
	Question      livc.Secret
	WithName      bool
}

const (
	serviceText   = "service_text"
	serviceAnswer = "service_answer"
)

// AskService asks a service what the mayor needs for the list. Who is asked may stay silent.
func (s *Referrals) AskService(ctx context.Context, by deed.By, in AskService) (made livc.ID, err error) {
	var faults livc.Faults
	faults.Check(!in.Question.Empty(), "question", "ask_service.question", law.MayorsList)
	faults.Check(in.Question.Len() <= MaxFact, "question", "error.too_long")
	faults.Check(in.Hat != "", "hat", "ask_service.hat", law.MayorsList)
	if err := faults.Err(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.AskService, on(in.Referral), func(tx *deed.Tx) error {
		r, err := s.undecided(ctx, tx, in.Referral, 0)
		if err != nil {
			return err
		}
		made, err = s.askService(ctx, tx, r, in)
		tx.Made(made)
		return err
	})
	return made, err
}

func (s *Referrals) askService(ctx context.Context, tx *deed.Tx, r Referral, in AskService) (livc.ID, error) {
	hats, err := s.Book.Hats(ctx, tx)
	if err != nil {
		return "", err
	}
	if h := hatOf(hats, in.Hat); h.Function != livc.Participant || !h.HasAccount() {
		return "", livc.Invalid("ask_service.hat", law.MayorsList).At("hat")
	}
	text := ServiceText{Question: in.Question}
	if in.WithName {
		var told Told
		if err := tx.Open(r.Container, r.ID, &told); err != nil {
			return "", err
		}
		text.First, text.Last, text.BirthYear = told.First, told.Last, told.BirthYear
	}
	q := ServiceQuestion{ID: tx.NewID(), Referral: r.ID, Hat: in.Hat, State: QuestionAsked, Asked: tx.Today, EraseOn: r.EraseOn}
	if q.Note, err = s.questionNote(ctx, tx, r, in.Hat); err != nil {
		return "", err
	}
	if err := tx.Keep(q.Note, serviceText, serviceText, text); err != nil {
		return "", err
	}
	return q.ID, s.Book.InsertQuestion(ctx, tx, q)
}

// questionNote is held by the one who is asked and by the holders of that list.
func (s *Referrals) questionNote(ctx context.Context, tx *deed.Tx, r Referral, hat livc.ID) (livc.ID, error) {
	m, err := s.Book.Municipality(ctx, tx, r.Municipality)
	if err != nil {
		return "", err
	}
	holders, err := tx.Holders(m.List)
	if err != nil {
		return "", err
	}
	return tx.NewContainer(livc.NoteContainer, m.Organisation, "", hat, "ask_service", append(holders, hat)...)
}
