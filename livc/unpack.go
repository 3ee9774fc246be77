package livc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
)

// errText is a record whose bytes PackText did not write.
var errText = errors.New("livc: personal text that cannot be read")

// UnpackText fills the text struct that dst points to. A field that the bytes do not name stays
// empty; a name that the struct does not know is an error, so that nothing is lost unseen.
func UnpackText(b []byte, dst any) error {
	v := reflect.ValueOf(dst).Elem()
	p, err := planOf(v.Type())
	if err != nil {
		return err
	}
	if len(b) == 0 || b[0] != textVersion {
		return errText
	}
	r := textReader{b[1:]}
	if err := r.fill(p, v); err != nil {
		return err
	}
	if len(r.rest) > 0 {
		return errText
	}
	return nil
}

// textReader takes from the front.
type textReader struct{ rest []byte }

func (r *textReader) fill(p *plan, v reflect.Value) error {
	n, err := r.count()
	if err != nil {
		return err
	}
	at := 0
	for range n {
		name, err := r.text()
		if err != nil {
			return err
		}
		var f *fieldPlan
		switch f, at = p.field(name, at); {
		case f != nil:
			err = r.field(f, v.Field(f.index))
		case p.part:
			err = r.skip()
		default:
			err = fmt.Errorf("livc: %s has no field %q", p.typ, name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *textReader) field(f *fieldPlan, v reflect.Value) error {
	if len(r.rest) == 0 || r.rest[0] != f.kind {
		return errText
	}
	r.rest = r.rest[1:]
	if f.kind == kindText {
		return r.secret(v)
	}
	n, err := r.count()
	if err != nil {
		return err
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		if f.kind == kindTexts {
			err = r.secret(v.Index(i))
		} else {
			err = r.fill(f.of, v.Index(i))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// skip leaves a field closed.
func (r *textReader) skip() error {
	if len(r.rest) == 0 {
		return errText
	}
	kind := r.rest[0]
	r.rest = r.rest[1:]
	n, err := 1, error(nil)
	if kind != kindText {
		n, err = r.count()
	}
	for i := 0; i < n && err == nil; i++ {
		switch kind {
		case kindText, kindTexts:
			_, err = r.text()
		case kindStructs:
			err = r.fill(&plan{part: true}, reflect.Value{})
		default:
			err = errText
		}
	}
	return err
}

func (r *textReader) secret(v reflect.Value) error {
	b, err := r.text()
	if err == nil {
		*v.Addr().Interface().(*Secret) = NewSecret(string(b))
	}
	return err
}

// text gives a text where it stands in the bytes.
func (r *textReader) text() ([]byte, error) {
	n, err := r.count()
	if err != nil {
		return nil, err
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b, nil
}

// count reads a number; what it counts takes at least a byte each, so it is never more than what is left.
func (r *textReader) count() (int, error) {
	n, used := binary.Uvarint(r.rest)
	if used <= 0 || n > uint64(len(r.rest)-used) {
		return 0, errText
	}
	r.rest = r.rest[used:]
	return int(n), nil
}
