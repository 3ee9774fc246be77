package access

import (
	"slices"

	"beraad.eu/livc"
)

// Answer is what Decide says.
type Answer uint8

// Allow; Deny with a norm, to somebody who already knows that the object exists; Hide: the same page
// as for something that does not exist.
const (
	Hide Answer = iota
	Deny
	Allow
)

// Decision is an answer with its reasons.
type Decision struct {
	Answer Answer
	Norms  []livc.NormID
	Key    string // of the message, when denied
}

// Condition is one fact that a permit asks for.
type Condition struct {
	Name  string
	Holds func(Facts) Truth
	// Denies says that who fails it may know that the object exists: the answer is the norm. Otherwise
	// the object is hidden.
	Denies bool
	Norm   livc.NormID
}

// Permit is one row of the table: these functions may do this when all conditions hold.
type Permit struct {
	Action Action
	Of     ObjectKind
	Who    []livc.Function
	When   []Condition
	Norms  []livc.NormID
	Read   bool // a look, not a change
}

// Err is the error a person gets, or nil when allowed.
func (d Decision) Err() error {
	switch d.Answer {
	case Allow:
		return nil
	case Deny:
		return livc.Denied(d.Key, d.Norms...)
	default:
		return livc.NotFound()
	}
}

// Decide answers whether a hat in this function may do the action, given the facts: only who is authorised
// consults or processes (R6.2-w). Several rows may
// permit one action; the first that allows wins, and otherwise the most open refusal: a norm that may
// be told is told. An action without a row is hidden from everybody.
func Decide(a Action, f livc.Function, facts Facts) Decision {
	best := Decision{Answer: Hide}
	for _, p := range byAction[a] {
		d := p.decide(f, facts)
		if d.Answer == Allow {
			return d
		}
		if d.Answer > best.Answer {
			best = d
		}
	}
	return best
}

func (p Permit) decide(f livc.Function, facts Facts) Decision {
	if !slices.Contains(p.Who, f) || facts.Exists != Yes {
		return Decision{Answer: Hide}
	}
	if f != livc.System && facts.Active != Yes {
		return Decision{Answer: Hide}
	}
	refusal := Decision{Answer: Allow, Norms: p.Norms}
	for _, c := range p.When {
		if c.Holds(facts) == Yes {
			continue
		}
		if !c.Denies {
			return Decision{Answer: Hide}
		}
		if refusal.Answer == Allow {
			refusal = Decision{Answer: Deny, Key: "denied." + c.Name, Norms: []livc.NormID{c.Norm}}
		}
	}
	return refusal
}

// Find gives the rows of an action.
func Find(a Action) []Permit { return byAction[a] }

// Names tells whether some row of an action names a function; on what conditions, Decide says.
func Names(a Action, f livc.Function) bool {
	return slices.ContainsFunc(byAction[a], func(p Permit) bool { return slices.Contains(p.Who, f) })
}

// Actions lists every action of the table once, in its order.
func Actions() []Action {
	var list []Action
	for _, p := range Permits {
		if !slices.Contains(list, p.Action) {
			list = append(list, p.Action)
		}
	}
	return list
}

var byAction = func() map[Action][]Permit {
	m := map[Action][]Permit{}
	for _, p := range Permits {
		m[p.Action] = append(m[p.Action], p)
	}
	return m
}()
