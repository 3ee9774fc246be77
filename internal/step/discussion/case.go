package discussion

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Case is what stands in clear about a case: random ids, states and days. Who it is about is an entry of
// the mayor's list (ListEntry). Dutch: casus.
type Case struct {
	ID, Municipality  livc.ID
	Code              string // a word and a number, without any tie to the person
	State             livc.CaseState
	Ages              livc.AgeBand
	Origin            Manner    // how its first referral came
	Sheet             livc.ID   // container of the casusblad
	AgendaOnly        bool      // no framework allows a casusblad: its container holds what the agenda needs (X-L-l)
	Manager, Director livc.ID   // hats
	Reach             law.Reach // of the manager's mandate (R2.3.5-c)
	Listed            livc.Day
	FirstDiscussed    livc.Day
	LastDiscussed     livc.Day
	Restarts          int
	Due               livc.Day // the first day on which it must be gone
	Review, Closed    livc.Day
	ClosingReason     string
	AdultOn           livc.Day
	Revision          int
}

// Identity is the least that says who it is about. Dutch: wie het is.
type Identity struct{ First, Last, BirthYear, Town livc.Secret }

// ListEntry is one line of the mayor's list: the only place where a code and a person stand together
// (X-L-f). It is sealed to the holders of that list, under the id of its case. Dutch: lijn van de lijst.
type ListEntry struct {
	First, Last, BirthYear, Town livc.Secret
	Ground                       livc.Secret // which indications there are
	NextStep                     livc.Secret
}

// Who gives the identity of an entry.
func (e ListEntry) Who() Identity { return Identity{e.First, e.Last, e.BirthYear, e.Town} }

// entryKind is the kind of the records of the mayor's list.
const entryKind = "entry"
