package discussion_test

import (
	"testing"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R6.2-l, R6.2-m, R6.2-b, R2.5.2-b
func TestCloseItem(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Open()
		shut := func(substantive, postponed bool) error {
			return e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item, Substantive: substantive, Postponed: postponed})
		}
		t.Run("without a decision there was no discussion that counts", func(t *testing.T) {
			answers(t, shut(true, true), livc.InvalidKind, "close_item.no_decision")
			answers(t, shut(false, false), livc.InvalidKind, "close_item.decide_or_postpone")
		})
		e.Decided(livc.OutcomeMore)
		t.Run("the report comes first", func(t *testing.T) {
			answers(t, shut(true, false), livc.DeniedKind, "denied.report_first")
		})
		t.Run("the meeting waits for the open point", func(t *testing.T) {
			answers(t, e.Table.CloseMeeting(e.Context(), e.Coordinator, e.Meeting), livc.ConflictKind, "conflict.other_item_open")
		})
		e.Reported()
		e.Must(shut(true, false))
		t.Run("nobody is inside any more", func(t *testing.T) {
			_, err := e.Table.Desk(e.Context(), e.Coordinator, e.Item)
			answers(t, err, livc.NotFoundKind, "")
		})
		t.Run("who may keep a dossier is asked, nothing by default and for five working days", func(t *testing.T) {
			if n := count(e, `SELECT count(*) FROM register_offer WHERE livc = $1 AND item = $2 AND state = 'open' AND until = '2026-12-23'`, e.Item); n != 4 {
				t.Errorf("%d are asked: mayor, coordinator, CLB and CAW", n)
			}
			if n := count(e, `SELECT count(*) FROM register_offer WHERE livc = $1 AND hat = $2`, e.Officer.Hat); n != 0 {
				t.Error("the police are asked")
			}
		})
		t.Run("points that were not reached are for later, and everybody has left", func(t *testing.T) {
			e.Must(e.Table.CloseMeeting(e.Context(), e.Coordinator, e.Meeting))
			v := e.View()
			if v.Sitting.State != livc.MeetingClosed || len(v.Here()) != 0 {
				t.Fatalf("%s, %d there", v.Sitting.State, len(v.Here()))
			}
			answers(t, e.Table.CloseMeeting(e.Context(), e.Coordinator, e.Meeting), livc.ConflictKind, "conflict.meeting_not_open")
			answers(t, e.Table.CheckIn(e.Context(), e.Coordinator, discussion.CheckIn{Meeting: e.Meeting}), livc.ConflictKind, "conflict.meeting_over")
		})
	})
}

// proves R6.2-m: a talk without a recorded discussion, or with one service only, does not begin the year anew
func TestTheYearBeginsAnewOnlyAfterARealDiscussion(t *testing.T) {
	t.Run("the chair recorded none", func(t *testing.T) {
		spoken(t, func(t *testing.T, e *storetest.Evening) {
			e.Decided(livc.OutcomeMore)
			e.Reported()
			e.Must(e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item}))
			if c := e.Town.Case(e.Case.ID); c.LastDiscussed != "" || c.Due != e.Case.Due {
				t.Fatalf("the clock moved: %+v", c)
			}
		})
	})
	t.Run("the point was postponed", func(t *testing.T) {
		spoken(t, func(t *testing.T, e *storetest.Evening) {
			e.Must(e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item, Postponed: true}))
			if c := e.Town.Case(e.Case.ID); c.State != livc.CaseListed || c.LastDiscussed != "" {
				t.Fatalf("the clock moved: %+v", c)
			}
			if n := count(e, `SELECT count(*) FROM register_offer WHERE livc = $1`); n != 0 {
				t.Errorf("%d are asked to register", n)
			}
		})
	})
}
