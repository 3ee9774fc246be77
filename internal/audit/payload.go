package audit

import (
	"bytes"
	"encoding/binary"
	"errors"
	"time"

	"beraad.eu/livc"
)

// payloadVersion opens every payload; a payload of any other version is refused.
const payloadVersion = 1

const headLength = 1 + 8

var errPayload = errors.New("audit: malformed payload")

// Payload is the one way to write the entry as bytes: a version, the time, then every field with its
// length before it, in a fixed order. No character has a meaning, so nothing a field holds can pose as
// another field or another entry (L6).
func (e Entry) Payload() []byte {
	b := make([]byte, 0, 256)
	b = append(b, payloadVersion)
	b = binary.BigEndian.AppendUint64(b, uint64(e.At.UnixMicro()))
	for _, s := range []string{string(e.Livc), string(e.Person), string(e.Hat), string(e.Function), e.Action, e.Kind, string(e.Object)} {
		b = appendText(b, s)
	}
	b = binary.BigEndian.AppendUint32(b, uint32(len(e.Norms)))
	for _, n := range e.Norms {
		b = appendText(b, string(n))
	}
	b = append(b, yes(e.Authorised))
	return append(b, e.Row[:]...)
}

func appendText(b []byte, s string) []byte {
	return append(binary.BigEndian.AppendUint32(b, uint32(len(s))), s...)
}

func yes(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// ParseEntry reads a payload. It takes only what Payload writes: an entry has one payload and a payload
// one entry, so a commitment cannot be explained in two ways.
func ParseEntry(payload []byte) (Entry, error) {
	if len(payload) < headLength || payload[0] != payloadVersion {
		return Entry{}, errPayload
	}
	at := time.UnixMicro(int64(binary.BigEndian.Uint64(payload[1:]))).UTC()
	r := reader{rest: payload[headLength:]}
	e := Entry{At: at, Livc: livc.ID(r.text()), Person: livc.ID(r.text()), Hat: livc.ID(r.text()),
		Function: livc.Function(r.text()), Action: r.text(), Kind: r.text(), Object: livc.ID(r.text())}
	for n := r.count(); n > 0 && !r.bad; n-- {
		e.Norms = append(e.Norms, livc.NormID(r.text()))
	}
	e.Authorised = r.take(1)[0] == 1
	copy(e.Row[:], r.take(len(e.Row)))
	if r.bad || !bytes.Equal(e.Payload(), payload) {
		return Entry{}, errPayload
	}
	return e, nil
}

// reader takes fields from the front; after the first fault every field is empty and bad stays set.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) take(n int) []byte {
	if r.bad || n > len(r.rest) {
		r.bad = true
		return make([]byte, min(n, 32))
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) count() int {
	n := int(binary.BigEndian.Uint32(r.take(4)))
	if n > len(r.rest) {
		r.bad = true
		return 0
	}
	return n
}

func (r *reader) text() string {
	n := r.count()
	return string(r.take(n)) // a length that lies has set bad already
}
