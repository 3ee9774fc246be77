package audit

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"

	"golang.org/x/mod/sumdb/tlog"
)

// Frontier is the right edge of the tree: the roots of the complete subtrees, the largest first. The head
// row keeps it, so that an append reads no leaf. The zero Frontier is the empty log. A copy is a log of
// its own: appending to it leaves the original alone, which a rolled back batch relies on.
type Frontier struct {
	Size   int64
	Hashes []tlog.Hash
}

// Append adds one leaf to the tree.
func (f *Frontier) Append(commitment [32]byte) {
	f.Hashes = slices.Clone(f.Hashes)
	f.push(commitment)
}

// push is Append on hashes that nobody else holds. Each trailing one bit of the old size is a complete
// subtree that closes with this leaf.
func (f *Frontier) push(commitment [32]byte) {
	h := leafHash(commitment)
	last := len(f.Hashes)
	for range bits.TrailingZeros64(^uint64(f.Size)) {
		last--
		h = tlog.NodeHash(f.Hashes[last], h)
	}
	f.Hashes = append(f.Hashes[:last], h)
	f.Size++
}

// leafHash is tlog.RecordHash of a commitment, without memory for the hash.
func leafHash(commitment [32]byte) tlog.Hash {
	var b [1 + len(commitment)]byte // RFC 6962: a zero byte before the data of a leaf
	copy(b[1:], commitment[:])
	return sha256.Sum256(b[:])
}

// Root is the Merkle tree hash of RFC 6962 over all leaves so far; of the empty log, the hash of nothing.
func (f Frontier) Root() tlog.Hash {
	if len(f.Hashes) == 0 {
		return sha256.Sum256(nil)
	}
	last := len(f.Hashes) - 1
	root := f.Hashes[last]
	for _, left := range slices.Backward(f.Hashes[:last]) {
		root = tlog.NodeHash(left, root)
	}
	return root
}

var errFrontier = errors.New("audit: malformed head of the log")

// MarshalBinary writes the size and the hashes as the head row keeps them. It fails on a frontier whose
// hashes do not fit its size.
func (f Frontier) MarshalBinary() ([]byte, error) {
	if f.Size < 0 || len(f.Hashes) != bits.OnesCount64(uint64(f.Size)) {
		return nil, errFrontier
	}
	b := binary.BigEndian.AppendUint64(nil, uint64(f.Size))
	for _, h := range f.Hashes {
		b = append(b, h[:]...)
	}
	return b, nil
}

// UnmarshalBinary reads what MarshalBinary wrote and nothing else.
func (f *Frontier) UnmarshalBinary(b []byte) error {
	if len(b) < 8 {
		return errFrontier
	}
	size, rest := binary.BigEndian.Uint64(b), b[8:]
	if int64(size) < 0 || len(rest) != bits.OnesCount64(size)*tlog.HashSize {
		return errFrontier
	}
	read := Frontier{Size: int64(size)}
	for h := range slices.Chunk(rest, tlog.HashSize) {
		read.Hashes = append(read.Hashes, tlog.Hash(h))
	}
	*f = read
	return nil
}
