package seal

import (
	"crypto/ed25519"
	"crypto/hpke"
	"fmt"

	"beraad.eu/livc"
)

// Hat holds the two key pairs of a person in one LIVC R for one controller: one to seal to, one to
// sign with. They follow from the master key, so there is nothing to store and removing one hat
// leaves the others (settled 3). Dutch: hoedanigheid.
type Hat struct {
	mute
	base    Base
	id      livc.ID
	private hpke.PrivateKey
	sign    ed25519.PrivateKey
	pins    []byte // key of what this hat has pinned, and its context
	pinned  []byte
}

// Hat derives the key pairs of one hat; b names its LIVC R.
func (m *Master) Hat(b Base, controller, hat livc.ID) (*Hat, error) {
	if len(m.key) != keySize || hat == "" {
		return nil, fmt.Errorf("derive hat: %w", ErrMisplaced)
	}
	seed := func(pair string) []byte {
		return derive(m.key, nil, b.context("hat", pair, string(controller), string(hat)), keySize)
	}
	kem, sig := seed("kem"), seed("sig")
	defer clear(kem)
	defer clear(sig)
	private, err := hpke.MLKEM768X25519().NewPrivateKey(kem)
	if err != nil {
		return nil, fmt.Errorf("derive hat: %w", err)
	}
	pinned := b.context("pins", string(controller), string(hat))
	return &Hat{base: b, id: hat, private: private, sign: ed25519.NewKeyFromSeed(sig),
		pins: derive(m.key, nil, pinned, keySize), pinned: pinned}, nil
}

// ID is the hat these keys belong to.
func (h *Hat) ID() livc.ID { return h.id }

// KEM is the public key that others seal to: 1216 bytes.
func (h *Hat) KEM() []byte { return h.private.PublicKey().Bytes() }

// Sig is the public key that others verify with: 32 bytes.
func (h *Hat) Sig() []byte { return append([]byte(nil), h.sign[ed25519.SeedSize:]...) }

// Wipe overwrites the signing key and the key of the pins, and lets go of the other; the Hat is of no use afterwards.
func (h *Hat) Wipe() {
	clear(h.sign)
	clear(h.pins)
	h.sign, h.private, h.pins = nil, nil, nil
}

// Sign signs msg for one domain, a fixed word of whoever calls: a signature of one domain never
// counts in another. It proves that a session of this person signed, not what the person meant.
func (h *Hat) Sign(domain string, msg []byte) []byte {
	return ed25519.Sign(h.sign, signed(domain, msg))
}

// Verify tells whether sig is a signature of pub's owner on msg in this domain.
func Verify(pub []byte, domain string, msg, sig []byte) bool {
	return len(pub) == ed25519.PublicKeySize && ed25519.Verify(pub, signed(domain, msg), sig)
}

// signed is what is really signed. It begins with a zero byte, as no text does, so that it can never
// be read as a checkpoint or another signed note.
func signed(domain string, msg []byte) []byte {
	return appendFields(nil, []byte(protocol), []byte("sign"), []byte(domain), msg)
}
