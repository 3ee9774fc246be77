package protocol

import (
	"strings"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// State is where a version of the protocol stands. Dutch: staat van het protocol.
type State string

// The life of a version.
const (
	Draft      State = "draft"
	InForce    State = "in_force"
	Superseded State = "superseded"
)

// States lists the states of a version.
func States() []State { return []State{Draft, InForce, Superseded} }

// Version is one version of the protocol, whole. Dutch: versie van het protocol.
type Version struct {
	Number   int
	State    State
	From     livc.Day // the day from which it holds; "" for a draft
	Settings Settings
	Chapters []Chapter
	Criteria []Criterion
	Answers  []Answer
}

// Chapter is a part of the protocol: there are six (R2.6-a). Dutch: hoofdstuk.
type Chapter struct{ Stem, Title, Text string }

// List says what a criterion decides about. Dutch: lijst van criteria.
type List string

// The lists of criteria.
const (
	Threshold List = "threshold" // does this belong on the LIVC R?
	Weighing  List = "weighing"  // what we always ask, in each domain of life
	Closing   List = "closing"   // when we stop
	Stop      List = "stop"      // reasons to stop at once
)

// Lists lists the lists.
func Lists() []List { return []List{Threshold, Weighing, Closing, Stop} }

// Criterion is one question of the protocol, with its explanation. Dutch: criterium.
type Criterion struct {
	List             List
	Stem, Text, Help string
}

// Standpoint is what a partner says of a version. It is no judgement: "not yet" asks nothing of anybody
// (R2.0-c, R3.0-e). Dutch: standpunt.
type Standpoint string

// The standpoints.
const (
	Agree  Standpoint = "agree"
	NotYet Standpoint = "not_yet"
	Left   Standpoint = "left" // no longer cooperates
)

// Standpoints lists the standpoints.
func Standpoints() []Standpoint { return []Standpoint{Agree, NotYet, Left} }

// Answer is what one organisation said, and when. Dutch: antwoord van een partner.
type Answer struct {
	Organisation livc.ID
	Standpoint   Standpoint
	Day          livc.Day
}

// Chapter gives a chapter by its stem.
func (v Version) Chapter(stem string) (Chapter, bool) {
	for _, c := range v.Chapters {
		if c.Stem == stem {
			return c, true
		}
	}
	return Chapter{}, false
}

// Criterion gives a criterion by its stem.
func (v Version) Criterion(stem string) (Criterion, bool) {
	for _, c := range v.Criteria {
		if c.Stem == stem {
			return c, true
		}
	}
	return Criterion{}, false
}

// Chapters lists the stems of the six chapters that every protocol has (R2.6-a). The last one says how
// information is shared at the table and how it is processed afterwards (R2.5.3-c).
func Chapters() []string {
	return []string{"objectives", "structure", "composition", "roles", "cases", Sharing}
}

// Sharing is the chapter on how we share and process (R2.5.3-c).
const Sharing = "secrecy_and_data"

// Ready refuses to put a version in force that lacks a chapter or leaves it empty, has a threshold without
// explanation, or a term longer than the law (R2.0-b, R2.5.3-c, R2.6-a).
func (v Version) Ready() error {
	var f livc.Faults
	for _, stem := range Chapters() {
		c, _ := v.Chapter(stem)
		f.Check(strings.TrimSpace(c.Text) != "", "", "put_in_force.chapter_empty", law.RolesNamed)
	}
	for _, c := range v.Criteria {
		f.Check(c.List != Threshold || c.Help != "", "", "put_in_force.no_explanation", law.ReferralGates)
	}
	if err := f.Err(); err != nil {
		return err
	}
	return v.Settings.Check()
}
