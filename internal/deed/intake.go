package deed

import (
	"fmt"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// signIntake signs the public half of a new intake as its maker.
func (tx *Tx) signIntake(c Container, public []byte) Intake {
	base, hat := tx.gate.Base(c.Livc), tx.keys.Hat()
	return Intake{Public: public, Signature: seal.SignIntake(base, c.ID, c.KeyVersion, public, hat), Signer: tx.By.Hat}
}

// intakeOf gives the public half of an intake, after its signature was checked: everybody drops into it
// and nobody can look, so a half that somebody put there would go unnoticed for long (C7). Who signs is
// a chair on the controller's own list, because what is referred is the mayor's (law art. 3 § 2).
func (tx *Tx) intakeOf(c Container) ([]byte, error) {
	l, err := tx.list(c.Organisation)
	if err != nil {
		return nil, fmt.Errorf("find who signed an intake: %w", err)
	}
	return tx.signedIntake(c, l)
}

// signedIntake gives the public half of an intake that a chair on this list signed.
func (tx *Tx) signedIntake(c Container, l list) ([]byte, error) {
	signer, ok := l.ever(c.Intake.Signer)
	if !ok || !signer.Function.Chairs() || !l.municipal() {
		return nil, fmt.Errorf("find who signed an intake: %w", errNoMember)
	}
	err := seal.CheckIntake(tx.gate.Base(c.Livc), c.ID, c.KeyVersion, c.Intake.Public, c.Intake.Signature, signer.Sig)
	return c.Intake.Public, err
}

// isIntake tells whether a record of c is sealed to the public half: all but the private half itself.
func (c Container) isIntake(record livc.ID) bool {
	return c.Kind == livc.IntakeContainer && record != intakePrivate
}

// municipal tells whether a list began as a municipality's: a list manager writes the functions on the
// own list, but cannot change how it began, so a partner does not become a mayor by writing so.
func (l list) municipal() bool {
	for _, m := range l[0].Members {
		if f := m.Function; !f.Chairs() && f != livc.Founder && f != livc.Coordinator {
			return false
		}
	}
	return true
}
