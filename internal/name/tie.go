package name

import "slices"

// strength of a tie between two parts of a name. It never leaves this package.
type strength int

const (
	loose   strength = iota // not the same
	alike                   // may be the same
	certain                 // the same, written by another hand
)

// A tie is what binds two parts of a name.
type tie struct {
	strength strength
	reasons  []Reason
}

func sure(r ...Reason) tie { return tie{certain, r} }
func weak(r ...Reason) tie { return tie{alike, r} }

// or keeps the stronger tie, or the first.
func (t tie) or(u tie) tie {
	if u.strength > t.strength {
		return u
	}
	return t
}

func (t tie) has(r Reason) bool { return slices.Contains(t.reasons, r) }
