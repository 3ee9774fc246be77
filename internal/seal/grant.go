package seal

import (
	"crypto/sha256"
	"fmt"

	"beraad.eu/livc"
)

// Grant says who handed the key of a container to whom, on the strength of which list of authorised
// persons, and why (a word of the vocabulary, no free text). Recipient and Granter are hats.
// Dutch: sleuteloverdracht.
type Grant struct {
	Livc, Container    livc.ID
	KeyVersion         int
	Recipient, Granter livc.ID
	ManifestVersion    int
	Reason             string
}

// grantDomain keeps signatures of grants apart from all others.
const grantDomain = "grant"

func (g Grant) context(b Base) []byte {
	return b.context("grant", string(g.Container), decimal(g.KeyVersion), string(g.Recipient),
		string(g.Granter), decimal(g.ManifestVersion), g.Reason)
}

// statement is what the granter signs: the grant and the very bytes that carry it.
func (g Grant) statement(b Base, sealed []byte) []byte {
	sum := sha256.Sum256(sealed)
	return append(g.context(b), sum[:]...)
}

// SealGrant seals the key of a container to one recipient and signs it as the granter. recipientKEM
// comes from a manifest that was verified, never from a bare row (C7).
func SealGrant(b Base, g Grant, k *Key, recipientKEM []byte, granter *Hat) (sealed, signature []byte, err error) {
	if g.Livc != b.Livc || granter.base != b || g.Granter != granter.id || g.KeyVersion != k.version {
		return nil, nil, fmt.Errorf("seal grant: %w", ErrMisplaced)
	}
	if sealed, err = sealTo(recipientKEM, g.context(b), k.key); err != nil {
		return nil, nil, fmt.Errorf("seal grant: %w", err)
	}
	return sealed, granter.Sign(grantDomain, g.statement(b, sealed)), nil
}

// OpenGrant gives the key, after verifying that the granter signed exactly this grant. granterSig is
// the granter's key in the verified manifest. ErrSignature: not signed by him; ErrMisplaced: not for
// this hat.
func OpenGrant(b Base, g Grant, sealed, signature []byte, recipient *Hat, granterSig []byte) (*Key, error) {
	if !Verify(granterSig, grantDomain, g.statement(b, sealed), signature) {
		return nil, ErrSignature
	}
	if g.Livc != b.Livc || recipient.base != b || g.Recipient != recipient.id {
		return nil, fmt.Errorf("open grant: %w", ErrMisplaced)
	}
	key, err := openWith(recipient.private, g.context(b), sealed)
	if err != nil {
		return nil, err
	}
	if len(key) != keySize {
		return nil, ErrBroken
	}
	return keyOf(g.KeyVersion, key), nil
}
