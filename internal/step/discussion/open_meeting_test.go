package discussion_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// checkIn says who is there, all with the secrecy confirmed.
func checkIn(e *storetest.Evening, people ...deed.By) {
	e.T.Helper()
	var ids []livc.ID
	for _, p := range people {
		ids = append(ids, e.Who(p))
	}
	e.Must(e.Table.CheckIn(e.Context(), e.Coordinator, discussion.CheckIn{Meeting: e.Meeting, Present: ids, Acknowledged: ids}))
}

func open(e *storetest.Evening, chair livc.ID, read, without bool) error {
	return e.Table.OpenMeeting(e.Context(), e.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: chair, SecrecyRead: read, WithoutCases: without})
}

// proves R0.1-a, R0.1-b, R0.1-c, R0.1-d, R0.2-b, R2.3-b, X-C-b, X-C-c
func TestInvariant1_AMeetingOpensOnlyWithAllThatTheLawAsks(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		t.Run("without the police seat no meeting with cases opens", func(t *testing.T) {
			checkIn(e, e.Mayor, e.Coordinator, e.CLB)
			answers(t, open(e, e.Who(e.Mayor), true, false), livc.DeniedKind, "law.seat.missing_police")
		})
		t.Run("the secrecy text is read aloud first", func(t *testing.T) {
			checkIn(e, e.Mayor, e.Coordinator, e.Officer, e.CLB)
			answers(t, open(e, e.Who(e.Mayor), false, false), livc.DeniedKind, "law.meeting.secrecy_not_read")
		})
		t.Run("the coordinator does not chair", func(t *testing.T) {
			answers(t, open(e, e.Who(e.Coordinator), true, false), livc.DeniedKind, "law.chair.only_mayor")
		})
		t.Run("the police never chair (R2.3.1-b)", func(t *testing.T) {
			answers(t, open(e, e.Who(e.Officer), true, false), livc.DeniedKind, "law.chair.only_mayor")
		})
		t.Run("a service does not chair", func(t *testing.T) {
			answers(t, open(e, e.Who(e.CLB), true, false), livc.DeniedKind, "law.chair.only_mayor")
		})
		t.Run("who is not there does not chair", func(t *testing.T) {
			answers(t, open(e, e.Who(e.Representative), true, false), livc.InvalidKind, "at_table.who")
		})
		t.Run("a participant cannot open it at all", func(t *testing.T) {
			err := e.Table.OpenMeeting(e.Context(), e.CLB, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true})
			answers(t, err, livc.NotFoundKind, "")
		})
		t.Run("with all of it the meeting opens and keeps basis, purpose and way of working", func(t *testing.T) {
			e.Must(open(e, e.Who(e.Mayor), true, false))
			s := e.View().Sitting
			if s.State != livc.MeetingOpen || s.Basis != "livc-5" || s.Purpose != "prevent_terrorism" || s.ProtocolVersion != 1 || !s.WithCases ||
				s.Chair != e.Mayor.Hat || s.SecrecyRead.IsZero() {
				t.Fatalf("it opened as %+v", s)
			}
		})
		t.Run("and it opens once", func(t *testing.T) {
			answers(t, open(e, e.Who(e.Mayor), true, false), livc.ConflictKind, "conflict.meeting_opened")
		})
	})
}

// proves R0.1-b, R2.0-a
func TestWithoutAProtocolInForceNoMeetingOpens(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		_, err := e.DB.Pools()[0].Exec(`DELETE FROM protocol WHERE livc = $1`, e.Livc)
		e.Must(err)
		e.Arrive()
		answers(t, open(e, e.Who(e.Mayor), true, false), livc.DeniedKind, "law.meeting.no_modalities")
		e.ProtocolInForce(protocol.Basic())
		e.Must(open(e, e.Who(e.Mayor), true, false))
	})
}

// proves R2.3-b
func TestAMeetingWithoutASeatOpensWithoutCases(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		checkIn(e, e.Mayor, e.Coordinator, e.CLB)
		e.Must(open(e, e.Who(e.Mayor), true, true))
		err := e.Table.OpenItem(e.Context(), e.Coordinator, discussion.OpenItem{Item: e.Item, Inside: []livc.ID{e.Who(e.Mayor), e.Who(e.Coordinator), e.Who(e.CLB)}})
		answers(t, err, livc.DeniedKind, "denied.without_cases")
	})
}

