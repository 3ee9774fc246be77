package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/plain"
	"beraad.eu/livc"
)

// Thinking is a question to think along, without a name: gate 2. Dutch: meedenken zonder naam.
type Thinking struct {
	ID, Municipality, Hat livc.ID
	Note                  livc.ID // container, held by who asks and by the coordinators
	Advice                Advice
	Asked, Answered       livc.Day
	EraseOn               livc.Day
}

// Advice is the coordinator's answer in one word. Dutch: raad.
type Advice string

// The answers.
const (
	OwnHelpFirst Advice = "own_help"
	AskAdvice    Advice = "ask_advice"
	Refer        Advice = "refer"
	CallPolice   Advice = "police"
)

// Advices lists the answers.
func Advices() []Advice { return []Advice{OwnHelpFirst, AskAdvice, Refer, CallPolice} }

// ThinkAlong is the input of the use case of that name: the six short questions.
type ThinkAlong struct {
	Municipality livc.ID
	Text         ThinkingText
}

// ThinkingText is what is asked, and what is answered, in general words. Dutch: vraag zonder naam.
type ThinkingText struct{ Saw, Changed, GoesWell, Did, Worry, Hope livc.Secret }

// Fields gives the answers by the name of their field, in the order of the questions.
func (t ThinkingText) Fields() []ThinkingField {
	return []ThinkingField{{"saw", t.Saw}, {"changed", t.Changed}, {"goes_well", t.GoesWell}, {"did", t.Did}, {"worry", t.Worry}, {"hope", t.Hope}}
}

// ThinkingField is one answer. Dutch: antwoord op een korte vraag.
type ThinkingField struct {
	Name string
	Text livc.Secret
}

const (
	thinkingQuestion = "question"
	thinkingAnswer   = "answer"
)

// ThinkAlong asks the coordinator to think along. Nothing that can point to a person may stand in it: a
// mark blocks the sending, because the protection of the table does not hold yet (gate 2).
func (s *Referrals) ThinkAlong(ctx context.Context, by deed.By, in ThinkAlong) (made livc.ID, err error) {
	if err := in.Text.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.ThinkAlong, access.Whole(by.Livc), func(tx *deed.Tx) error {
		p, err := s.Book.Settings(ctx, tx)
		if err != nil {
			return err
		}
		if !p.ThinkAlong {
			return livc.Denied("think_along.off", law.OralReferral)
		}
		made, err = s.think(ctx, tx, in)
		tx.Made(made)
		return err
	})
	return made, err
}

func (t ThinkingText) check() error {
	var faults livc.Faults
	faults.Check(!t.Saw.Empty(), "saw", "think_along.saw")
	for _, f := range t.Fields() {
		faults.Check(f.Text.Len() <= MaxFact, f.Name, "error.too_long")
	}
	return faults.Err()
}

func (s *Referrals) think(ctx context.Context, tx *deed.Tx, in ThinkAlong) (livc.ID, error) {
	m, err := s.theOne(ctx, tx, in.Municipality)
	if err != nil {
		return "", err
	}
	var faults livc.Faults
	for _, f := range in.Text.Fields() {
		marks := plain.Identifiers(f.Text, plain.Options{Today: tx.Today, Allowed: []string{m.Name}})
		faults.Check(len(marks) == 0, f.Name, "think_along.recognisable")
	}
	if err := faults.Err(); err != nil {
		return "", err
	}
	return s.askToThink(ctx, tx, m.ID, m.Organisation, in.Text)
}

func (s *Referrals) askToThink(ctx context.Context, tx *deed.Tx, municipality, organisation livc.ID, text ThinkingText) (livc.ID, error) {
	desk, err := s.Book.Coordinators(ctx, tx, organisation)
	if err != nil {
		return "", err
	}
	if len(desk) == 0 {
		return "", livc.Denied("think_along.nobody", law.OralReferral)
	}
	terms, err := s.terms(ctx, tx)
	if err != nil {
		return "", err
	}
	t := Thinking{ID: tx.NewID(), Municipality: municipality, Hat: tx.By.Hat, Asked: tx.Today, EraseOn: tx.Today.Add(0, 0, terms.OwnWorryDays)}
	if t.Note, err = tx.NewContainer(livc.NoteContainer, tx.By.Controller, "", tx.By.Hat, "think_along", append(desk, tx.By.Hat)...); err != nil {
		return "", err
	}
	if err := tx.Keep(t.Note, thinkingQuestion, thinkingQuestion, text); err != nil {
		return "", err
	}
	return t.ID, s.Book.InsertThinking(ctx, tx, t)
}
