package audit

import (
	"crypto/ed25519"
	"fmt"

	"golang.org/x/mod/sumdb/note"
)

// signer signs the checkpoints of one log. It is a note.Signer over an Ed25519 key that stays where it
// is: the node key.
type signer struct {
	note.Verifier
	key ed25519.PrivateKey
}

// Sign signs the text of a note.
func (s signer) Sign(msg []byte) ([]byte, error) { return ed25519.Sign(s.key, msg), nil }

// NewSigner makes the signer of the log with this origin, from an Ed25519 seed of 32 bytes.
func NewSigner(origin string, seed []byte) (note.Signer, error) {
	if len(seed) != ed25519.SeedSize {
		return nil, fmt.Errorf("audit: a seed has %d bytes, not %d", ed25519.SeedSize, len(seed))
	}
	key := ed25519.NewKeyFromSeed(seed)
	v, err := NewVerifier(origin, key.Public().(ed25519.PublicKey))
	if err != nil {
		return nil, err
	}
	return signer{v, key}, nil
}

// NewVerifier makes the verifier of the log with this origin from the public half of the node key.
func NewVerifier(origin string, public ed25519.PublicKey) (note.Verifier, error) {
	text, err := VerifierText(origin, public)
	if err != nil {
		return nil, err
	}
	v, err := note.NewVerifier(text)
	if err != nil {
		return nil, fmt.Errorf("read verifier key of %s: %w", origin, err)
	}
	return v, nil
}

// VerifierText is the public half as one line of text, to hand to those who keep checkpoints; it is the
// form that note.NewVerifier and tools of others read.
func VerifierText(origin string, public ed25519.PublicKey) (string, error) {
	text, err := note.NewEd25519VerifierKey(origin, public)
	if err != nil {
		return "", fmt.Errorf("write verifier key of %s: %w", origin, err)
	}
	return text, nil
}
