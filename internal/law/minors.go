package law

import "beraad.eu/livc"

// Question is something the table must answer, "not known yet" included: the key of its text.
type Question string

// QuestionsFor are the extra questions of a case by age: whether the young person knows, what he or she
// wants, and the parents, and what is in the interest of the child (X-F-i, X-O-f). An unknown age asks
// for the age and keeps the questions.
func QuestionsFor(a livc.AgeBand) []Question {
	if a == livc.Adult {
		return nil
	}
	q := []Question{"law.minor.knows", "law.minor.wants", "law.minor.parents", "law.minor.interest"}
	if a == livc.AgeUnknown || a == "" {
		q = append([]Question{"law.minor.age"}, q...)
	}
	return q
}

// MayDiscussChild refuses a case of a child below 12 without a special motivation, whatever the
// framework; the decree of the French Community asks it in the invitation (X-F-e, X-F-i).
func MayDiscussChild(a livc.AgeBand, motivation livc.Secret) error {
	if a == livc.Under12 && motivation.Empty() {
		return livc.Invalid("law.minor.motivation", ChildFirst, FrenchInvitation).At("motivation")
	}
	return nil
}

// EighteenthBirthday is the day on which the case gets an agenda point with a fresh reason, and no
// answer by default. Born on 29 February: 1 March.
func EighteenthBirthday(born livc.Day) livc.Day { return born.Add(18, 0, 0) }

// BandOn is the age band of somebody of whom only the year of birth is known. In the year in which a
// birthday decides, the younger band holds: it protects more. 0 is an unknown year.
func BandOn(birthYear int, on livc.Day) livc.AgeBand {
	if birthYear == 0 {
		return livc.AgeUnknown
	}
	surely := on.Start().Year() - birthYear - 1
	switch {
	case surely < 12:
		return livc.Under12
	case surely < 18:
		return livc.Minor
	}
	return livc.Adult
}

// MayGoOnAtEighteen refuses to keep following somebody who turned 18 without a fresh reason; silence
// neither closes nor continues.
func MayGoOnAtEighteen(freshReason livc.Secret) error {
	if freshReason.Empty() {
		return livc.Invalid("law.minor.fresh_reason", ChildFirst, GroundLapses).At("reason")
	}
	return nil
}

// ChildAgreement is what a youth care service of the French Community knows about a child's consent.
type ChildAgreement struct {
	Child           bool
	YouthCare       bool // the service carries out help, prevention or protection of youth
	Agreed          bool
	InSharedDBase   bool // the child stands in the common database; the information officer says so
	InterestWeighed bool
}

// MayTakePartForChild refuses to take part for a child before the interest of the child was weighed,
// and for a youth care service without the child's agreement, unless the child stands in the common
// database (X-F-i).
func MayTakePartForChild(c ChildAgreement) error {
	switch {
	case !c.Child:
		return nil
	case !c.InterestWeighed:
		return livc.Invalid("law.child.interest_first", FrenchChild).At("interest")
	case c.YouthCare && !c.Agreed && !c.InSharedDBase:
		return livc.Denied("law.child.no_agreement", FrenchChild)
	}
	return nil
}
