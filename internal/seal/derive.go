package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
)

// minSecret is the least that a secret must hold, in bytes, when nothing stretches it.
const minSecret = 16

// derive draws n bytes from a strong secret by HKDF-SHA256; the context says for what, so that one
// secret gives independent keys. It panics on a secret that is wiped: everybody could derive its keys.
func derive(secret, salt, context []byte, n int) []byte {
	if len(secret) < minSecret {
		panic("seal: derive from a wiped or weak secret")
	}
	key, err := hkdf.Key(sha256.New, secret, salt, string(context), n)
	if err != nil {
		panic(err) // only for more than 8160 bytes, or in FIPS-only mode for short secrets
	}
	return key
}
