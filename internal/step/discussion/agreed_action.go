package discussion

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AgreedAction is what somebody takes on after a decision of the table. Without the own yes of who takes
// it on it is a question (R1.2-b). Dutch: afspraak aan tafel.
type AgreedAction struct {
	ID, Case, Item       livc.ID
	Hat, Attendee        livc.ID // who takes it on; the hat is empty without an account
	Organisation, Record livc.ID
	Note                 livc.ID // the container of the holder's own copy
	Kind                 law.ActionKind
	Due                  livc.Day
	State                livc.ActionState
	Betrays              string // no, or yes_changed
	ThirdParty           string // "", asked, agreed, done
	ParentsKnow          Known
	OwnYes               bool
	Result               Result // once it is done, when its holder says it
}

// Result is what an agreed action brought, in one word that its holder chooses; nobody is judged by it
// (R2.3.5-i). Dutch: resultaat van een afspraak.
type Result string

// The results; not known yet is a full answer.
const (
	Helped       Result = "helped"
	HelpedPartly Result = "partly"
	NoChange     Result = "no_change"
	ResultLater  Result = "not_known"
)

// Results lists the results.
func Results() []Result { return []Result{Helped, HelpedPartly, NoChange, ResultLater} }

// ActionText is the sealed text of an agreed action. Dutch: tekst van een afspraak.
type ActionText struct {
	What, Why, Contact                         livc.Secret
	Enough, Proportionate, Repercussions, Task livc.Secret
}

// Goal is what the path wants to reach with the person and the family. Dutch: doel.
type Goal struct {
	ID, Record livc.ID
	Domain     string
	Due        livc.Day
	State      string // set, reached, partly, not, no_longer
}

// GoalText is the sealed text of a goal. Dutch: tekst van een doel.
type GoalText struct{ Text livc.Secret }
