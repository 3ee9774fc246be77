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
	TermOver    Cause = "term"    // the term was over
	Mistake     Cause = "mistake" // a mistake, or another person
	OwnDecision Cause = "own"     // who kept it decided so
)

// Causes lists the causes.
func Causes() []Cause { return []Cause{TermOver, Mistake, OwnDecision} }

// EraseNow forgets an own dossier before its day: nobody has to keep one (R6.2-a, R6.2-k).
func (s *Service) EraseNow(ctx context.Context, by deed.By, id livc.ID) (proof livc.ID, err error) {
	err = s.Gate.Do(ctx, by, access.EraseNow, dossier(id), func(tx *deed.Tx) error {
		proof, err = s.forgetDossier(ctx, tx, id, OwnDecision)
		tx.Made(proof)
		return err
	})
	return proof, s.wipe(ctx, err)
}

// MayErase tells whether somebody may forget a case before its day; the page asks once more.
func (s *Service) MayErase(ctx context.Context, by deed.By, caseID livc.ID) error {
	return s.Gate.Look(ctx, by, access.EraseNow, access.Case(caseID), func(*deed.Tx) error { return nil })
}

// EraseMistake forgets a case at once: it was a mistake, or another person. Who keeps an own dossier of
// it is told and decides for himself (5.2 C, R13).
func (s *Service) EraseMistake(ctx context.Context, by deed.By, caseID livc.ID) (proof livc.ID, err error) {
	err = s.Gate.Do(ctx, by, access.EraseNow, access.Case(caseID), func(tx *deed.Tx) error {
		proof, err = s.ForgetMistake(ctx, tx, caseID)
		tx.Made(proof)
		return err
	})
	return proof, s.wipe(ctx, err)
}

// ForgetMistake does so inside a deed of another step, such as the one that closes a case at the table.
func (s *Service) ForgetMistake(ctx context.Context, tx *deed.Tx, caseID livc.ID) (livc.ID, error) {
	keepers, err := s.Book.KeepersOf(ctx, tx, caseID)
	if err != nil {
		return "", err
	}
	for _, d := range keepers {
		if err := s.Book.Notice(ctx, tx, d.ID, string(Mistake), d.Retention.End()); err != nil {
			return "", err
		}
		if err := tx.Mail(d.Hat, mailDossier); err != nil {
			return "", err
		}
	}
	return s.forgetCase(ctx, tx, caseID, Mistake)
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
	if err := s.Book.EraseCase(ctx, tx, caseID); err != nil {
		return "", err
	}
	return tx.Bury("case", caseID, string(why))
}

func (s *Service) forgetDossier(ctx context.Context, tx *deed.Tx, id livc.ID, why Cause) (livc.ID, error) {
	if err := s.Book.EraseDossier(ctx, tx, id); err != nil {
		return "", err
	}
	return tx.Bury("dossier", id, string(why))
}
