package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"fmt"
)

// The one format there is, and its suites. A new suite gets a new number; none is ever reused.
const (
	formatOne byte = 1

	suiteAEAD     byte = 1 // AES-256-GCM, random nonce
	suiteHPKE     byte = 2 // HPKE: MLKEM768X25519, HKDF-SHA256, AES-256-GCM
	suiteUnlocker byte = 3 // HKDF from a strong secret, commitment, AES-256-GCM
	suiteArgon    byte = 4 // Argon2id from a passphrase, then as suiteUnlocker
)

// What AES-256-GCM adds to a text.
const (
	nonceSize = 12
	tagSize   = 16
)

// keySize is the length in bytes of every symmetric key and seed.
const keySize = 32

// headSize is format, suite and epoch; noEpoch stands in blobs that the epoch layer goes around.
const (
	headSize        = 6
	noEpoch  uint32 = 0
)

func head(suite byte, epoch uint32) []byte {
	return binary.BigEndian.AppendUint32([]byte{formatOne, suite}, epoch)
}

// readHead gives suite and epoch of a blob of the known format, and what follows them.
func readHead(blob []byte) (suite byte, epoch uint32, rest []byte, err error) {
	if len(blob) < headSize || blob[0] != formatOne {
		return 0, 0, nil, ErrUnknown
	}
	return blob[1], binary.BigEndian.Uint32(blob[2:]), blob[headSize:], nil
}

// innerRest is what follows the head of a blob that must have this suite and no epoch.
func innerRest(blob []byte, suite byte) ([]byte, error) {
	s, epoch, rest, err := readHead(blob)
	if err != nil || s != suite || epoch != noEpoch {
		return nil, ErrUnknown
	}
	return rest, nil
}

// EpochOf tells under which epoch an outer blob stands, so that rotation can find the old ones.
func EpochOf(outer []byte) (uint32, error) {
	suite, epoch, _, err := readHead(outer)
	if err != nil || suite != suiteAEAD || epoch == noEpoch {
		return 0, ErrUnknown
	}
	return epoch, nil
}

// gcm panics on a key of the wrong length: keys are made or checked in this package only.
func gcm(key []byte) cipher.AEAD {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		panic(err)
	}
	return aead
}

// sealUnder gives front | nonce | ciphertext. front and context are authenticated; the length of
// front is fixed by the suite, so the two cannot be shifted against each other.
func sealUnder(key, front, context, plain []byte) []byte {
	return sealBy(gcm(key), front, context, plain)
}

func sealBy(aead cipher.AEAD, front, context, plain []byte) []byte {
	blob := append(make([]byte, 0, len(front)+len(plain)+aead.Overhead()), front...)
	return aead.Seal(blob, nil, plain, append(front[:len(front):len(front)], context...))
}

// openUnder is the other half of sealUnder, given front and what follows it.
func openUnder(key, front, context, rest []byte) ([]byte, error) {
	if len(key) != keySize { // wiped, or chosen by whoever sealed to a public key
		return nil, ErrBroken
	}
	return openBy(gcm(key), front, context, rest)
}

// openBy opens with a cipher at hand. No cipher is a key that was wiped.
func openBy(aead cipher.AEAD, front, context, rest []byte) ([]byte, error) {
	return openInto(nil, aead, append(front[:len(front):len(front)], context...), rest)
}

// openInto opens into the room of to; bound is front and context.
func openInto(to []byte, aead cipher.AEAD, bound, rest []byte) ([]byte, error) {
	if aead == nil {
		return nil, ErrBroken
	}
	plain, err := aead.Open(to[:0], nil, rest, bound)
	if err != nil {
		return nil, ErrBroken
	}
	return plain, nil
}

// sealInner seals with AES-256-GCM under a key that no epoch belongs to.
func sealInner(key, context, plain []byte) []byte {
	return sealUnder(key, head(suiteAEAD, noEpoch), context, plain)
}

func openInner(key, context, blob []byte) ([]byte, error) {
	rest, err := innerRest(blob, suiteAEAD)
	if err != nil {
		return nil, err
	}
	return openUnder(key, blob[:headSize], context, rest)
}

// random draws n bytes; crypto/rand never fails, it ends the program instead.
func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}

// exactKey copies a key that came from outside, if it has the right length.
func exactKey(what string, key []byte) ([]byte, error) {
	if len(key) != keySize {
		return nil, fmt.Errorf("%s of %d bytes: %w", what, len(key), ErrWeak)
	}
	return append([]byte(nil), key...), nil
}
