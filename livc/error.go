package livc

import (
	"errors"
	"fmt"
)

// Kind says what sort of answer an error is. Everything that is not an *Error is a failure of ours:
// the person gets a reference number, the chain of causes goes to the log.
type Kind string

// The kinds of error a person can be shown.
const (
	InvalidKind  Kind = "invalid"  // a field is wrong, missing or too long: 422, the same form
	DeniedKind   Kind = "denied"   // the law or the protocol refuses, with its norm
	NotFoundKind Kind = "notfound" // does not exist, or may not be known to exist
	ConflictKind Kind = "conflict" // somebody else decided meanwhile, or it was done already
	BusyKind     Kind = "busy"     // too many attempts: later
	LockedKind   Kind = "locked"   // the session is over or not yet unlocked
)

// NormID points at a rule of law in package law.
type NormID string

// Error is an answer for a person: a key of the language files with its arguments, the norms it rests
// on, and the field where it belongs. It never holds personal text.
type Error struct {
	Kind  Kind
	Key   string
	Field string
	Norms []NormID
	Args  map[string]any
	// Since says who was first, for a Conflict; nil when the log does not tell.
	Since *Since
	// More holds the other faults of the same form, so that all are shown at once.
	More []*Error
}

// Error is the text for the log: keys only.
func (e *Error) Error() string {
	if e.Field != "" {
		return fmt.Sprintf("%s %s at %s", e.Kind, e.Key, e.Field)
	}
	return fmt.Sprintf("%s %s", e.Kind, e.Key)
}

// Invalid says that a form cannot be taken; name its field with At.
func Invalid(key string, norms ...NormID) *Error {
	return &Error{Kind: InvalidKind, Key: key, Norms: norms}
}

// Denied says that a norm refuses.
func Denied(key string, norms ...NormID) *Error {
	return &Error{Kind: DeniedKind, Key: key, Norms: norms}
}

// Conflict says that the thing has changed, or was done already.
func Conflict(key string, norms ...NormID) *Error {
	return &Error{Kind: ConflictKind, Key: key, Norms: norms}
}

// NotFound is the one answer for what does not exist and for what one may not know.
func NotFound() *Error { return &Error{Kind: NotFoundKind, Key: "error.not_found"} }

// At names the field where the message belongs.
func (e *Error) At(field string) *Error { e.Field = field; return e }

// With adds an argument for the text of the message; never personal text.
func (e *Error) With(name string, value any) *Error {
	if e.Args == nil {
		e.Args = map[string]any{}
	}
	e.Args[name] = value
	return e
}

// KindOf is the kind of err, or "" for a failure of ours.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

// Faults collects the faults of one form in the order of its fields.
type Faults struct{ list []*Error }

// Add notes a fault; nil is no fault.
func (f *Faults) Add(e *Error) {
	if e != nil {
		f.list = append(f.list, e)
	}
}

// Check notes an Invalid at field unless ok.
func (f *Faults) Check(ok bool, field, key string, norms ...NormID) {
	if !ok {
		f.Add(Invalid(key, norms...).At(field))
	}
}

// Err is nil, or the first fault carrying the others.
func (f *Faults) Err() error {
	if len(f.list) == 0 {
		return nil
	}
	first := *f.list[0]
	first.More = f.list[1:]
	return &first
}
