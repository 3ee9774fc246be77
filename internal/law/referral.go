package law

import "beraad.eu/livc"

// Referral is a referral before it is sent, as the rules see it. Dutch: aanmelding.
type Referral struct {
	To                livc.Function
	SelfChecked       bool        // weighed whether it belongs here
	TeamAsked         Answer      // discussed in the own organisation; a no is an answer too
	Indication        livc.Secret // why one thinks of a process of radicalisation
	Facts             int         // facts or signals; none needs to break a norm
	Written           bool        // false: told in a conversation
	WrittenSwitchedOn bool        // by the protocol
	AcuteDanger       bool
}

// MayRefer refuses a referral that does not go to the mayor or the representative (R4.1-c, R4.1.2-a),
// skips the own weighing (R4.1-a, R4.1-b), names no indication and no fact (R2.1-e, R4.1-d), or is
// written where the protocol kept to speech (R4.1-h, R4.1-i). In danger one calls; it is no work for the
// LIVC R. No offence is asked for (R0.2-c, R2.1-g).
func MayRefer(r Referral) error {
	if r.AcuteDanger {
		return livc.Denied("law.refer.danger", HelpInDanger)
	}
	if r.Written && !r.WrittenSwitchedOn {
		return livc.Denied("law.refer.oral_first", OralReferral)
	}
	var f livc.Faults
	f.Check(r.To.Chairs(), "to", "law.refer.to_mayor", FlemishReferral)
	f.Check(r.SelfChecked, "self_check", "law.refer.weigh_first", ReferralGates)
	f.Check(r.TeamAsked != Silent, "team", "law.refer.team", ReferralGates)
	f.Check(!r.Indication.Empty(), "indication", "law.refer.indication", MayorsList)
	f.Check(r.Facts > 0, "facts", "law.refer.fact", MayorsList)
	return f.Err()
}

// MayList refuses to put a case on the list to anybody but the mayor or the representative, without a
// ground, or before the officer looked (R4.1-e, X-L-f, R2.3.2-b). In a joint LIVC R the mayor of the
// residence decides (X-L-b).
func MayList(by livc.Function, ownMunicipality bool, ground livc.Secret, checked Check) error {
	if !by.Chairs() {
		return livc.Denied("law.list.only_mayor", MayorsList)
	}
	if !ownMunicipality {
		return livc.NotFound()
	}
	var f livc.Faults
	f.Check(!ground.Empty(), "ground", "law.list.ground", MayorsList)
	f.Check(checked == MayGoOnAgenda, "check", "law.list.check_first", OfficerBridges)
	return f.Err()
}

// MayTransfer refuses a transfer to another municipality to anybody but the mayors; it is a fresh
// referral without history (R4.1.4-a).
func MayTransfer(by livc.Function, withHistory bool) error {
	if !by.Chairs() {
		return livc.Denied("law.transfer.only_mayor", MayorToMayor)
	}
	if withHistory {
		return livc.Denied("law.transfer.no_history", MayorToMayor)
	}
	return nil
}
