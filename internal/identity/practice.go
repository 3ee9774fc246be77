package identity

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// A practice person has a third unlocker whose secret stands in a file of the practice folder, so that
// one click signs in by the ordinary way. A real installation has neither folder nor kind, and the
// seal refuses the kind once more (settled question 26).

const practiceSize = 32

// practiceRoot opens the practice folder and keeps every path inside it.
func (d *Door) practiceRoot() (*os.Root, error) {
	if d.practice == "" || !d.base.Practice {
		return nil, livc.NotFound()
	}
	return os.OpenRoot(d.practice)
}

// practiceFile is the file of one person.
func practiceFile(person livc.ID) string { return filepath.Base(string(person)) + ".secret" }

// AddPractice makes the practice unlocker and writes its file.
func (k *Kit) AddPractice(now time.Time) error {
	root, err := k.door.practiceRoot()
	if err != nil {
		return err
	}
	defer root.Close()
	secret := make([]byte, practiceSize)
	_, _ = rand.Read(secret) // never fails: crypto/rand ends the program instead
	u, err := k.door.wrap(Practice, k.state.Person, secret, k.master)
	if err != nil {
		return err
	}
	if err := root.WriteFile(practiceFile(k.state.Person), secret, 0o600); err != nil {
		return fmt.Errorf("write a practice secret: %w", err)
	}
	k.add(u, now)
	return nil
}

// LookPractice finds a practice person by id; NotFound in a real installation.
func (d *Door) LookPractice(ctx context.Context, tx Tx, person livc.ID) (Candidate, error) {
	if d.practice == "" || !d.base.Practice {
		return Candidate{}, livc.NotFound()
	}
	return d.lookPerson(ctx, tx, person)
}

// ProvePractice unlocks with the file.
func (d *Door) ProvePractice(c Candidate, now time.Time) (*Proof, error) {
	root, err := d.practiceRoot()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	u, ok := c.of(Practice)
	if !ok {
		return nil, livc.NotFound()
	}
	secret, err := root.ReadFile(practiceFile(c.person.ID))
	if err != nil {
		return nil, fmt.Errorf("read a practice secret: %w", err)
	}
	m, err := d.open(u, secret)
	if errors.Is(err, seal.ErrWrongSecret) {
		return nil, wrong()
	}
	if err != nil {
		return nil, err
	}
	return d.proof(c, m, OpenStage, now, u), nil
}
