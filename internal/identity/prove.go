package identity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Proof is a person who showed that it is he, with his keys open. It lives until Begin; who does not
// get there calls Drop.
type Proof struct {
	person Person
	used   []Unlocker // as they must be saved: the last step, the sign counter
	master *seal.Master
	stage  Stage
}

// Drop forgets the master key.
func (p *Proof) Drop() { p.master.Wipe() }

// Person tells who it is.
func (p *Proof) Person() livc.ID { return p.person.ID }

// From says where an attempt comes from: the address class of a stranger, or the session of a
// step-up, which has a budget of its own.
type From struct {
	Address string
	Session *Session
}

// wrong is the one answer to a wrong passphrase, code, passkey or account.
func wrong() error { return livc.Invalid("signin.wrong") }

// allow counts the attempt. Accounts that are not known are counted like known ones.
func (d *Door) allow(c Candidate, from From, now time.Time) error {
	if from.Session != nil {
		return d.limits.session.Allow(from.Session.Row.ID, now)
	}
	if err := d.limits.address.Allow(AddressClass(from.Address), now); err != nil || c.account == "" {
		return err
	}
	return d.limits.account.Allow(string(c.account), now)
}

// ProvePassphrase opens the keys with a passphrase and checks the second factor: the TOTP code, or
// the passkey that LookShown found. What was wrong is not told.
func (d *Door) ProvePassphrase(ctx context.Context, c Candidate, passphrase, code string, from From, now time.Time) (*Proof, error) {
	if err := d.allow(c, from, now); err != nil {
		return nil, err
	}
	u, known := c.of(Passphrase)
	if !known {
		u = d.decoy
	}
	m, err := d.derive(ctx, u, passphrase)
	if errors.Is(err, seal.ErrWrongSecret) || (err == nil && !known) {
		return nil, wrong()
	}
	if err != nil {
		return nil, err
	}
	second, err := d.second(c, m, code, now)
	if err != nil {
		m.Wipe()
		return nil, err
	}
	return d.proof(c, m, OpenStage, now, u, second), nil
}

func (d *Door) derive(ctx context.Context, u Unlocker, passphrase string) (m *seal.Master, err error) {
	err = d.admission.Do(ctx, func() error {
		m, err = d.open(u, []byte(NormalPassphrase(passphrase)))
		return err
	})
	return m, err
}

// second is the second factor, as it must be saved.
func (d *Door) second(c Candidate, m *seal.Master, code string, now time.Time) (Unlocker, error) {
	if u, ok := c.shownKey(); ok {
		return u, nil
	}
	u, ok := c.of(TOTP)
	if !ok {
		return Unlocker{}, wrong()
	}
	secret, err := d.openTOTP(u, m)
	if err != nil {
		return Unlocker{}, err
	}
	if u.Step, ok = CheckTOTP(secret, code, now, u.Step); !ok {
		return Unlocker{}, wrong()
	}
	return u, nil
}

// ProveRecovery opens the keys with the printed code. The session that follows may do one thing:
// make a new unlocker.
func (d *Door) ProveRecovery(_ context.Context, c Candidate, code string, from From, now time.Time) (*Proof, error) {
	if err := d.allow(c, from, now); err != nil {
		return nil, err
	}
	u, known := c.of(Recovery)
	secret, err := seal.ParseRecoveryCode(code)
	if err != nil || !known {
		return nil, wrong()
	}
	m, err := d.open(u, secret)
	if errors.Is(err, seal.ErrWrongSecret) {
		return nil, wrong()
	}
	if err != nil {
		return nil, fmt.Errorf("open with the recovery code: %w", err)
	}
	return d.proof(c, m, RenewStage, now, u), nil
}

func (d *Door) proof(c Candidate, m *seal.Master, stage Stage, now time.Time, used ...Unlocker) *Proof {
	for i := range used {
		used[i].Used = now
	}
	return &Proof{person: c.person, used: used, master: m, stage: stage}
}
