package access

import "beraad.eu/livc"

// Truth is what is known about a fact. The zero value is Unknown, and an unknown fact never allows
// anything: a condition that cannot be evaluated refuses (Z3).
type Truth uint8

// Unknown, No and Yes.
const (
	Unknown Truth = iota
	No
	Yes
)

// True is the Truth of b.
func True(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// Facts are what the store found about an actor and an object, inside the transaction of the deed.
type Facts struct {
	// About the hat.
	Active      Truth // enrolled or recorded, not left
	ListManager Truth // keeps the list of authorised persons of the own organisation
	Municipal   Truth // sits for a municipality of this LIVC R
	Cleared     Truth // police seat: clearance "secret" valid today (X-L-d)
	MayRegister Truth // framework in force and own-file switch on (R6.2-a, R6.2-c)

	// About the object.
	Exists     Truth
	ListHolder Truth // holds the list that the object stands on; for the whole LIVC R: some list
	SheetHeld  Truth // holds the casusblad of the case
	Own        Truth // the object is the actor's: own referral, invitation, action, dossier, drawer
	Invited    Truth // invited for, or taking part in, the meeting or the case
	Inside     Truth // inside the open item
	Manager    Truth // case manager of the case
	CaseOpen   Truth // the case is not closed or erased; Yes when no case is concerned

	// Plain states, for the rules of the steps.
	Regime   livc.Regime
	Case     livc.CaseState
	Meeting  livc.MeetingState
	Item     livc.ItemState
	Referral livc.ReferralState
}
