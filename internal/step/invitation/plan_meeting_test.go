package invitation_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func evening() invitation.PlanMeeting {
	return invitation.PlanMeeting{Day: "2026-12-15", Clock: "14:00", Place: "Stadhuis", Mode: livc.Spoken, Kind: invitation.OperationalMeeting}
}

// refused asks for an error of a kind.
func refused(t *testing.T, what string, err error, kind livc.Kind) {
	t.Helper()
	if livc.KindOf(err) != kind || err == nil {
		t.Errorf("%s: got %v, want %s", what, err, kind)
	}
}

// proves R1.3-b, R1.3-c, R2.3-b
func TestPlanMeeting(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Invitations()
		plan := func(by deed.By, change func(*invitation.PlanMeeting)) error {
			in := evening()
			change(&in)
			_, err := s.PlanMeeting(t.Context(), by, in)
			return err
		}
		same := func(*invitation.PlanMeeting) {}

		t.Run("the chair and the coordinator plan; a participant does not know the page", func(t *testing.T) {
			w.Must(plan(w.Mayor, same))
			w.Must(plan(w.Coordinator, same))
			refused(t, "a participant", plan(w.CLB, same), livc.NotFoundKind)
			refused(t, "the officer", plan(w.Officer, same), livc.NotFoundKind)
		})
		t.Run("a meeting has a day to come, an hour, a place and a kind", func(t *testing.T) {
			for what, change := range map[string]func(*invitation.PlanMeeting){
				"no day": func(i *invitation.PlanMeeting) { i.Day = "" }, "yesterday": func(i *invitation.PlanMeeting) { i.Day = "2026-11-23" },
				"no hour": func(i *invitation.PlanMeeting) { i.Clock = "" }, "25 o'clock": func(i *invitation.PlanMeeting) { i.Clock = "25:00" },
				"no place": func(i *invitation.PlanMeeting) { i.Place = "" }, "no kind": func(i *invitation.PlanMeeting) { i.Kind = "secret" },
			} {
				refused(t, what, plan(w.Coordinator, change), livc.InvalidKind)
			}
		})
		t.Run("the three seats of the law are expected, and nobody else", func(t *testing.T) {
			id, err := s.PlanMeeting(t.Context(), w.Coordinator, evening())
			w.Must(err)
			b, err := s.Meeting(t.Context(), w.Coordinator, id)
			w.Must(err)
			seats := map[invitation.SeatKind]int{}
			for _, e := range b.Expected {
				seats[e.Seat]++
			}
			if len(b.Expected) != 4 || seats[invitation.MayorSeat] != 2 || seats[invitation.PoliceSeat] != 1 || seats[invitation.CoordinatorSeat] != 1 {
				t.Errorf("expected are %v", seats)
			}
		})
		w.Verify()
	})
}

