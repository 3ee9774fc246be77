package identity

import "beraad.eu/internal/seal"

// keyWords is how many words say a key.
const keyWords = 8

// WordsOf says public keys in eight words, to be compared face to face or by phone: both halves of a
// hat before it is put on the signed list, and the key with which a list began for the wall.
// Dutch: woorden van de sleutel.
func WordsOf(public ...[]byte) []string {
	var all []byte
	for _, p := range public {
		all = append(all, p...) // each half has one length only, so nothing can shift between them
	}
	return seal.Words(all, keyWords)
}
