package invitation_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves X-L-b, R4.0-b
func TestInAJointLivcATownKnowsItsOwnCasesOnly(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c, n := w.Invitations(), storetest.ListedCase(w), w.Joint()
		m := storetest.PlannedMeeting(w, c.ID)
		propose(w, m, c.ID, w.CLB.Hat)

		b, err := s.Meeting(t.Context(), n.Coordinator, m)
		w.Must(err)
		if p, on := b.Point(c.ID); !on || p.Code != "" || len(b.Cases) != 0 || len(b.Invitations) != 0 {
			t.Errorf("the neighbour sees %s, %d cases, %d invitations", p.Code, len(b.Cases), len(b.Invitations))
		}
		_, err = s.PutOnAgenda(t.Context(), n.Coordinator, storetest.PlannedMeeting(w), c.ID)
		refused(t, "the neighbour puts it on an agenda", err, livc.NotFoundKind)
		_, err = s.WhoIsNeeded(t.Context(), n.Coordinator, m, c.ID)
		refused(t, "the neighbour chooses who is needed", err, livc.NotFoundKind)
		_, err = s.SendInvitations(t.Context(), n.Mayor, m, c.ID)
		refused(t, "the neighbour invites", err, livc.NotFoundKind)
	})
}

// proves X-F-e, R2.3-d
func TestTheNameIsToldWhenTheProtocolAndTheFrameworkSaySo(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c := w.Invitations(), storetest.ListedCase(w).ID
		set := protocol.Basic()
		set.IdentityAtTable = true
		w.ProtocolInForce(set)
		m := storetest.PlannedMeeting(w, c)
		id := invite(w, m, c, w.CLB.Hat)
		w.Must(s.ReadSecrecy(t.Context(), w.CLB, id))
		l, err := s.Invitation(t.Context(), w.CLB, id)
		w.Must(err)
		if l.Named || l.Told.Question.Empty() {
			t.Error("with the name left for the table, only the question is told")
		}
	})
}

// proves X-F-e, X-F-i
func TestAChildBelow12AsksSpecialReasons(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Invitations()
		c, err := w.Referrals().DecideList(t.Context(), w.Mayor, discussion.DecideList{Referral: w.Proposed(storetest.Story("Lina", "Claes", "2018")),
			Verdict: discussion.OnList, Ground: livc.NewSecret("Aanwijzingen."), Motivation: livc.NewSecret("Uitzonderlijk.")})
		w.Must(err)
		m := storetest.PlannedMeeting(w, c)
		in := choice(m, c, w.CLB.Hat)
		_, err = s.ChooseParticipants(t.Context(), w.Coordinator, in)
		refused(t, "without reasons", err, livc.InvalidKind)
		in.Asked.Motivation = livc.NewSecret("Er is geen andere weg om te helpen.")
		_, err = s.ChooseParticipants(t.Context(), w.Coordinator, in)
		w.Must(err)
	})
}

func TestWhatWaitsOnTheFirstPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c := w.Invitations(), storetest.ListedCase(w).ID
		m := storetest.PlannedMeeting(w, c)
		propose(w, m, c, w.CLB.Hat)
		waits := func(want func(invitation.Waits) bool, who string) {
			t.Helper()
			by := w.Mayor
			if who == "CLB" {
				by = w.CLB
			}
			got, err := s.Today(t.Context(), by)
			w.Must(err)
			if !want(got) {
				t.Errorf("for %s waits %+v", who, got)
			}
		}
		waits(func(g invitation.Waits) bool { return len(g.Send) == 1 && g.Chair && g.Meeting.ID == m }, "the mayor")
		waits(func(g invitation.Waits) bool { return len(g.Own) == 0 && len(g.Send) == 0 && g.Meeting.ID == "" }, "CLB")
		_, err := s.SendInvitations(t.Context(), w.Mayor, m, c)
		w.Must(err)
		waits(func(g invitation.Waits) bool { return len(g.Send) == 0 }, "the mayor")
		waits(func(g invitation.Waits) bool { return len(g.Own) == 1 }, "CLB")
		id := func() livc.ID { g, err := s.Today(t.Context(), w.CLB); w.Must(err); return g.Own[0].ID }()
		w.Must(s.ReadSecrecy(t.Context(), w.CLB, id))
		w.Must(s.AnswerInvitation(t.Context(), w.CLB, invitation.AnswerInvitation{Invitation: id, Reply: law.CallsFirst}))
		waits(func(g invitation.Waits) bool { return len(g.Own) == 0 }, "CLB")
		waits(func(g invitation.Waits) bool { return len(g.Call) == 1 }, "the mayor")
	})
}
