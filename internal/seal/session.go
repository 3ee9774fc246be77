package seal

import (
	"crypto/sha256"
	"encoding/hex"
)

// NewSessionSecret draws what stands in the cookie of a session: 32 bytes. Without it the session
// row opens nothing, and without the row neither does the cookie (C10).
func NewSessionSecret() []byte { return random(keySize) }

// SessionID is the key of the session row. It does not lead back to the secret.
func SessionID(secret []byte) string {
	sum := sha256.Sum256(append([]byte("id"), secret...))
	return hex.EncodeToString(sum[:])
}

// WrapSession wraps the master key for the time of a session.
func WrapSession(b Base, secret []byte, m *Master) []byte {
	key, context := sessionKey(b, "session", secret, SessionID(secret))
	defer clear(key)
	return sealInner(key, context, m.key)
}

// UnwrapSession opens what WrapSession wrapped with the same secret.
func UnwrapSession(b Base, secret, wrapped []byte) (*Master, error) {
	rest, err := innerRest(wrapped, suiteAEAD)
	if err != nil {
		return nil, err
	}
	if len(secret) < minSecret {
		return nil, ErrBroken
	}
	key, context := sessionKey(b, "session", secret, SessionID(secret))
	defer clear(key)
	return openMaster(key, wrapped[:headSize], context, rest)
}

// SealDraft seals a form that came in after its session had ended, under a secret in a cookie of
// fifteen minutes, so that it can come back filled (settled 14). place names form and person.
func SealDraft(b Base, secret []byte, place string, plain []byte) []byte {
	key, context := sessionKey(b, "draft", secret, place)
	defer clear(key)
	return sealInner(key, context, pad(plain))
}

// OpenDraft opens what SealDraft sealed for the same place.
func OpenDraft(b Base, secret []byte, place string, sealed []byte) ([]byte, error) {
	if len(secret) < minSecret {
		return nil, ErrBroken
	}
	key, context := sessionKey(b, "draft", secret, place)
	defer clear(key)
	padded, err := openInner(key, context, sealed)
	if err != nil {
		return nil, err
	}
	return unpad(padded)
}

func sessionKey(b Base, purpose string, secret []byte, place string) (key, context []byte) {
	context = b.context(purpose, place)
	return derive(secret, nil, context, keySize), context
}
