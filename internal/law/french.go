package law

import (
	"slices"

	"beraad.eu/livc"
)

// DataCategory is one of the nine kinds of data that the French Community allows. They name what a note
// is about; there is no field for any of them. Dutch: categorie van gegevens (X-F-m).
type DataCategory string

// The nine kinds, in the order of the decree.
const (
	Identification DataCategory = "identification"
	WorkAndSchool  DataCategory = "work_school"
	CivilStatus    DataCategory = "civil_status"
	Debts          DataCategory = "debts"
	LifeAndLeisure DataCategory = "life_leisure"
	Household      DataCategory = "household"
	Housing        DataCategory = "housing"
	PoliceJudicial DataCategory = "police_judicial"
	RiskSituations DataCategory = "risk_situations"
)

// DataCategories lists the nine kinds.
func DataCategories() []DataCategory {
	return []DataCategory{Identification, WorkAndSchool, CivilStatus, Debts, LifeAndLeisure, Household, Housing, PoliceJudicial, RiskSituations}
}

// FrenchNote is a note that a participant of the French Community wants to keep.
type FrenchNote struct {
	Category     DataCategory
	Source       livc.Secret // where it comes from
	AboutOthers  bool        // about relations of the person
	SharedAtItem bool        // it was shared at the conference
	SpecialKind  bool        // health, origin or conviction
}

// MayKeepFrenchNote refuses a note outside the nine kinds, without its source, about relations of the
// person (they may be shared, never registered), about what was not shared at the conference, and of a
// special kind: Beraad offers no place for those (X-F-m, X-D-c).
func MayKeepFrenchNote(n FrenchNote) error {
	var f livc.Faults
	f.Check(slices.Contains(DataCategories(), n.Category), "category", "law.french.category", FrenchDataCategories)
	f.Check(!n.Source.Empty(), "source", "law.french.source", FrenchDataCategories)
	f.Check(!n.AboutOthers, "about", "law.french.relations", FrenchDataCategories)
	f.Check(n.SharedAtItem, "shared", "law.french.not_shared", FrenchDataCategories)
	f.Check(!n.SpecialKind, "special", "law.french.special", FrenchDataCategories, SpecialKinds)
	return f.Err()
}

// RightsRequest is a request of a person about the own data. Dutch: verzoek over eigen gegevens.
type RightsRequest struct {
	Received livc.Day
	Extended bool // the term was lengthened by two months, with a reason
	Limited  bool // refused or limited
	Reasons  livc.Secret
	Told     bool // the person was told of the complaint to the supervisory authority
}

// AnswerBy is the last day for the written answer: one month, and two more when extended (X-F-o).
func (r RightsRequest) AnswerBy() livc.Day {
	if r.Extended {
		return r.Received.Add(0, 3, 0)
	}
	return r.Received.Add(0, 1, 0)
}

// CheckAnswer refuses an answer that limits a right without a logged reason or without telling where
// to complain (X-F-o).
func CheckAnswer(r RightsRequest) error {
	if !r.Limited {
		return nil
	}
	var f livc.Faults
	f.Check(!r.Reasons.Empty(), "reasons", "law.french.log_reasons", FrenchRights)
	f.Check(r.Told, "complaint", "law.french.tell_complaint", FrenchRights)
	return f.Err()
}

// FrenchParticipation is who comes for a service of the French Community.
type FrenchParticipation struct {
	PersonInCare     bool
	Holder           bool // the case holder comes
	SuperiorBound    bool // or a superior, bound by professional secrecy as well
	FixedReplacement bool // or a permanent representative
	Voluntary        Answer
	PreparedOrExempt bool // prepared with the person, as far as the own rules ask it
}

// MayTakePartFrench refuses a participation without care for the person (X-F-b), by somebody who is none
// of the three (X-F-g), or not of one's own free will (X-F-f). What is shared is one's own choice, after
// talking with a superior if one likes (X-F-j), and the case holder prepares with the person (X-F-k).
func MayTakePartFrench(p FrenchParticipation) error {
	switch {
	case !p.PersonInCare:
		return livc.Denied("law.french.not_in_care", FrenchNotInCare)
	case !p.Holder && !p.SuperiorBound && !p.FixedReplacement:
		return livc.Denied("law.french.who_comes", FrenchParticipant)
	case p.Voluntary != Yes:
		return livc.Denied("law.french.voluntary", FrenchVoluntary)
	case p.Holder && !p.PreparedOrExempt:
		return livc.Invalid("law.french.prepare", FrenchPrepares).At("prepared")
	}
	return nil
}
