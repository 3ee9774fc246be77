package processing

import "beraad.eu/livc"

// Manner is where a participant keeps what he keeps. Dutch: wijze van bijhouden.
type Manner string

// The manners; nothing is the default and a full answer (R6.2-a, R6.2-b, R6.2-i).
const (
	KeptNothing Manner = "none"    // niets
	KeptOutside Manner = "outside" // in het eigen systeem van de dienst
	KeptHere    Manner = "here"    // in een verzegeld dossier hier
)

// Manners lists the manners, nothing first.
func Manners() []Manner { return []Manner{KeptNothing, KeptOutside, KeptHere} }

// Dossier is what one participant keeps about one case, in one function: no colleague opens it, and
// neither do the mayor, the coordinator or the table (R6.2-g). Dutch: eigen dossier.
type Dossier struct {
	ID, Container, Organisation, Hat, Case livc.ID
	Manner                                 Manner
	Decided                                livc.Day
	Retention                              Retention
}

// CodeText is the code of the case as the dossier keeps it: it outlives the mayor's list (settled 7).
// Dutch: code in het dossier.
type CodeText struct{ Code livc.Secret }

// EntryText is one note in a dossier. Only the own words, the own action, the decision and its date
// may stand there without anybody's leave; what was heard from another stands there with the condition
// that he set (R2.5.3-i, architecture 6). Dutch: notitie in het dossier.
type EntryText struct {
	OwnWords, OwnAction, Decision, Discussed livc.Secret
	Heard, Condition                         livc.Secret
	Why                                      livc.Secret // the reason of necessity
	Category, Source                         livc.Secret // French Community only
}

// Entry is a note as it is shown. Dutch: notitie.
type Entry struct {
	ID   livc.ID
	Text *EntryText
}

// The kinds of record in a dossier.
const (
	codeRecord      = "code"
	entryRecord     = "entry"
	extensionRecord = "extension"
	copiedRecord    = "copied" // of a personal offer
)
