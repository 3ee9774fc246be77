package audit

import "crypto/sha256"

// Commitment is the data of a leaf: HMAC-SHA-256 of the payload under a random nonce of its own. While
// nonce and payload exist it proves the payload; once both are deleted it says nothing, because nobody
// can try likely payloads without the nonce (L5). Dutch: vastlegging.
//
// The HMAC (RFC 2104) stands written out here, because checking a log makes one for each leaf and
// crypto/hmac takes memory for every key; a test compares the two.
func Commitment(nonce [16]byte, payload []byte) [32]byte {
	room := [commitmentRoom]byte{}
	inner := append(room[:0], keyBlock(nonce, 0x36)...)
	sum := sha256.Sum256(append(inner, payload...))
	outer := append(room[:0], keyBlock(nonce, 0x5c)...)
	return sha256.Sum256(append(outer, sum[:]...))
}

// commitmentRoom holds a block and the longest usual payload; a longer one takes memory of its own.
const commitmentRoom = sha256.BlockSize + 960

// keyBlock is the nonce, filled up to a block and turned by the pad of HMAC.
func keyBlock(nonce [16]byte, pad byte) []byte {
	var b [sha256.BlockSize]byte
	copy(b[:], nonce[:])
	for i := range b {
		b[i] ^= pad
	}
	return b[:]
}
