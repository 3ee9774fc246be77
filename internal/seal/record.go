package seal

import (
	"fmt"
	"strconv"

	"beraad.eu/livc"
)

// Ref is where a record stands: one revision of one set of fields in one container. Kind names the
// set of fields, Author the hat that wrote it. Everything in it is bound to the ciphertext, so that a
// row that was moved, copied or renumbered does not open. Dutch: plaats van een stuk.
type Ref struct {
	Livc, Container, Record livc.ID
	Revision                int
	Kind                    string
	Author                  livc.ID
	KeyVersion              int
}

// RecordTable names the table of records in the context of the epoch layer.
const RecordTable = "record"

// Row is the primary key of a record's row and its revision, as the epoch layer binds it.
func (r Ref) Row() string { return string(r.appendRow(nil)) }

func (r Ref) appendRow(to []byte) []byte {
	to = append(append(to, r.Container...), '/')
	to = append(append(to, r.Record...), '/')
	return strconv.AppendInt(to, int64(r.Revision), 10)
}

// bodyContext leaves the version of the container's key out: a new version wraps the data keys anew
// and leaves the bodies as they are.
func (r Ref) bodyContext(b Base) []byte { return r.appendBody(make([]byte, 0, 256), b) }

func (r Ref) appendBody(to []byte, b Base) []byte {
	return b.appendContext(to, "record", string(r.Container), string(r.Record), decimal(r.Revision), r.Kind, string(r.Author))
}

func (r Ref) keyContext(b Base) []byte { return r.appendKey(make([]byte, 0, 256), b) }

func (r Ref) appendKey(to []byte, b Base) []byte {
	return b.appendContext(to, "record-key", string(r.Container), string(r.Record), decimal(r.Revision), r.Kind,
		string(r.Author), decimal(r.KeyVersion))
}

func (r Ref) check(b Base, keyVersion int) error {
	if r.Livc != b.Livc || r.Container == "" || r.Record == "" || r.KeyVersion != keyVersion {
		return fmt.Errorf("record of kind %q: %w", r.Kind, ErrMisplaced)
	}
	return nil
}

// SealRecord seals one revision under a fresh data key (C9), padded so that its length tells little
// (C8). wrapped is the data key under the container's key, for the caller to put under the epoch
// layer; body is the text. Erasing wrapped erases the text. ErrTooLong: more than MaxPlain bytes.
func SealRecord(b Base, ref Ref, k *Key, plain []byte) (wrapped, body []byte, err error) {
	if err := ref.check(b, k.version); err != nil {
		return nil, nil, fmt.Errorf("seal %w", err)
	}
	dataKey, body, err := sealBody(b, ref, plain)
	if err != nil {
		return nil, nil, err
	}
	defer clear(dataKey)
	return sealBy(k.aead, head(suiteAEAD, noEpoch), ref.keyContext(b), dataKey), body, nil
}

// OpenRecord opens what SealRecord sealed at the same place.
func OpenRecord(b Base, ref Ref, k *Key, wrapped, body []byte) ([]byte, error) {
	dataKey, err := openDataKey(b, ref, k, wrapped)
	if err != nil {
		return nil, err
	}
	defer clear(dataKey)
	return openBody(b, ref, dataKey, body)
}

// RewrapRecord wraps the data key of a record for a new version of its container's key; ref carries
// the old version, and the body stays as it is.
func RewrapRecord(b Base, ref Ref, from, to *Key, wrapped []byte) ([]byte, error) {
	dataKey, err := openDataKey(b, ref, from, wrapped)
	if err != nil {
		return nil, err
	}
	defer clear(dataKey)
	ref.KeyVersion = to.version
	return sealBy(to.aead, head(suiteAEAD, noEpoch), ref.keyContext(b), dataKey), nil
}

func openDataKey(b Base, ref Ref, k *Key, wrapped []byte) ([]byte, error) {
	if err := ref.check(b, k.version); err != nil {
		return nil, fmt.Errorf("open %w", err)
	}
	rest, err := innerRest(wrapped, suiteAEAD)
	if err != nil {
		return nil, err
	}
	return openBy(k.aead, wrapped[:headSize], ref.keyContext(b), rest)
}

func sealBody(b Base, ref Ref, plain []byte) (dataKey, body []byte, err error) {
	if len(plain) > MaxPlain {
		return nil, nil, ErrTooLong
	}
	padded := pad(plain)
	defer clear(padded)
	dataKey = random(keySize)
	return dataKey, sealInner(dataKey, ref.bodyContext(b), padded), nil
}

func openBody(b Base, ref Ref, dataKey, body []byte) ([]byte, error) {
	padded, err := openInner(dataKey, ref.bodyContext(b), body)
	if err != nil {
		return nil, err
	}
	return unpad(padded)
}
