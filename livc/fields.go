package livc

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// A text struct is a struct whose fields are all Secret, or slices of Secret or of text structs: the
// content of one sealed record. PackText and UnpackText turn it into bytes to seal and back. They are
// called by the gate only, a test lists the callers.
//
// The bytes are a version and a struct. A struct is the number of its fields that say something, then
// each field in the order of the names: its name, a letter for its kind, and its value. Numbers are
// varints, a text is its length and its bytes. docs/spec/records.md says the same with an example.
const textVersion = 1

// Part, embedded in a text struct, says that it takes only some fields of a record and leaves the others
// closed, such as the next step of a list on which nobody's name stands. It cannot be written.
type Part struct{}

// The kinds of a field.
const (
	kindText    = 's' // one text
	kindTexts   = 't' // how many, and each text
	kindStructs = 'o' // how many, and each struct
)

var secretType = reflect.TypeFor[Secret]()

// plan is how a text struct is written, worked out once for each type.
type plan struct {
	typ    reflect.Type
	fields []fieldPlan // by name
	part   bool
}

type fieldPlan struct {
	name  string
	index int
	kind  byte
	of    *plan // of a slice of structs
}

var plans sync.Map // of *plan, by reflect.Type

func planOf(t reflect.Type) (*plan, error) {
	if p, ok := plans.Load(t); ok {
		return p.(*plan), nil
	}
	if t.Kind() != reflect.Struct {
		return nil, fmt.Errorf("livc: %s is no text struct", t)
	}
	p := &plan{typ: t}
	for i := range t.NumField() {
		if t.Field(i).Type == reflect.TypeFor[Part]() {
			p.part = true
			continue
		}
		f, err := planField(t, i)
		if err != nil {
			return nil, err
		}
		p.fields = append(p.fields, f)
	}
	slices.SortFunc(p.fields, func(a, b fieldPlan) int { return strings.Compare(a.name, b.name) })
	plans.Store(t, p)
	return p, nil
}

func planField(t reflect.Type, i int) (f fieldPlan, err error) {
	field := t.Field(i)
	f = fieldPlan{name: field.Name, index: i}
	switch {
	case !field.IsExported():
		err = fmt.Errorf("livc: field %s of %s cannot be written", field.Name, t)
	case field.Type == secretType:
		f.kind = kindText
	case field.Type.Kind() == reflect.Slice && field.Type.Elem() == secretType:
		f.kind = kindTexts
	case field.Type.Kind() == reflect.Slice && field.Type.Elem().Kind() == reflect.Struct:
		f.kind = kindStructs
		f.of, err = planOf(field.Type.Elem())
	default:
		err = fmt.Errorf("livc: field %s of %s is not personal text", field.Name, t)
	}
	return f, err
}

// field finds a field by its name; what is written in order is found at the place where it is looked for first.
func (p *plan) field(name []byte, first int) (*fieldPlan, int) {
	for i := range p.fields {
		at := (first + i) % len(p.fields)
		if p.fields[at].name == string(name) {
			return &p.fields[at], at + 1
		}
	}
	return nil, 0
}
