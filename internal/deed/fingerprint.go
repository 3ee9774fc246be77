package deed

import (
	"slices"

	"beraad.eu/internal/seal"
)

// Fingerprint says the two public keys of a hat in eight words, to be compared face to face or by phone
// before the person comes on the signed list of authorised persons (C7).
func Fingerprint(kem, sig []byte) []string {
	words := seal.Fingerprint(slices.Concat(kem, sig))
	return words[:]
}
