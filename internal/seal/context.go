package seal

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"

	"beraad.eu/livc"
)

// Base is bound into every context: a blob opens only in the installation, the kind of installation
// and the LIVC R it was sealed for. Rows of people and sessions use livc.Installation (settled 4, 9).
type Base struct {
	Installation string
	Practice     bool
	Livc         livc.ID
}

// kind is how the context names the installation's kind: what was sealed in practice never opens in
// a real installation, nor the other way round (settled 26).
func (b Base) kind() string {
	if b.Practice {
		return "practice"
	}
	return "real"
}

// context is where a blob stands, as bytes: each field preceded by its length, so that no two lists
// of fields give the same bytes.
func (b Base) context(purpose string, fields ...string) []byte {
	return b.appendContext(make([]byte, 0, 256), purpose, fields...)
}

// appendContext writes a context behind what stands in to.
func (b Base) appendContext(to []byte, purpose string, fields ...string) []byte {
	to = appendFields(to, protocol, b.Installation, b.kind(), string(b.Livc), purpose)
	return appendFields(to, fields...)
}

// protocol opens every context and every signed statement.
const protocol = "beraad/1"

// appendFields writes each field after its length (4 bytes, big endian).
func appendFields[T ~string | ~[]byte](to []byte, fields ...T) []byte {
	for _, f := range fields {
		to = binary.BigEndian.AppendUint32(to, uint32(len(f)))
		to = append(to, f...)
	}
	return to
}

// decimal is how a number stands in a context.
func decimal(n int) string { return strconv.Itoa(n) }

// RowHash is the hash of a row's ciphertexts that stands in the log leaf of its deed: a row that is
// put back to an older state still opens, but no longer fits the log.
func RowHash(parts ...[]byte) [32]byte {
	return sha256.Sum256(appendFields(appendFields(nil, protocol, "row"), parts...))
}
