package law

import (
	"slices"

	"beraad.eu/livc"
)

// Invitation is what is known of an invitation before it leaves. Dutch: uitnodiging.
type Invitation struct {
	By             livc.Function
	Category       Category
	Framework      Framework
	Sent, Meeting  livc.Day
	Urgency        livc.Secret // why it cannot wait
	Contribution   livc.Secret // the question this participant can answer
	TimeAndPlace   bool
	PersonNamed    bool // inside the protected invitation, never in the message
	ServicesNamed  bool
	Age            livc.AgeBand
	SpecialReasons livc.Secret // for a child below 12
}

// MayInvite refuses an invitation (each case has its own, R2.3-a) that does not come from the mayor or the representative (R3.0-a,
// R1.3-b), goes to a body that may not sit (R2.3-e) or whose framework is not in force (R2.3-d), does
// not say what the participant can contribute (X-L-e), or comes too late for the framework without a
// reason (X-F-d). The French Community asks that all elements are named (X-F-e).
func MayInvite(i Invitation) error {
	if !i.By.Chairs() {
		return livc.Denied("law.invite.only_mayor", MayorInvites)
	}
	if err := MayInviteCategory(i.Category); err != nil {
		return err
	}
	if err := i.Framework.MayTakePart(); err != nil {
		return err
	}
	return invitationFaults(i)
}

func invitationFaults(i Invitation) error {
	var f livc.Faults
	f.Check(!i.Contribution.Empty(), "contribution", "law.invite.contribution", MayorInvites)
	f.Check(i.TimeAndPlace, "when", "law.invite.when", MayorInvites)
	days := i.Framework.InvitationDays
	if days > 0 && i.Sent.Until(i.Meeting) < days {
		f.Check(!i.Urgency.Empty(), "urgency", "law.invite.too_late", FrenchFourteenDays)
	}
	if i.Framework.Regime == livc.RegimeFrench {
		f.Check(i.PersonNamed, "person", "law.invite.name_person", FrenchInvitation)
		f.Check(i.ServicesNamed, "services", "law.invite.name_services", FrenchInvitation)
	}
	if i.Age == livc.Under12 {
		f.Check(!i.SpecialReasons.Empty(), "motivation", "law.minor.motivation", ChildFirst, FrenchInvitation)
	}
	return f.Err()
}

// frenchInvitationDays lie between sending and meeting in the framework of the French Community.
const frenchInvitationDays = 14

// Addressee is to whom an invitation goes. Dutch: bestemmeling.
type Addressee string

// The addressees.
const (
	ToParticipant Addressee = "participant"
	ToSuperior    Addressee = "superior"  // who tells the case holder
	ToDirection   Addressee = "direction" // of schools and the like
)

// Addressees lists the addressees.
func Addressees() []Addressee { return []Addressee{ToParticipant, ToSuperior, ToDirection} }

// AddresseeOf tells to whom the invitation goes: in the French Community to the superior of the case
// holder, or to the direction of a school and the like (X-F-c).
func AddresseeOf(regime livc.Regime, c Category) Addressee {
	if regime != livc.RegimeFrench {
		return ToParticipant
	}
	if slices.Contains(addressedToDirection, c) {
		return ToDirection
	}
	return ToSuperior
}

// Reply is an answer to an invitation. All are equal, and none has a consequence. Dutch: antwoord op de
// uitnodiging.
type Reply string

// The replies.
const (
	Comes       Reply = "comes"
	DoesNotCome Reply = "does_not_come"
	CallsFirst  Reply = "calls_first"
	NotInCare   Reply = "not_in_care"
)

// RepliesFor lists the replies that a framework offers: taking part is free (R0.3-c, R3.0-b, X-F-f),
// and a service of the French Community that does not know the person declines (X-F-b).
func RepliesFor(f Framework) []Reply {
	replies := []Reply{Comes, DoesNotCome, CallsFirst}
	if f.DeclinesOutsideCare {
		replies = append(replies, NotInCare)
	}
	return replies
}

// CheckReply refuses a reply that the framework does not offer. In the Flemish framework who does not
// come gives the mayor a reason (R3.0-c); in the French one the reason stays in the service and is
// refused here (X-F-h).
func CheckReply(r Reply, reason livc.Secret, f Framework) error {
	switch {
	case !slices.Contains(RepliesFor(f), r):
		return livc.Invalid("law.reply.unknown", FreeParticipation).At("reply")
	case f.ReasonStaysInside && !reason.Empty():
		return livc.Denied("law.reply.reason_inside", FrenchReasonInside).At("reason")
	case f.Regime == livc.RegimeFlemish && r == DoesNotCome && reason.Empty():
		return livc.Invalid("law.reply.reason", ReasonedAnswer).At("reason")
	}
	return nil
}

// MayRemind tells whether a neutral reminder may follow: never after an answer, and once at most; there
// is no pressure (R0.3-c, R3.0-b, R3.0-e).
func MayRemind(answered bool, sent int) bool { return !answered && sent == 0 }

// InvitationRights are the sentences that every invitation shows: free to come, free to share, no
// sanction, and where to complain (R3.0-b, R3.0-d, R3.0-e, R3.0-f).
func InvitationRights() []Duty {
	return []Duty{
		{Key: "law.rights.free", Norm: FreeParticipation},
		{Key: "law.rights.speak", Norm: RightToSpeak},
		{Key: "law.rights.no_sanction", Norm: NoSanction},
		{Key: "law.rights.talk", Norm: ReasonedAnswer},
		{Key: "law.rights.complain", Norm: NoSanction},
	}
}
