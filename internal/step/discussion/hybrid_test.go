package discussion_test

import (
	"testing"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R0.1-d, R3.0-a
func TestAHybridMeetingAsksItsFourQuestionsFirst(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Exec(`UPDATE meeting SET hybrid = TRUE WHERE livc = $1 AND id = $2`, e.Livc, e.Meeting)
		e.Arrive()
		opens := func(asked ...invitation.HybridCheck) error {
			return e.Table.OpenMeeting(e.Context(), e.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true, Hybrid: asked})
		}
		answers(t, opens(), livc.InvalidKind, "open_meeting.hybrid")
		for i := range invitation.HybridChecks() {
			three := append([]invitation.HybridCheck{}, invitation.HybridChecks()...)
			answers(t, opens(append(three[:i], three[i+1:]...)...), livc.InvalidKind, "open_meeting.hybrid")
		}
		e.Must(opens(invitation.HybridChecks()...))
	})
}

func TestAMeetingOnPaperIsNotHybrid(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		in := invitation.PlanMeeting{Day: livc.DayOf(e.Clock.Civil()), Clock: "20:00", Place: "Zaal 1", Mode: livc.Paper, Hybrid: true, Kind: invitation.OperationalMeeting}
		_, err := e.Invitations().PlanMeeting(e.Context(), e.Coordinator, in)
		answers(t, err, livc.InvalidKind, "plan_meeting.hybrid_paper")
		in.Mode = livc.Spoken
		m, err := e.Invitations().PlanMeeting(e.Context(), e.Coordinator, in)
		e.Must(err)
		b, err := e.Invitations().Meeting(e.Context(), e.Coordinator, m)
		e.Must(err)
		if !b.Meeting.Hybrid {
			t.Fatal("it was not kept")
		}
	})
}
