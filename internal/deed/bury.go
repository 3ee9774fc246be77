package deed

import (
	"fmt"

	"beraad.eu/internal/audit"
	"beraad.eu/livc"
)

// Burial is what is said of something that was erased: what sort of thing, whose, why, and which classes of
// it went; nothing of what it was (R14). Dutch: begrafenis.
type Burial struct {
	Kind, Cause        string
	Object, Controller livc.ID
	Classes            []string
}

// Bury leaves a tombstone with a certificate, signed by the node: a note that anybody can check who has the
// public half of that key.
func (tx *Tx) Bury(b Burial) (livc.ID, error) {
	t := Tombstone{Livc: tx.By.Livc, ID: tx.NewID(), Object: b.Object, Controller: b.Controller, Kind: b.Kind, Cause: b.Cause, Day: tx.Today, At: tx.At}
	c := audit.Certificate{Origin: audit.ErasureOrigin(tx.gate.Installation, tx.By.Livc), ID: t.ID, Kind: b.Kind, Cause: b.Cause, Day: tx.Today, Classes: b.Classes}
	seed := tx.gate.Node.Seed()
	defer clear(seed)
	signer, err := audit.NewSigner(c.Origin, seed)
	if err != nil {
		return "", err
	}
	if t.Certificate, err = audit.SignCertificate(c, signer); err != nil {
		return "", fmt.Errorf("certify an erasure: %w", err)
	}
	return t.ID, tx.batch.PutTombstone(tx.ctx, t)
}

// Certificate checks a certificate of this LIVC R with the node's own key. key is the public half as the
// line of text with which others check it.
func (tx *Tx) Certificate(note []byte) (c audit.Certificate, key string, err error) {
	origin, public := audit.ErasureOrigin(tx.gate.Installation, tx.By.Livc), tx.gate.Node.Public()
	if key, err = audit.VerifierText(origin, public); err != nil {
		return c, "", err
	}
	v, err := audit.NewVerifier(origin, public)
	if err != nil {
		return c, "", err
	}
	c, err = audit.OpenCertificate(note, v)
	return c, key, err
}
