package closing

import "beraad.eu/livc"

// GoalState is how far a goal of the path was reached. It is about the path, never about the person.
// Dutch: staat van een doel.
type GoalState string

// The states a goal can end in.
const (
	Reached       GoalState = "reached"
	PartlyReached GoalState = "partly"
	NotReached    GoalState = "not"
	NoLonger      GoalState = "no_longer"
)

// GoalStates lists them.
func GoalStates() []GoalState { return []GoalState{Reached, PartlyReached, NotReached, NoLonger} }

// Fulfilled is the answer to a closing criterion. Dutch: antwoord op een afsluitcriterium.
type Fulfilled string

// The answers.
const (
	FullyYes      Fulfilled = "yes"
	PartlyYes     Fulfilled = "partly"
	NotYes        Fulfilled = "no"
	NotApplicable Fulfilled = "not_applicable"
)

// FulfilledAnswers lists them.
func FulfilledAnswers() []Fulfilled {
	return []Fulfilled{FullyYes, PartlyYes, NotYes, NotApplicable}
}

// Criterion is a closing criterion that was chosen when the path began. Dutch: afsluitcriterium.
type Criterion struct {
	ID     livc.ID
	Text   string
	Answer Fulfilled
}

// Verdict is what the table decides. Dutch: besluit over afsluiten.
type Verdict string

// The verdicts.
const (
	Close     Verdict = "close"      // afsluiten
	LastCheck Verdict = "last_check" // laatste controle op ...
	GoOn      Verdict = "further"    // verder
)

// Verdicts lists them.
func Verdicts() []Verdict { return []Verdict{Close, LastCheck, GoOn} }

// Reason is why a case closes; none says anything of the person. Dutch: reden van afsluiten.
type Reason string

// The reasons, with the rules that stop a path whatever its goals.
const (
	GoalsReached Reason = "goals"
	NoGround     Reason = "no_ground"
	OtherTable   Reason = "other_table"
	Moved        Reason = "moved"
	NothingNew   Reason = "nothing_new"
	Died         Reason = "died"
	Mistaken     Reason = "mistake" // erased at once
)

// Reasons lists them.
func Reasons() []Reason {
	return []Reason{GoalsReached, NoGround, OtherTable, Moved, NothingNew, Died, Mistaken}
}

// Telling is how the mayor of the town to which somebody moved hears of it. Dutch: hoe de andere burgemeester het hoort.
type Telling string

// The ways.
const (
	ByMouth  Telling = "mouth"
	ByLetter Telling = "letter" // sealed
	ByFile   Telling = "file"   // made by Beraad and carried by people
)

// Tellings lists them.
func Tellings() []Telling { return []Telling{ByMouth, ByLetter, ByFile} }
