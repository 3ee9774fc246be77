package discussion

import (
	"slices"

	"beraad.eu/livc"
)

// Agreement is how a decision was reached. Dutch: eensgezindheid.
type Agreement string

// The two ways: a decision may pass with dissent, feedback to the LTF may not.
const (
	Consensus Agreement = "consensus"
	Dissent   Agreement = "dissent"
)

// Agreements lists the ways in which a decision was reached.
func Agreements() []Agreement { return []Agreement{Consensus, Dissent} }

// DissentTheme says what a dissent was about, never whose it was. Dutch: thema van het verschil.
type DissentTheme string

// The themes of a dissent.
const (
	DissentSharing   DissentTheme = "sharing"
	DissentDecision  DissentTheme = "decision"
	DissentElsewhere DissentTheme = "elsewhere" // hoort hier niet
	DissentEarly     DissentTheme = "early"     // te vroeg
	DissentMeans     DissentTheme = "means"     // een lichter middel volstaat
)

// DissentThemes lists the themes of a dissent.
func DissentThemes() []DissentTheme {
	return []DissentTheme{DissentSharing, DissentDecision, DissentElsewhere, DissentEarly, DissentMeans}
}

// Known is an answer that may be that one does not know: that is a full answer (settled 17).
// Dutch: antwoord met nog niet geweten.
type Known string

// The answers.
const (
	KnownYes Known = "yes"
	KnownNo  Known = "no"
	NotKnown Known = "unknown"
)

// Knowns lists the answers.
func Knowns() []Known { return []Known{KnownYes, KnownNo, NotKnown} }

// InformingChoice is what the table decided about telling the person. Dutch: keuze over informeren.
type InformingChoice string

// The choices; nothing happens by itself (R4.2-c).
const (
	InformNot   InformingChoice = "not"
	InformLater InformingChoice = "later"
	InformNow   InformingChoice = "inform"
)

// InformingChoices lists the choices.
func InformingChoices() []InformingChoice {
	return []InformingChoice{InformNot, InformLater, InformNow}
}

// Domains are the stems of the ten life domains; their words stand in the guide for weighing.
func Domains() []string {
	return []string{"home", "school_work", "friends", "online", "health", "identity", "injustice", "violence", "housing_money", "authorities"}
}

// Stops are the stems of the three fixed questions (R4.3-a).
func Stops() []string { return []string{"other_person", "own_view", "other_explanation"} }

// known tells whether a word is on a list.
func known[T ~string](list []T, v T) bool { return slices.Contains(list, v) }

// Criterion is one criterion of the protocol. Dutch: criterium uit het protocol.
type Criterion struct {
	ID   livc.ID
	Text string
}

// InformingResult is whether the person heard of the talk. Dutch: uitkomst van het informeren.
type InformingResult string

// The results; none of them says what the person answered.
const (
	PersonTold       InformingResult = "told"
	PersonNotReached InformingResult = "not_reached"
	PersonNotWanted  InformingResult = "not_wanted"
	PersonNotTold    InformingResult = "not_told"
)

// InformingResults lists the results.
func InformingResults() []InformingResult {
	return []InformingResult{PersonTold, PersonNotReached, PersonNotWanted, PersonNotTold}
}
