package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
	"hash"
)

// minSecret is the least that a secret must hold, in bytes, when nothing stretches it.
const minSecret = 16

// derive draws n bytes from a strong secret by HKDF-SHA256; the context says for what, so that one
// secret gives independent keys. It panics on a secret that is wiped: everybody could derive its keys.
func derive(secret, salt, context []byte, n int) []byte {
	if len(secret) < minSecret {
		panic("seal: derive from a wiped or weak secret")
	}
	var s slates
	defer s.wipe()
	key, err := hkdf.Key(s.make, secret, salt, string(context), n)
	if err != nil {
		panic(err) // only for more than 8160 bytes, or in FIPS-only mode for short secrets
	}
	return key
}

// slates are the hashes of one derivation. Each keeps the last block that it was given, and the first one is
// given the secret itself: they are written over, so that no key waits in memory for its turn to be
// used again (C11).
type slates []hash.Hash

func (s *slates) make() hash.Hash {
	h := sha256.New()
	*s = append(*s, h)
	return h
}

func (s *slates) wipe() {
	var nothing [sha256.BlockSize - 1]byte
	for _, h := range *s {
		h.Reset()
		_, _ = h.Write(nothing[:]) // a hash never fails
	}
}
