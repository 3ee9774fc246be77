package seal

import (
	"crypto/subtle"
	"fmt"

	"beraad.eu/livc"
)

// UnlockerKind is what a person unlocks with. Dutch: ontgrendelmiddel.
type UnlockerKind string

// The unlockers. Practice exists in a practice installation only (settled 26).
const (
	Passkey    UnlockerKind = "passkey"    // the PRF output of a passkey
	Passphrase UnlockerKind = "passphrase" // already normalised to NFC by the caller
	Recovery   UnlockerKind = "recovery"   // the printed recovery code
	Practice   UnlockerKind = "practice"   // a secret in a file of the practice folder
)

const saltSize, commitSize = 16, 32

// suite is the way in which the kind makes a key; ok is false for a kind that b does not have.
func (k UnlockerKind) suite(b Base) (suite byte, ok bool) {
	switch k {
	case Passphrase:
		return suiteArgon, true
	case Passkey, Recovery:
		return suiteUnlocker, true
	case Practice:
		return suiteUnlocker, b.Practice
	}
	return 0, false
}

// WrapMaster wraps the master key of a person for one unlocker. p counts for a passphrase only; its
// zero value means DefaultParams. ErrWeak: the secret is too short for its kind, or p out of bounds.
func WrapMaster(b Base, kind UnlockerKind, person, unlocker livc.ID, secret []byte, p Params, m *Master) ([]byte, error) {
	suite, ok := kind.suite(b)
	if !ok {
		return nil, fmt.Errorf("wrap master with %q: %w", kind, ErrUnknown)
	}
	if p == (Params{}) {
		p = DefaultParams()
	}
	if !p.bounded() || len(secret) == 0 || suite == suiteUnlocker && len(secret) < minSecret {
		return nil, fmt.Errorf("wrap master with %q: %w", kind, ErrWeak)
	}
	front := head(suite, noEpoch)
	if suite == suiteArgon {
		front = p.append(front)
	}
	salt := random(saltSize)
	context := unlockerContext(b, kind, person, unlocker)
	key, commitment := unlockerKeys(suite, p, secret, salt, context)
	defer clear(key)
	front = append(append(front, salt...), commitment...)
	return sealUnder(key, front, context, m.key), nil
}

// Decoy is the unlocker of nobody: it has the form of a passphrase's, costs as much to try, and never
// opens, because no secret gives what stands where the commitment should. Making it costs nothing.
func Decoy(p Params) []byte {
	front := p.append(head(suiteArgon, noEpoch))
	return append(front, random(saltSize+commitSize+nonceSize+keySize+tagSize)...)
}

// UnwrapMaster opens what WrapMaster wrapped for the same person and unlocker. The commitment is
// compared first, in constant time: AES-GCM alone lets one blob open under two keys. ErrWrongSecret:
// another secret, another person's row, or a changed salt.
func UnwrapMaster(b Base, kind UnlockerKind, person, unlocker livc.ID, secret, wrapped []byte) (*Master, error) {
	suite, ok := kind.suite(b)
	if !ok {
		return nil, fmt.Errorf("unwrap master with %q: %w", kind, ErrUnknown)
	}
	if suite == suiteUnlocker && len(secret) < minSecret {
		return nil, ErrWrongSecret
	}
	rest, err := innerRest(wrapped, suite)
	if err != nil {
		return nil, err
	}
	var p Params
	if suite == suiteArgon {
		if p, err = readParams(rest); err != nil {
			return nil, err
		}
		rest = rest[paramsSize:]
	}
	if len(rest) < saltSize+commitSize {
		return nil, ErrUnknown
	}
	salt, stored, rest := rest[:saltSize], rest[saltSize:saltSize+commitSize], rest[saltSize+commitSize:]
	context := unlockerContext(b, kind, person, unlocker)
	key, commitment := unlockerKeys(suite, p, secret, salt, context)
	defer clear(key)
	if subtle.ConstantTimeCompare(commitment, stored) != 1 {
		return nil, ErrWrongSecret
	}
	return openMaster(key, wrapped[:len(wrapped)-len(rest)], context, rest)
}

// openMaster opens a wrapped master key and takes it over.
func openMaster(key, front, context, rest []byte) (*Master, error) {
	plain, err := openUnder(key, front, context, rest)
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	return MasterFrom(plain)
}

func unlockerContext(b Base, kind UnlockerKind, person, unlocker livc.ID) []byte {
	return b.context("unlocker", string(kind), string(person), string(unlocker))
}

// unlockerKeys derives the wrapping key and the commitment to it from what the person gave.
func unlockerKeys(suite byte, p Params, secret, salt, context []byte) (key, commitment []byte) {
	if suite == suiteArgon {
		secret = p.stretch(secret, salt)
		defer clear(secret)
	}
	both := derive(secret, salt, context, keySize+commitSize)
	return both[:keySize:keySize], both[keySize:]
}