// proves X-L-d
func TestInvariant2_APoliceSeatWithoutValidClearanceIsEmpty(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		_, err := e.DB.Pools()[0].Exec(`UPDATE hat SET clearance_until = '2026-12-14' WHERE livc = $1 AND id = $2`, e.Livc, e.Officer.Hat)
		e.Must(err)
		e.Arrive()
		answers(t, open(e, e.Who(e.Mayor), true, false), livc.DeniedKind, "law.seat.not_cleared")
		t.Run("a stand-in with a clearance fills it", func(t *testing.T) {
			made, err := e.Table.StandIn(e.Context(), e.Coordinator, discussion.StandIn{Meeting: e.Meeting, Organisation: e.Police, Seat: discussion.PoliceSeat,
				Name: livc.NewContact("Tom Vermeer"), ClearedUntil: "2026-12-15", Appointed: true, Acknowledged: true})
			e.Must(err)
			e.Must(open(e, e.Who(e.Mayor), true, false))
			inside := []livc.ID{e.Who(e.Mayor), e.Who(e.Coordinator), made}
			err = e.Table.OpenItem(e.Context(), e.Coordinator, discussion.OpenItem{Item: e.Item, Inside: append(inside, e.Who(e.Officer)), Outside: []livc.ID{e.Who(e.CLB), e.Who(e.CAW)}})
			answers(t, err, livc.DeniedKind, "law.seat.not_cleared")
			e.Must(e.Table.OpenItem(e.Context(), e.Coordinator, discussion.OpenItem{Item: e.Item, Inside: inside, Outside: []livc.ID{e.Who(e.Officer), e.Who(e.CLB), e.Who(e.CAW)}}))
		})
	})
}

// proves X-L-c, X-L-d, R2.3-e, R2.3.6-b, R3.0-a
func TestStandIn(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		good := discussion.StandIn{Meeting: e.Meeting, Organisation: e.Municipality.Organisation, Seat: discussion.MayorSeat, Name: livc.NewContact("Ann Pieters"),
			Appointed: true, Acknowledged: true}
		for name, c := range map[string]struct {
			change func(*discussion.StandIn)
			key    string
		}{
			"nobody sits without the word of who names them":  {func(s *discussion.StandIn) { s.Appointed = false }, "stand_in.appointed"},
			"a stand-in has a name":                           {func(s *discussion.StandIn) { s.Name = livc.Contact{} }, "stand_in.name"},
			"the police seat asks the date of the clearance":  {func(s *discussion.StandIn) { s.Organisation, s.Seat = e.Police, discussion.PoliceSeat }, "stand_in.cleared_until"},
			"the police sit in no other seat":                 {func(s *discussion.StandIn) { s.Organisation, s.Seat = e.Police, discussion.ParticipantSeat }, "stand_in.seat_of"},
			"a service fills no seat of the town":             {func(s *discussion.StandIn) { s.Organisation = e.Organisation["CLB"] }, "stand_in.seat_of"},
			"who comes for one point is briefed first":        {func(s *discussion.StandIn) { s.Organisation, s.Seat = e.Organisation["CLB"], discussion.AdHocSeat }, "law.enter.brief_first"},
			"an organisation outside the network has no seat": {func(s *discussion.StandIn) { s.Organisation = e.ID() }, "stand_in.organisation"},
		} {
			t.Run(name, func(t *testing.T) {
				in := good
				c.change(&in)
				_, err := e.Table.StandIn(e.Context(), e.Coordinator, in)
				answers(t, err, livc.InvalidKind, c.key)
			})
		}
		t.Run("a stand-in for the mayor chairs", func(t *testing.T) {
			made, err := e.Table.StandIn(e.Context(), e.Coordinator, good)
			e.Must(err)
			checkIn(e, e.Officer, e.Coordinator)
			all := []livc.ID{made, e.Who(e.Officer), e.Who(e.Coordinator)}
			e.Must(e.Table.CheckIn(e.Context(), e.Coordinator, discussion.CheckIn{Meeting: e.Meeting, Present: all, Acknowledged: all}))
			e.Must(open(e, made, true, false))
			if s := e.View().Sitting; s.ChairedBy != made {
				t.Fatalf("chaired by %s", s.ChairedBy)
			}
		})
		t.Run("a participant cannot seat anybody", func(t *testing.T) {
			_, err := e.Table.StandIn(e.Context(), e.CAW, good)
			answers(t, err, livc.NotFoundKind, "")
		})
	})
}
