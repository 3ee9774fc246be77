package livc

import (
	"encoding/binary"
	"fmt"
	"reflect"
)

// PackText gives the bytes of a text struct. v is a struct or a pointer to one. A text that says nothing
// is not written.
func PackText(v any) ([]byte, error) {
	s := reflect.Indirect(reflect.ValueOf(v))
	p, err := planOf(s.Type())
	if err != nil {
		return nil, err
	}
	if p.part {
		return nil, fmt.Errorf("livc: %s is a part of a record and cannot be written", s.Type())
	}
	return p.pack(make([]byte, 0, 256), []byte{textVersion}, s), nil
}

func (p *plan) pack(to, front []byte, v reflect.Value) []byte {
	to = append(to, front...)
	n := 0
	for i := range p.fields {
		if p.fields[i].says(v.Field(p.fields[i].index)) {
			n++
		}
	}
	to = binary.AppendUvarint(to, uint64(n))
	for i := range p.fields {
		f := &p.fields[i]
		if value := v.Field(f.index); f.says(value) {
			to = append(appendText(to, f.name), f.kind)
			to = f.pack(to, value)
		}
	}
	return to
}

// says tells whether a field is written: an empty text is not, and neither is an empty list.
func (f *fieldPlan) says(v reflect.Value) bool {
	if f.kind == kindText {
		return secretIn(v).Reveal() != ""
	}
	return v.Len() > 0
}

func (f *fieldPlan) pack(to []byte, v reflect.Value) []byte {
	if f.kind == kindText {
		return appendText(to, secretIn(v).Reveal())
	}
	to = binary.AppendUvarint(to, uint64(v.Len()))
	for i := range v.Len() {
		if f.kind == kindTexts {
			to = appendText(to, secretIn(v.Index(i)).Reveal())
		} else {
			to = f.of.pack(to, nil, v.Index(i))
		}
	}
	return to
}

func secretIn(v reflect.Value) Secret { return v.Interface().(Secret) }

func appendText(to []byte, s string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(s))), s...)
}
