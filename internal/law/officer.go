package law

import "beraad.eu/livc"

// Check is the answer of the information officer before a case goes on the agenda: two answers without
// text. Dutch: nazicht door de information officer (R2.3.2-b, R2.3.2-c).
type Check string

// The two answers.
const (
	MayGoOnAgenda Check = "agenda"  // mag op de agenda
	CallMe        Check = "call_me" // bel mij
)

// Checks lists the two answers.
func Checks() []Check { return []Check{MayGoOnAgenda, CallMe} }

// CheckedSentence is what everybody else reads, the same for both answers: who is known to the police
// stays with the police (R2.3.2-b).
const CheckedSentence = "law.check.done"

// MayCheck refuses the answer, a hold and every exchange with the LTF to anybody but the information
// officer, the one bridge between the two tables (R2.3.2-a, R4.1.3-a, R4.1.3-b, R4.1.3-c).
func MayCheck(by livc.Function) error {
	if by == livc.Officer {
		return nil
	}
	return livc.Denied("law.check.officer_only", OfficerBridges)
}

// MayGoOn refuses a step in a case while a hold stands, without saying why: an inquiry comes first
// (R2.3.2-c, R2.5.3-k).
func MayGoOn(held bool) error {
	if held {
		return livc.Denied("law.hold.wait", HoldRespected)
	}
	return nil
}
