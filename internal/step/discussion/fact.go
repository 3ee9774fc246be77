package discussion

import (
	"time"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// FactState is where something that was brought to the table stands. Dutch: staat van een feit.
type FactState string

// The states. Who would rather tell it leaves no text; what was withdrawn leaves none either.
const (
	FactShared    FactState = "shared"
	FactTold      FactState = "told"      // "ik vertel het liever"
	FactWithdrawn FactState = "withdrawn" // ingetrokken
)

// FactStates lists the states of a fact.
func FactStates() []FactState { return []FactState{FactShared, FactTold, FactWithdrawn} }

// Side is on which of the three equal sheets something belongs. Dutch: kant.
type Side string

// The sides: protective first, and what nobody knows as large as the other two.
const (
	SideProtects Side = "protects"
	SideConcerns Side = "concerns"
	SideUnknown  Side = "unknown"
)

// Sides lists the three sides in their order.
func Sides() []Side { return []Side{SideProtects, SideConcerns, SideUnknown} }

// SideAt is the side that a phase talks about.
func SideAt(p Phase) Side {
	switch {
	case p <= PhaseProtects:
		return SideProtects
	case p == PhaseConcerns:
		return SideConcerns
	}
	return SideUnknown
}

// SharedFact is something that one person brought into the room of an item. Its words stand sealed in the room;
// what they may serve for is the contributor's to say, and to change until the report is agreed (R2.5.3-i).
// Dutch: feit aan tafel.
type SharedFact struct {
	ID, Item      livc.ID
	Hat, Attendee livc.ID // who brought it
	Side          Side
	Domain        string // stem of a life domain; "" when none was chosen
	Uses          []law.FactUse
	Named         []livc.ID // the hats that may register it
	KeptSecret    bool      // from professional secrecy, or told as a secret: never for the LTF (X-L-k)
	Behalf        bool      // for a colleague who holds the secret (R2.5.4-a)
	State         FactState
	At            time.Time
	Revision      int
}

// FactText is the sealed text of a fact: what, how one knows it, when. Dutch: tekst van een feit.
type FactText struct{ What, How, When livc.Secret }

// The longest texts of a fact, in characters; what it says is bounded by law.FactLength.
const maxFactWhen = 60

// asLaw is the fact as the rules see it.
func (f SharedFact) asLaw(text FactText) law.Fact {
	return law.Fact{Contributor: f.Hat, Text: text.What, Uses: f.Uses, Named: f.Named, ToldAsSecret: f.KeptSecret, Withdrawn: f.State == FactWithdrawn}
}

// MayServe tells whether the contributor allows a use; a contributor may always use the own words, but
// for the LTF.
func (f SharedFact) MayServe(use law.FactUse, by livc.ID) bool {
	return f.State == FactShared && law.MayUse(f.asLaw(FactText{}), use, by) == nil
}
