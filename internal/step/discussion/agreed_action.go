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
}

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
