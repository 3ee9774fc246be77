package deed

import (
	"crypto/sha256"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Fingerprint is the SHA-256 of a text struct: the proof that stays of a text that was agreed. The text
// itself should hold something random, so that the proof tells nothing once the text is gone.
func Fingerprint(text any) ([]byte, error) {
	b, err := livc.PackText(text)
	if err != nil {
		return nil, err
	}
	defer clear(b)
	sum := sha256.Sum256(b)
	return sum[:], nil
}

// FourWords says a fingerprint in four words, to write down on paper. Nothing is no words.
func FourWords(hash []byte) []string {
	if len(hash) == 0 {
		return nil
	}
	return seal.Words(hash, 4)
}
