package law

import "beraad.eu/livc"

// SeatKind is one of the three seats that the law requires. Dutch: verplichte zetel.
type SeatKind string

// The three seats (R0.2-b, R2.3-b). The coordinator is the municipal prevention officer (R2.3.3-a) and
// the police seat is in practice the information officer's (R2.3-c).
const (
	MayorSeat      SeatKind = "mayor"
	PoliceSeat     SeatKind = "police"
	PreventionSeat SeatKind = "prevention"
)

// SeatKinds lists the three seats.
func SeatKinds() []SeatKind { return []SeatKind{MayorSeat, PoliceSeat, PreventionSeat} }

// SeatOf tells which of the three seats a function may fill; "" for everybody else.
func SeatOf(f livc.Function) SeatKind {
	switch f {
	case livc.Mayor, livc.Representative:
		return MayorSeat
	case livc.Officer:
		return PoliceSeat
	case livc.Coordinator:
		return PreventionSeat
	}
	return ""
}

// Clearance is the level of a security clearance. Only level and last day are kept, never the file.
// Dutch: veiligheidsmachtiging.
type Clearance string

// The levels of a clearance; secret is the least that the police seat asks.
const (
	NotCleared   Clearance = ""
	Confidential Clearance = "confidential"
	SecretLevel  Clearance = "secret"
	VerySecret   Clearance = "very_secret"
)

// Clearances lists the levels.
func Clearances() []Clearance {
	return []Clearance{NotCleared, Confidential, SecretLevel, VerySecret}
}

// Seat is a person present in a function. ClearedUntil is the last day of the clearance.
type Seat struct {
	Person       livc.ID
	Function     livc.Function
	Clearance    Clearance
	ClearedUntil livc.Day
}

// Cleared tells whether the clearance is at least "secret" and still valid on the day (X-L-d). It is
// asked of the chief of police and of the representative alike: the law can be read both ways.
func (s Seat) Cleared(on livc.Day) bool {
	enough := s.Clearance == SecretLevel || s.Clearance == VerySecret
	return enough && s.ClearedUntil != "" && on <= s.ClearedUntil
}

// MissingSeat says which seat is not filled, and by which norm it must be.
type MissingSeat struct {
	Seat SeatKind
	Norm livc.NormID
	Key  string // the text that explains it
}

// Composition tells which of the three seats are missing on the day; ok when none is. Three seats ask
// for three persons: nobody fills two (R0.2-b, R2.3-b). Mayor and representative may both sit (X-L-c);
// a police seat without a valid clearance is empty (X-L-d).
func Composition(seats []Seat, on livc.Day) (missing []MissingSeat, ok bool) {
	holders := map[SeatKind][]livc.ID{}
	uncleared := false
	for _, s := range seats {
		kind := SeatOf(s.Function)
		if kind == PoliceSeat && !s.Cleared(on) {
			uncleared = true
			continue
		}
		holders[kind] = append(holders[kind], s.Person)
	}
	for _, kind := range SeatKinds() {
		if len(holders[kind]) == 0 {
			missing = append(missing, missingSeat(kind, uncleared))
		}
	}
	if len(missing) == 0 && !threePersons(holders) {
		missing = append(missing, MissingSeat{PreventionSeat, ThreeSeats, "law.seat.three_persons"})
	}
	return missing, len(missing) == 0
}

func missingSeat(kind SeatKind, uncleared bool) MissingSeat {
	if kind == PoliceSeat && uncleared {
		return MissingSeat{kind, PoliceCleared, "law.seat.not_cleared"}
	}
	return MissingSeat{kind, ThreeSeats, "law.seat.missing_" + string(kind)}
}

func threePersons(holders map[SeatKind][]livc.ID) bool {
	for _, m := range holders[MayorSeat] {
		for _, p := range holders[PoliceSeat] {
			for _, c := range holders[PreventionSeat] {
				if m != p && p != c && m != c {
					return true
				}
			}
		}
	}
	return false
}

// MayChair refuses everybody but the mayor and the appointed representative, the police above all
// (R2.3.1-b). The mayor directs and is answerable for the trust at the table (R2.3.1-a).
func MayChair(f livc.Function) error {
	if f.Chairs() {
		return nil
	}
	return livc.Denied("law.chair.only_mayor", OnlyMayorChairs)
}
