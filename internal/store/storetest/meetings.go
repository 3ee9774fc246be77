package storetest

import (
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

// Invitations does the deeds of step 3 in this town.
func (w *Town) Invitations() *invitation.Service {
	return &invitation.Service{Gate: w.Gate, Book: store.Invitation{}}
}

// PlannedMeeting is a spoken meeting in three weeks with these cases on its agenda, all through the gate.
func PlannedMeeting(w *Town, cases ...livc.ID) livc.ID {
	w.T.Helper()
	s := w.Invitations()
	meeting, err := s.PlanMeeting(w.Context(), w.Coordinator, invitation.PlanMeeting{Day: livc.DayOf(w.Clock.Civil()).Add(0, 0, 21),
		Clock: "14:00", Place: "Stadhuis, zaal 2", Mode: livc.Spoken, Kind: invitation.OperationalMeeting})
	w.Must(err)
	for _, c := range cases {
		_, err := s.PutOnAgenda(w.Context(), w.Coordinator, meeting, c)
		w.Must(err)
	}
	return meeting
}
