package law

import (
	"slices"

	"beraad.eu/livc"
)

// Betrayal is what of an action could tell the person who spoke about him. Dutch: wat een bron kan verraden.
type Betrayal string

// What can betray: who does it, or when it happens.
const (
	ByPerson Betrayal = "person"
	ByTiming Betrayal = "timing"
)

// AlternativeKind is what would be otherwise in an action that betrays nobody. Dutch: soort alternatief.
type AlternativeKind string

// The kinds of alternative.
const (
	AnotherActor  AlternativeKind = "actor"   // somebody else takes it on
	LaterDate     AlternativeKind = "later"   // long enough after the table
	KnownContact  AlternativeKind = "contact" // at a moment of contact that was agreed before
	AnotherReason AlternativeKind = "reason"  // on an occasion that is there anyway, and is true
)

// AlternativeKinds lists the kinds.
func AlternativeKinds() []AlternativeKind {
	return []AlternativeKind{AnotherActor, LaterDate, KnownContact, AnotherReason}
}

// Alternative is one way to do the same without betraying who spoke: what changes, and into what.
// Dutch: alternatief van de brontoets.
type Alternative struct {
	Kind   AlternativeKind
	Holder livc.ID  // who takes it on, when that changes
	Due    livc.Day // when, when that changes
}

// Doer is somebody inside who could take an action on. Dutch: mogelijke trekker.
type Doer struct{ ID, Organisation livc.ID }

// Contact is a moment at which a service speaks with the person or the parents anyway. Dutch: bestaand
// contactmoment.
type Contact struct {
	Organisation livc.ID
	On           livc.Day
}

// SourceCheck is an action as the source check sees it. Dutch: brontoets.
type SourceCheck struct {
	Betrays  []Betrayal // what the table answered; none: it does not know which
	Holder   livc.ID    // who would take it on
	Due, Sat livc.Day   // by when, and the day of the table
	Teller   livc.ID    // who knows the person best and spoke first
	Inside   []Doer     // who could take it on, in the order of speaking
	Contacts []Contact
}

// An action is no longer felt as the answer to a talk when some weeks lie between; a proposal waits two
// or four. These are ours, not the law's: the table may choose any day.
const (
	someWeeks = 14
	moreWeeks = 28
	mostNames = 3 // of others who are proposed: a choice, not a list of everybody
)

// Alternatives proposes how the same help can be given without anybody seeing who spoke: another actor,
// a later date, a contact that is there anyway, another reason. What betrays comes first. It proposes
// only: the table chooses (R2.5.3-d, R2.5.3-m).
func (c SourceCheck) Alternatives() (list []Alternative) {
	order := AlternativeKinds()
	switch {
	case c.only(ByPerson):
		order = []AlternativeKind{AnotherActor, KnownContact, AnotherReason}
	case c.only(ByTiming):
		order = []AlternativeKind{LaterDate, KnownContact, AnotherReason}
	}
	for _, kind := range order {
		switch kind {
		case AnotherActor:
			list = append(list, c.actors()...)
		case LaterDate:
			list = append(list, c.dates()...)
		case KnownContact:
			list = append(list, c.contacts()...)
		case AnotherReason:
			list = append(list, Alternative{Kind: AnotherReason})
		}
	}
	return list
}

func (c SourceCheck) only(b Betrayal) bool { return len(c.Betrays) == 1 && c.Betrays[0] == b }

// actors are others than who would do it and than who told: those who see the person anyway first.
func (c SourceCheck) actors() (list []Alternative) {
	others := slices.DeleteFunc(slices.Clone(c.Inside), func(d Doer) bool { return d.ID == c.Holder || d.ID == c.Teller })
	slices.SortStableFunc(others, func(a, b Doer) int { return c.stranger(a) - c.stranger(b) })
	for _, d := range others[:min(len(others), mostNames)] {
		list = append(list, Alternative{Kind: AnotherActor, Holder: d.ID})
	}
	return list
}

// stranger is 0 for a service that sees the person anyway, else 1.
func (c SourceCheck) stranger(d Doer) int {
	if slices.ContainsFunc(c.Contacts, func(k Contact) bool { return k.Organisation == d.Organisation }) {
		return 0
	}
	return 1
}

func (c SourceCheck) dates() (list []Alternative) {
	for _, days := range []int{someWeeks, moreWeeks} {
		list = append(list, Alternative{Kind: LaterDate, Due: max(c.Due, c.Sat).Add(0, 0, days)})
	}
	return list
}

// contacts are the agreed moments after the table of who is inside; the day of the table itself is none.
func (c SourceCheck) contacts() (list []Alternative) {
	for _, k := range c.Contacts {
		at := slices.IndexFunc(c.Inside, func(d Doer) bool { return d.Organisation == k.Organisation })
		if at >= 0 && k.On > c.Sat {
			list = append(list, Alternative{Kind: KnownContact, Holder: c.Inside[at].ID, Due: k.On})
		}
	}
	return list
}

// NextContact is the first day of an agreed rhythm from a day on; "" when none was agreed, or when a
// single day has passed. Nobody notes that a contact took place, so a rhythm goes on by itself (R2.3.5-h).
func NextContact(next livc.Day, everyWeeks int, from livc.Day) livc.Day {
	if everyWeeks <= 0 && next < from {
		return ""
	}
	for next != "" && next < from {
		next = next.Add(0, 0, 7*everyWeeks)
	}
	return next
}
