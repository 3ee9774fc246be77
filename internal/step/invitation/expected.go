package invitation

import "beraad.eu/livc"

// SeatKind is the chair on which somebody sits at a meeting. Dutch: zetel.
type SeatKind string

// The seats: three that the law requires, and who is invited.
const (
	MayorSeat       SeatKind = "mayor"
	PoliceSeat      SeatKind = "police"
	CoordinatorSeat SeatKind = "coordinator"
	ParticipantSeat SeatKind = "participant"
	AdHocSeat       SeatKind = "ad_hoc"
)

// seats of the functions that the law requires at the table.
var seats = map[livc.Function]SeatKind{
	livc.Mayor: MayorSeat, livc.Representative: MayorSeat, livc.Officer: PoliceSeat, livc.Coordinator: CoordinatorSeat,
}

// Expected is somebody who is expected at a meeting. Dutch: verwachte deelnemer.
type Expected struct {
	ID, Meeting, Hat, Organisation livc.ID
	Seat                           SeatKind
	Briefed                        livc.Day
}
