package law

import (
	"slices"

	"beraad.eu/livc"
)

// Coverage is how far a life domain was talked about. It is no measure of a person. Dutch: besproken,
// open vraag, niet van toepassing (R4.3-e).
type Coverage string

// The coverages.
const (
	NotYet        Coverage = ""
	Covered       Coverage = "covered"
	OpenQuestion  Coverage = "open"
	NotApplicable Coverage = "not_applicable"
)

// Coverages lists the coverages.
func Coverages() []Coverage { return []Coverage{NotYet, Covered, OpenQuestion, NotApplicable} }

// Weighing is what the table did before it decides. Dutch: weging.
type Weighing struct {
	Domains         map[string]Coverage // by the stem of the domain
	Protective      Answer              // asked what goes well; "nothing known" is an answer
	Concerns        Answer              // asked what worries
	StopQuestions   int                 // how many of the three were asked
	ProcedureExists bool                // the way of deciding stands in the protocol
}

// StopQuestions are the three questions that nobody skips; they are asked, never counted into anything.
func StopQuestions() []Question {
	return []Question{"law.stop.other_person", "law.stop.own_view", "law.stop.other_explanation"}
}

// MayDecide refuses an outcome before the weighing: both sides asked, every domain checked, open or not
// applicable, the three stop questions asked, and a procedure agreed before the first case (R4.3-a,
// R4.3-b, R4.3-c, R4.3-e, R4.3-f, R4.3-h). It counts nothing about the person.
func MayDecide(w Weighing, outcome livc.Outcome) error {
	if !slices.Contains(livc.Outcomes(), outcome) {
		return livc.Invalid("law.weighing.outcome", CarefulWeighing).At("outcome")
	}
	var f livc.Faults
	f.Check(w.ProcedureExists, "procedure", "law.weighing.procedure", CarefulWeighing)
	f.Check(w.Protective != Silent, "protective", "law.weighing.protective", CarefulWeighing)
	f.Check(w.Concerns != Silent, "concerns", "law.weighing.concerns", CarefulWeighing)
	f.Check(w.StopQuestions == len(StopQuestions()), "stop", "law.weighing.stop", CarefulWeighing)
	f.Check(allCovered(w.Domains), "domains", "law.weighing.domains", CarefulWeighing)
	return f.Err()
}

func allCovered(domains map[string]Coverage) bool {
	for _, c := range domains {
		if c == NotYet {
			return false
		}
	}
	return len(domains) > 0
}

// MayFollowUp refuses follow-up unless both answers are yes: enough signals, and the right table
// (R5.2-a).
func MayFollowUp(enoughSignals, rightTable Answer) error {
	var f livc.Faults
	f.Check(enoughSignals == Yes, "signals", "law.follow_up.signals", RightBody)
	f.Check(rightTable == Yes, "table", "law.follow_up.table", RightBody)
	return f.Err()
}
