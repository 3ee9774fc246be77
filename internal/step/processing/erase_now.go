package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Cause is why something was erased. Dutch: reden van wissen.
type Cause string

// The causes.
const (
	TermOver    Cause = "term"      // the term was over
	Mistake     Cause = "mistake"   // a mistake, or another person
	OwnDecision Cause = "own"       // who kept it decided so
	TakenBack   Cause = "withdrawn" // who referred took it back
	MovedAway   Cause = "moved"     // another town has it, and said so
)

// Causes lists the causes.
func Causes() []Cause { return []Cause{TermOver, Mistake, OwnDecision, TakenBack, MovedAway} }

// Class is a sort of rows that goes when something is erased. Dutch: soort van wat gewist is.
type Class string

// The classes.
const (
	ErasedKeys  Class = "keys"  // wrapped keys: without them no text opens, in no copy
	ErasedText  Class = "text"  // sealed texts
	ErasedPlain Class = "plain" // codes, states, days
	ErasedTies  Class = "stub"  // the tie between the case and rows that stay, for a meeting or a count
)

// Classes lists the classes.
func Classes() []Class { return []Class{ErasedKeys, ErasedText, ErasedPlain, ErasedTies} }

// Erased is what an erasure took: whose it was, and which classes. Dutch: wat gewist is.
type Erased struct {
	Controller livc.ID
	Classes    []Class
}

// bury leaves the proof of an erasure.
func (e Erased) bury(tx *deed.Tx, kind string, object livc.ID, why Cause) (livc.ID, error) {
	b := deed.Burial{Kind: kind, Object: object, Controller: e.Controller, Cause: string(why)}
	for _, c := range e.Classes {
		b.Classes = append(b.Classes, string(c))
	}
	return tx.Bury(b)
}

// EraseNow forgets an own dossier before its day: nobody has to keep one (R6.2-a, R6.2-k).
func (s *Service) EraseNow(ctx context.Context, by deed.By, id livc.ID) (proof livc.ID, err error) {
	err = s.Gate.Do(ctx, by, access.EraseNow, dossier(id), func(tx *deed.Tx) error {
		proof, err = s.forgetDossier(ctx, tx, id, OwnDecision)
		tx.Made(proof)
		return err
	})
	return proof, s.wipe(ctx, err)
}

// MayErase tells whether somebody may forget a case before its day, and why it would be; the page asks once more.
func (s *Service) MayErase(ctx context.Context, by deed.By, caseID livc.ID) (why Cause, err error) {
	err = s.Gate.Look(ctx, by, access.EraseNow, access.Case(caseID), func(tx *deed.Tx) error {
		why, err = s.causeOf(ctx, tx, caseID)
		return err
	})
	return why, err
}

// EraseMistake forgets a case at once: it was a mistake, or another person, or another town has it now and
// said so (R4.1.4-a). Who keeps an own dossier of it is told and decides for himself (5.2 C, R13).
func (s *Service) EraseMistake(ctx context.Context, by deed.By, caseID livc.ID) (proof livc.ID, err error) {
	err = s.Gate.Do(ctx, by, access.EraseNow, access.Case(caseID), func(tx *deed.Tx) error {
		why, err := s.causeOf(ctx, tx, caseID)
		if err != nil {
			return err
		}
		proof, err = s.forgetNow(ctx, tx, caseID, why)
		tx.Made(proof)
		return err
	})
	return proof, s.wipe(ctx, err)
}

// causeOf is why a case is forgotten before its day.
func (s *Service) causeOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) (Cause, error) {
	sent, err := s.Book.Sent(ctx, tx, caseID)
	if sent.Gone() {
		return MovedAway, err
	}
	return Mistake, err
}

// ForgetMistake does so inside a deed of another step, such as the one that closes a case at the table.
func (s *Service) ForgetMistake(ctx context.Context, tx *deed.Tx, caseID livc.ID) (livc.ID, error) {
	return s.forgetNow(ctx, tx, caseID, Mistake)
}

func (s *Service) forgetNow(ctx context.Context, tx *deed.Tx, caseID livc.ID, why Cause) (livc.ID, error) {
	keepers, err := s.Book.KeepersOf(ctx, tx, caseID)
	if err != nil {
		return "", err
	}
	for _, d := range keepers {
		if err := s.Book.Notice(ctx, tx, d.ID, string(why), d.Retention.End()); err != nil {
			return "", err
		}
		if err := tx.Mail(d.Hat, mailDossier); err != nil {
			return "", err
		}
	}
	return s.forgetCase(ctx, tx, caseID, why)
}

// forgetCase leaves each dossier its own clock, erases the rest, and buries it (R4, R13, R14).
func (s *Service) forgetCase(ctx context.Context, tx *deed.Tx, caseID livc.ID, why Cause) (livc.ID, error) {
	keepers, err := s.Book.KeepersOf(ctx, tx, caseID)
	if err != nil {
		return "", err
	}
	for _, d := range keepers {
		if err := s.Book.SetDossier(ctx, tx, d); err != nil {
			return "", err
		}
	}
	e, err := s.Book.EraseCase(ctx, tx, caseID)
	if err != nil {
		return "", err
	}
	return e.bury(tx, "case", caseID, why)
}

func (s *Service) forgetDossier(ctx context.Context, tx *deed.Tx, id livc.ID, why Cause) (livc.ID, error) {
	e, err := s.Book.EraseDossier(ctx, tx, id)
	if err != nil {
		return "", err
	}
	return e.bury(tx, "dossier", id, why)
}