// proves R2.2-b, R4.0-a, R4.0-b, R1.3-c
func TestAgenda(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c := w.Invitations(), storetest.ListedCase(w)

		t.Run("TestInvariant16_a strategic or practice meeting holds no case", func(t *testing.T) {
			for _, kind := range []invitation.MeetingKind{invitation.StrategicMeeting, invitation.PracticeMeeting} {
				in := evening()
				in.Kind = kind
				m, err := s.PlanMeeting(t.Context(), w.Coordinator, in)
				w.Must(err)
				_, err = s.PutOnAgenda(t.Context(), w.Coordinator, m, c.ID)
				refused(t, string(kind), err, livc.DeniedKind)
				b, err := s.Meeting(t.Context(), w.Coordinator, m)
				w.Must(err)
				if len(b.Cases) > 0 {
					t.Error("the page offers a case")
				}
			}
		})
		t.Run("earlier agreements come before a new case, and the hours add up", func(t *testing.T) {
			b, err := s.Meeting(t.Context(), w.Coordinator, storetest.PlannedMeeting(w, c.ID))
			w.Must(err)
			want := []struct {
				number, clock string
				kind          invitation.ItemKind
			}{{"1", "14:00", invitation.OpeningItem}, {"2", "14:03", invitation.ActionsItem}, {"3.1", "14:13", invitation.NewCaseItem},
				{"4", "14:33", invitation.FeedbackItem}, {"5", "14:40", invitation.RoundUpItem}}
			for i, p := range b.Points {
				if i >= len(want) || p.Number != want[i].number || p.Clock != want[i].clock || p.Kind != want[i].kind {
					t.Errorf("point %d is %s %s %s", i, p.Number, p.Clock, p.Kind)
				}
			}
		})
		t.Run("a case stands on an agenda once, and one can leave it off without a reason", func(t *testing.T) {
			m := storetest.PlannedMeeting(w, c.ID)
			_, err := s.PutOnAgenda(t.Context(), w.Coordinator, m, c.ID)
			refused(t, "twice", err, livc.ConflictKind)
			b, err := s.Meeting(t.Context(), w.Mayor, m)
			w.Must(err)
			p, _ := b.Point(c.ID)
			w.Must(s.LeaveOff(t.Context(), w.Mayor, m, p.ID))
			b, err = s.Meeting(t.Context(), w.Mayor, m)
			w.Must(err)
			if _, on := b.Point(c.ID); on || len(b.Points) != 4 {
				t.Error("the case is still on the agenda")
			}
		})
		t.Run("who does not hold the casusblad does not know the case", func(t *testing.T) {
			m := storetest.PlannedMeeting(w)
			_, err := s.PutOnAgenda(t.Context(), w.Coordinator, m, w.ID())
			refused(t, "no case", err, livc.NotFoundKind)
			_, err = s.PutOnAgenda(t.Context(), w.CLB, m, c.ID)
			refused(t, "a participant", err, livc.NotFoundKind)
		})
		t.Run("minutes and places change until the meeting opens", func(t *testing.T) {
			second := w.Listed(storetest.Story("Sami", "Peeters", "1999"))
			m := storetest.PlannedMeeting(w, c.ID, second.ID)
			b, err := s.Meeting(t.Context(), w.Coordinator, m)
			w.Must(err)
			one, _ := b.Point(c.ID)
			two, _ := b.Point(second.ID)
			w.Must(s.Move(t.Context(), w.Coordinator, m, two.ID, -1))
			w.Must(s.SetMinutes(t.Context(), w.Coordinator, m, two.ID, 30))
			b, err = s.Meeting(t.Context(), w.Coordinator, m)
			w.Must(err)
			one, _ = b.Point(c.ID)
			two, _ = b.Point(second.ID)
			if two.Number != "3.1" || one.Number != "3.2" || one.Clock != "14:43" {
				t.Errorf("%s is %s, %s is %s at %s", two.Code, two.Number, one.Code, one.Number, one.Clock)
			}
			refused(t, "out of its part", s.Move(t.Context(), w.Coordinator, m, two.ID, -1), livc.InvalidKind)
			refused(t, "no minutes", s.SetMinutes(t.Context(), w.Coordinator, m, two.ID, 0), livc.InvalidKind)
			refused(t, "the opening goes", s.LeaveOff(t.Context(), w.Coordinator, m, b.Points[0].ID), livc.InvalidKind)
			w.Must(s.AgendaReady(t.Context(), w.Coordinator, m))
			refused(t, "ready twice", s.AgendaReady(t.Context(), w.Coordinator, m), livc.ConflictKind)
		})
		t.Run("a strategic meeting takes one of the fixed topics", func(t *testing.T) {
			in := evening()
			in.Kind = invitation.StrategicMeeting
			m, err := s.PlanMeeting(t.Context(), w.Coordinator, in)
			w.Must(err)
			_, err = s.PutTopic(t.Context(), w.Coordinator, m, invitation.TopicNetwork)
			w.Must(err)
			_, err = s.PutTopic(t.Context(), w.Coordinator, m, "Milan")
			refused(t, "a title of one's own", err, livc.InvalidKind)
			_, err = s.PutTopic(t.Context(), w.CLB, m, invitation.TopicNetwork)
			refused(t, "a participant", err, livc.NotFoundKind)
		})
		w.Verify()
	})
}
