package audit

import (
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
// one entry, so a commitment cannot be explained in two ways. Every length has one spelling, so it is
// enough that the answer is yes or no and that nothing stands behind the end.
func ParseEntry(payload []byte) (Entry, error) {
	at, r, err := parseHead(payload)
	if err != nil {
		return Entry{}, err
	}
	e := Entry{At: at, Livc: livc.ID(r.text()), Person: livc.ID(r.text()), Hat: livc.ID(r.text()),
		Function: livc.Function(r.text()), Action: string(r.text()), Kind: string(r.text()), Object: livc.ID(r.text())}
	for n := r.count(); n > 0 && !r.bad; n-- {
		e.Norms = append(e.Norms, livc.NormID(r.text()))
	}
	e.Authorised = r.yes()
	copy(e.Row[:], r.take(len(e.Row)))
	return e, r.end()
}

// glance checks a payload as ParseEntry does, and gives its time and what it stands under in the index of
// the log, without memory for the rest.
func glance(payload []byte) (at time.Time, about []byte, err error) {
	at, r, err := parseHead(payload)
	if err != nil {
		return at, nil, err
	}
	for range textFields - 2 {
		r.text()
	}
	kind, object := r.text(), r.text()
	if indexed(string(kind)) {
		about = object
	}
	for n := r.count(); n > 0 && !r.bad; n-- {
		r.text()
	}
	r.yes()
	r.take(len(Entry{}.Row))
	return at, about, r.end()
}

// textFields is how many texts stand before the norms; the last two are the kind and the object.
const textFields = 7

func parseHead(payload []byte) (at time.Time, r reader, err error) {
	if len(payload) < headLength || payload[0] != payloadVersion {
		return at, r, errPayload
	}
	return time.UnixMicro(int64(binary.BigEndian.Uint64(payload[1:]))).UTC(), reader{rest: payload[headLength:]}, nil
}

// reader takes fields from the front; after the first fault every field is empty and bad stays set.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) take(n int) []byte {
	if r.bad || n > len(r.rest) {
		r.bad = true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) count() int {
	b := r.take(4)
	if b == nil {
		return 0
	}
	n := int(binary.BigEndian.Uint32(b))
	if n > len(r.rest) {
		r.bad = true
		return 0
	}
	return n
}

func (r *reader) text() []byte {
	n := r.count()
	return r.take(n) // a length that lies has set bad already
}

// yes reads an answer, of which there are two.
func (r *reader) yes() bool {
	b := r.take(1)
	if b == nil {
		return false
	}
	r.bad = r.bad || b[0] > 1
	return b[0] == 1
}

func (r *reader) end() error {
	if r.bad || len(r.rest) > 0 {
		return errPayload
	}
	return nil
}
