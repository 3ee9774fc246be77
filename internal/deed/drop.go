package deed

import (
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Vouch gives what a deed of the system needs to drop a text into an intake later, for somebody who has
// no keys (ADR 0019): the newest list of the controller as this actor trusts it, under the service key and
// for one row. Without it the program would have to believe the database about whose list that is.
func (tx *Tx) Vouch(intake livc.ID, table string, row livc.ID) ([]byte, error) {
	c, err := tx.container(intake)
	if err != nil {
		return nil, fmt.Errorf("vouch for an intake: %w", err)
	}
	if _, err := tx.intakeOf(c); err != nil {
		return nil, err
	}
	chain, err := tx.batch.Manifests(tx.ctx, c.Livc, c.Organisation)
	if err != nil {
		return nil, fmt.Errorf("read the list of authorised persons: %w", err)
	}
	l, err := tx.list(c.Organisation)
	if err != nil {
		return nil, err
	}
	pin, err := next(nil, seal.Pin{Livc: c.Livc, Controller: c.Organisation, Root: chain.Root}, l)
	if err != nil {
		return nil, fmt.Errorf("vouch for an intake: %w", err)
	}
	return tx.gate.Service.SealPin(tx.gate.Base(c.Livc), table, string(row), pin), nil
}

// Drop seals a text into an intake for somebody who has no keys. Nobody but the holders of the intake
// reads it, not even who wrote it; and the half it is sealed to was signed by a chair on the list that
// somebody vouched for (C7).
func (tx *Tx) Drop(intake, record livc.ID, kind string, text any, table string, row livc.ID, voucher []byte) error {
	c, err := tx.container(intake)
	if err != nil {
		return fmt.Errorf("drop a %s: %w", kind, err)
	}
	if !c.isIntake(record) {
		return errors.New("deed: without keys a text goes into an intake only")
	}
	l, err := tx.vouched(c, table, row, voucher)
	if err != nil {
		return err
	}
	public, err := tx.signedIntake(c, l)
	if err != nil {
		return err
	}
	plain, err := livc.PackText(text)
	if err != nil {
		return err
	}
	r := Record{Livc: c.Livc, Container: c.ID, ID: record, Kind: kind, Revision: 1, KeyVersion: c.KeyVersion, At: tx.At}
	if r.Wrapped, r.Body, err = seal.SealToIntake(tx.gate.Base(c.Livc), ref(r), public, plain); err != nil {
		return fmt.Errorf("drop a %s: %w", kind, err)
	}
	return tx.put(r)
}

// vouched is the list of a controller, if it goes on from the one that was vouched for and is no older
// than what this program has seen.
func (tx *Tx) vouched(c Container, table string, row livc.ID, voucher []byte) (list, error) {
	pin, err := tx.gate.Service.OpenPin(tx.gate.Base(c.Livc), table, string(row), voucher)
	if err != nil {
		return nil, fmt.Errorf("open a voucher: %w", err)
	}
	chain, err := tx.batch.Manifests(tx.ctx, c.Livc, c.Organisation)
	if err != nil {
		return nil, fmt.Errorf("read the list of authorised persons: %w", err)
	}
	l, err := tx.gate.check(chain)
	if err != nil {
		return nil, err
	}
	if _, err := pin.Check(l); err != nil {
		return nil, fmt.Errorf("compare a list with what was vouched for: %w", err)
	}
	if known := tx.gate.known(place{c.Livc, c.Organisation}); known != nil {
		_, err = next(known, seal.Pin{}, l)
	}
	return l, err
}

// Pass is what somebody keeps who typed the code of a row right: it opens the row again without the code,
// for as long as the row itself says. It belongs to one row of one LIVC R and is kept nowhere.
func (g *Gate) Pass(table string, row, of livc.ID) string {
	return base64.RawURLEncoding.EncodeToString(g.Service.CodeHash(g.Base(livc.Installation), table+" pass", string(row), string(of)))
}

// IsPass tells whether a pass was made for this row of this LIVC R.
func (g *Gate) IsPass(table string, row, of livc.ID, pass string) bool {
	return subtle.ConstantTimeCompare([]byte(g.Pass(table, row, of)), []byte(pass)) == 1
}
