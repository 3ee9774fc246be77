package law

import "beraad.eu/livc"

// Path is a follow-up path as the rules see it: one for each person (R4.1-f). Dutch: opvolgingstraject.
type Path struct {
	Goals           []livc.Secret // in general words
	ClosingCriteria []string      // stems of the criteria of the protocol, or own goals
	AcceptedActions int
}

// MayStartPath refuses a path without closing criteria, agreed beforehand (R7.1-b), or without a goal
// fitted to the person and the family (R5.2-e).
func MayStartPath(p Path) error {
	var f livc.Faults
	f.Check(len(p.ClosingCriteria) > 0, "criteria", "law.path.closing_criteria", ClosingCriteria)
	f.Check(len(p.Goals) > 0, "goals", "law.path.goal", RightBody)
	return f.Err()
}

// Ground is the question asked at every discussion: is there still a ground? Dutch: grond.
type Ground struct {
	StillConcern Answer
	Reason       livc.Secret
}

// MayStayOpen refuses to go on with a case when the concern about radicalisation is gone: then the
// ground lapses and the case closes (R7.1-a). No answer is no ground.
func MayStayOpen(g Ground) error {
	if g.StillConcern == Yes && !g.Reason.Empty() {
		return nil
	}
	return livc.Denied("law.close.no_ground", GroundLapses)
}

// MayClose refuses to close while a question is open without an owner or a reason; history does not
// outlive the retention (R7.1-b, R7.1-c).
func MayClose(openQuestions int, reasonToLeaveOpen livc.Secret) error {
	if openQuestions > 0 && reasonToLeaveOpen.Empty() {
		return livc.Invalid("law.close.open_questions", ClosingCriteria).At("questions")
	}
	return nil
}
