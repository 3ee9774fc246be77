package audit

import (
	"crypto/hmac"
	"crypto/sha256"
)

// Commitment is the data of a leaf: HMAC-SHA-256 of the payload under a random nonce of its own. While
// nonce and payload exist it proves the payload; once both are deleted it says nothing, because nobody
// can try likely payloads without the nonce (L5). Dutch: vastlegging.
func Commitment(nonce [16]byte, payload []byte) [32]byte {
	mac := hmac.New(sha256.New, nonce[:])
	mac.Write(payload)
	var c [32]byte
	mac.Sum(c[:0])
	return c
}
