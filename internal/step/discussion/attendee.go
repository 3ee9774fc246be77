package discussion

import (
	"cmp"
	"slices"
	"time"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Seat is the chair somebody takes at one meeting. Dutch: zetel aan tafel.
type Seat string

// The seats. The first three are the law's own (R2.3-b).
const (
	MayorSeat       Seat = "mayor"
	PoliceSeat      Seat = "police"
	CoordinatorSeat Seat = "coordinator"
	ParticipantSeat Seat = "participant"
	AdHocSeat       Seat = "ad_hoc"
	SecretarySeat   Seat = "secretary"
)

// Seats lists the seats.
func Seats() []Seat {
	return []Seat{MayorSeat, PoliceSeat, CoordinatorSeat, ParticipantSeat, AdHocSeat, SecretarySeat}
}

// Required tells whether the law requires the seat.
func (s Seat) Required() bool { return s == MayorSeat || s == PoliceSeat || s == CoordinatorSeat }

// Function is the function that goes with a seat, for who has no account.
func (s Seat) Function() livc.Function {
	switch s {
	case MayorSeat:
		return livc.Representative
	case PoliceSeat:
		return livc.Officer
	case CoordinatorSeat:
		return livc.Coordinator
	}
	return livc.Participant
}

// SeatFor is the seat of a function.
func SeatFor(f livc.Function) Seat {
	switch f {
	case livc.Mayor, livc.Representative:
		return MayorSeat
	case livc.Officer:
		return PoliceSeat
	case livc.Coordinator:
		return CoordinatorSeat
	}
	return ParticipantSeat
}

// AttendeeState is where an attendee stands. Dutch: staat van een aanwezige.
type AttendeeState string

// The states of an attendee.
const (
	Expected AttendeeState = "expected"
	Present  AttendeeState = "present"
	Gone     AttendeeState = "left"
	Absent   AttendeeState = "absent"
)

// Attendee is somebody at one meeting, with or without an account. Everything spoken is recorded by
// this row, so by role (architecture 18). Dutch: aanwezige.
type Attendee struct {
	ID, Hat, Organisation livc.ID
	Person                livc.ID // of the hat; the own id for who has no account
	// Service is the name of the organisation. Of a guest's, when it is not in the network, it is the kind only: a club
	// or a shop can point to a person, and what hangs in the room and stands in the report may not (product 4.12).
	Service       string
	Regime        livc.Regime
	Region        livc.Region // of the municipality; counts for its own services only
	Function      livc.Function
	Seat          Seat
	Name          livc.Contact
	OnlyItem      livc.ID // the one point that a pass is for
	HasAccount    bool    // has keys: an account, or those of a guest
	Mandate       bool    // known how far he or she may decide, and it holds today (R2.3.3-e)
	Municipal     bool
	StandsInFor   string
	ClearedUntil  livc.Day
	State         AttendeeState
	Acknowledged  time.Time // the secrecy of the table, in this meeting
	Briefed       livc.Day
	Framed        bool // named own rules and duties at the start (X-F-l)
	Arrived, Left time.Time
}

// lawSeat is the attendee as the rules of composition see it. Only level and last day of a clearance
// are known; a last day means at least "secret" (X-L-d).
func (a Attendee) lawSeat() law.Seat {
	s := law.Seat{Person: a.Person, Function: a.Function, ClearedUntil: a.ClearedUntil}
	if a.ClearedUntil != "" {
		s.Clearance = law.SecretLevel
	}
	if !a.Seat.Required() {
		s.Function = livc.Participant
	}
	return s
}

// deputy is 1 for who sits only when another does not.
func (a Attendee) deputy() int {
	if a.Function == livc.Representative {
		return 1
	}
	return 0
}

// framework is what the law allows this attendee on a day (R0.2-d).
func (a Attendee) framework(on livc.Day) law.Framework {
	return law.FrameworkOf(a.Regime, a.Region, on)
}

// Missing tells which of the three seats are not filled by these people on the day (R2.3-b, X-L-d).
func Missing(list []Attendee, on livc.Day) []law.MissingSeat {
	var seats []law.Seat
	for _, a := range list {
		seats = append(seats, a.lawSeat())
	}
	missing, _ := law.Composition(seats, on)
	return missing
}

// only gives the attendees whose id is on a list.
func only(list []Attendee, ids []livc.ID) []Attendee {
	if len(ids) == 0 {
		return nil
	}
	out := make([]Attendee, 0, min(len(list), len(ids)))
	for _, a := range list {
		if slices.Contains(ids, a.ID) {
			out = append(out, a)
		}
	}
	return out
}

// present gives who is there now.
func present(list []Attendee) []Attendee {
	var out []Attendee
	for _, a := range list {
		if a.State == Present {
			out = append(out, a)
		}
	}
	return out
}

func find(list []Attendee, id livc.ID) (Attendee, bool) {
	i := slices.IndexFunc(list, func(a Attendee) bool { return a.ID == id && id != "" })
	if i < 0 {
		return Attendee{}, false
	}
	return list[i], true
}

// speaking is how late a seat speaks: police after the services, then the coordinator, the chair last.
func (s Seat) speaking() int {
	switch s {
	case PoliceSeat:
		return 2
	case CoordinatorSeat:
		return 3
	case MayorSeat:
		return 4
	case SecretarySeat:
		return 5
	}
	return 1
}

// InOrder sorts attendees in the order of speaking: who knows the person best first, the chair last, so
// that rank does not lead the talk (R1.1-e, product 4.4).
func InOrder(list []Attendee, first livc.ID) []Attendee {
	out := slices.Clone(list)
	turn := func(a Attendee) int {
		if a.ID == first {
			return 0
		}
		return a.Seat.speaking()
	}
	slices.SortStableFunc(out, func(a, b Attendee) int {
		return cmp.Or(cmp.Compare(turn(a), turn(b)), cmp.Compare(a.Service, b.Service), cmp.Compare(a.ID, b.ID))
	})
	return out
}
