package practice

import (
	"io"
	"math/rand/v2"

	"beraad.eu/internal/seal"
)

// Randomness is the given randomness of a play: the same ids and codes at every play of the same town.
// It is no source of keys; those are drawn by package seal as always.
func Randomness(seed string) io.Reader {
	var b [32]byte
	copy(b[:], "beraad practice "+seed)
	return rand.NewChaCha8(b)
}

// Params make guessing the passphrase of an invented person cheap: nobody knows it, and a play derives
// a dozen.
func Params() seal.Params { return seal.Params{Memory: 8 << 10, Time: 1, Threads: 1} }
