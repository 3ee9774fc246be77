package practice

import (
	"slices"

	"beraad.eu/internal/plain"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/livc"
)

// Act is something that people of the town do when a visitor of the guided path asks for it. Dutch: bedrijf.
type Act string

// The acts, in the order in which they happen.
const (
	Gather Act = "gather" // everybody arrives, and the chair opens the case on screens
	Share  Act = "share"  // a fact is shared, for the table only
	Refuse Act = "refuse" // somebody tries to build on it for the LTF
	Object Act = "object" // somebody objects, in private
	Draft  Act = "draft"  // a report that points to somebody is laid before the table
	Agree  Act = "agree"  // one in general words is, and everybody agrees
	Year   Act = "year"   // the table closes, and a year passes
)

// Acts lists the acts.
func Acts() []Act { return []Act{Gather, Share, Refuse, Object, Draft, Agree, Year} }

// Scene is how things stand on the guided path. Dutch: toneel.
type Scene struct {
	Played  []Act
	Wall    discussion.Room     // what hangs in the room
	Phone   discussion.MyScreen // the own screen of Ruben
	Line    string              // that somebody tried to put on the sheet
	Refused error               // what the gate answered
	Draft   livc.Secret
	Marks   []plain.Mark // what points to somebody in it
	Report  livc.Secret
	Words   []string // of the report as it was agreed
	Ended   *Ended   // nil while the case is there
}

// Has tells whether an act was played.
func (s Scene) Has(a Act) bool { return slices.Contains(s.Played, a) }

// Ended is what a year left of a case. Dutch: wat overblijft.
type Ended struct {
	Code     string // empty once the hall was closed in between: nothing remembers it
	From, To livc.Day
	Gone     []Trace
	Proofs   []processing.Proof // everything that was forgotten since the table sat
}

// Trace is a place where something of the case stood, looked at again after the year. Dutch: spoor.
type Trace struct {
	Stem string // trace.<stem>
	Gone bool
}

// Worry is what somebody asks without a name, with what points to a person. Dutch: zorg zonder naam.
type Worry struct{ Example, General string }
