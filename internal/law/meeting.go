package law

import "beraad.eu/livc"

// MeetingPurpose is why a meeting is held. Dutch: finaliteit.
type MeetingPurpose string

// PreventTerrorism is the one purpose a LIVC R may have; there is no free text for it (R0.0-a, R0.1-c,
// X-L-a).
const PreventTerrorism MeetingPurpose = "prevent_terrorism"

// TableKind is which of the tables meets. Dutch: soort overleg.
type TableKind string

// The tables; only the operational one rests on the law and may speak about persons.
const (
	Operational  TableKind = "operational"
	Strategic    TableKind = "strategic"
	Intermediate TableKind = "intermediate"
)

// TableKinds lists the tables.
func TableKinds() []TableKind { return []TableKind{Operational, Strategic, Intermediate} }

// MayHoldCases refuses a case at any table but the operational one (R2.2-b).
func MayHoldCases(t TableKind) error {
	if t == Operational {
		return nil
	}
	return livc.Denied("law.table.no_cases", OperationalOnly)
}

// Opening is what is known when a meeting is about to open.
type Opening struct {
	By         livc.Function // who opens
	Basis      livc.NormID   // the legal basis of the conference
	Purpose    MeetingPurpose
	Modalities livc.ID   // the version of the protocol that says how
	Invited    []livc.ID // who may take part
	Seats      []Seat    // who is present
	WithCases  bool      // false: a meeting without cases, for which no quorum is asked
	// SecrecyRead tells that the secrecy text was read aloud.
	SecrecyRead bool
}

// MayOpen refuses to open a meeting unless it has a chair who may chair, a legal basis valid on the day,
// the fixed purpose, a way of working, a list of participants, the secrecy text read aloud and, for
// cases, the three seats (R0.1-a, R0.1-b, R0.1-c, R0.1-d, R0.2-a, R0.2-b, R2.3-b, X-C-b, X-C-c).
// Every reason is given at once.
func MayOpen(o Opening, on livc.Day) error {
	var f livc.Faults
	if MayChair(o.By) != nil {
		f.Add(livc.Denied("law.chair.only_mayor", OnlyMayorChairs))
	}
	check := func(ok bool, key string, norm livc.NormID) {
		if !ok {
			f.Add(livc.Denied(key, norm))
		}
	}
	check(validBasis(o.Basis, on), "law.meeting.no_basis", TableException)
	check(o.Purpose == PreventTerrorism, "law.meeting.purpose", TableException)
	check(o.Modalities != "", "law.meeting.no_modalities", TableException)
	check(len(o.Invited) > 0, "law.meeting.no_participants", TableException)
	check(o.SecrecyRead, "law.meeting.secrecy_not_read", TableSecrecyDuty)
	if o.WithCases {
		missing, _ := Composition(o.Seats, on)
		for _, m := range missing {
			f.Add(livc.Denied(m.Key, m.Norm).With("seat", string(m.Seat)))
		}
	}
	return f.Err()
}

// The LIVC R law makes the conference lawful by itself; no permission of the prosecutor is needed
// (R0.2-a, X-L-m).
func validBasis(basis livc.NormID, on livc.Day) bool {
	n, ok := On(basis, on)
	return ok && n.ID == ConsultationStructure
}

// Entry is what is known of a person at the door of one item.
type Entry struct {
	Function        livc.Function
	Invited         bool // by the mayor or the representative, for this case
	Acknowledged    bool // the secrecy of the table, in this meeting
	AdHoc, Briefed  bool // an ad hoc participant talks to the coordinator first
	FramedAtOpening bool // named own rules and duties to report at the start
	Framework       Framework
	Seat            Seat // read for the police seat only
}

// MayEnter refuses an item to who was not invited for this case (R3.0-a, R0.3-b), has not acknowledged
// the secrecy (R0.1-d), sits for the police without clearance (X-L-d), or comes ad hoc without a
// briefing (R2.3.6-a, R2.3.6-b). A participant of the French Community first names the own frame (X-F-l).
func MayEnter(e Entry, on livc.Day) error {
	switch {
	case !e.Invited:
		return livc.NotFound()
	case !e.Acknowledged:
		return livc.Denied("law.enter.secrecy_first", TableSecrecyDuty)
	case e.Function == livc.Officer && !e.Seat.Cleared(on):
		return livc.Denied("law.seat.not_cleared", PoliceCleared)
	case e.AdHoc && !e.Briefed:
		return livc.Denied("law.enter.brief_first", AdHocBriefed)
	case e.Framework.PreparesWithPerson && !e.FramedAtOpening:
		return livc.Denied("law.enter.own_frame_first", FrenchOwnFrame)
	}
	return nil
}

// BriefingMayHold refuses case data in the talk with an ad hoc participant: no secrets and no personal
// data of earlier meetings (R2.3.6-c).
func BriefingMayHold(caseData bool) error {
	if caseData {
		return livc.Denied("law.briefing.no_case_data", TableSecrecyDuty)
	}
	return nil
}
