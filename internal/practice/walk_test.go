package practice_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"beraad.eu/internal/practice"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// proves settled 26, R2.5.3-i, R6.1-e, R4.1.1-e, R6.2-l
func TestTheGuidedPathIsPlayedThroughTheGateToAForgottenCase(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := empty(t, db)
		cast, err := practice.Play(t.Context(), h)
		must(t, err)
		o := practice.Open(h, store.Outbox{DB: db, Gate: h.Gate, People: h.People.(*store.Identity), Origin: "http://localhost:8080"}, cast, func() {})
		play := func(a pages.Act) pages.Scene {
			begun := time.Now()
			must(t, o.Perform(t.Context(), a))
			t.Logf("%s took %s", a, time.Since(begun))
			s, err := o.Scene(t.Context())
			must(t, err)
			if !s.Has(a) {
				t.Fatalf("%s was played, and the scene knows %v", a, s.Played)
			}
			return s
		}
		t.Run("a worry that points to one person does not leave", func(t *testing.T) {
			w := o.Worry()
			if err := o.Think(t.Context(), livc.NewSecret(w.Example)); livc.KindOf(err) != livc.InvalidKind {
				t.Fatalf("%v", err)
			}
			must(t, o.Think(t.Context(), livc.NewSecret(w.General)))
		})
		s := play(pages.Gather)
		if s.Wall.Code == "" || s.Phone.Item.ID == "" || len(s.Phone.Inside) != 5 || !s.Phone.Room.Named {
			t.Fatalf("%+v", s)
		}
		who, err := o.Name(t.Context())
		must(t, err)
		if who.First.Reveal() != "Milan" {
			t.Errorf("Ruben sees %q", who.First.Reveal())
		}
		s = play(pages.Share)
		if f := s.Phone.Room.Facts; len(f) != 1 || f[0].Text.What.Empty() {
			t.Errorf("Ruben reads %+v", f)
		}
		s = play(pages.Refuse)
		var refusal *livc.Error
		if !errors.As(s.Refused, &refusal) || refusal.Key != "law.use.not_allowed" || len(refusal.Norms) == 0 {
			t.Errorf("the gate answered %v", s.Refused)
		}
		s = play(pages.Object)
		if !s.Wall.Objection || !s.Phone.Room.Objections[0].Mine {
			t.Errorf("%+v", s.Wall)
		}
		s = play(pages.Draft)
		if len(s.Marks) != 4 {
			t.Errorf("%d places are marked: %+v", len(s.Marks), s.Marks)
		}
		s = play(pages.Agree)
		if len(s.Words) != 4 || s.Report.Empty() {
			t.Errorf("agreed as %v", s.Words)
		}
		code := s.Phone.Case.Code
		s = play(pages.Year)
		if s.Ended == nil || s.Ended.Code != code || len(s.Ended.Proofs) == 0 {
			t.Fatalf("%+v", s.Ended)
		}
		if slices.ContainsFunc(s.Ended.Gone, func(x pages.Trace) bool { return !x.Gone }) {
			t.Errorf("after the year stands %+v", s.Ended.Gone)
		}
		wholeLog(t, db, cast)
		if len(s.Played) != len(pages.Acts()) {
			t.Errorf("%v", s.Played)
		}
	})
}

func TestAnActPlaysWhatComesBeforeItAndATownThatWentAnotherWaySaysSo(t *testing.T) {
	db := storetest.SQLite(t)
	h := empty(t, db)
	cast, err := practice.Play(t.Context(), h)
	must(t, err)
	o := practice.Open(h, store.Outbox{DB: db, Gate: h.Gate, People: h.People.(*store.Identity), Origin: "http://localhost:8080"}, cast, func() {})
	must(t, o.Perform(t.Context(), pages.Share))
	must(t, o.Perform(t.Context(), pages.Share))
	s, err := o.Scene(t.Context())
	must(t, err)
	if len(s.Phone.Room.Facts) != 1 {
		t.Errorf("played twice, the fact stands %d times", len(s.Phone.Room.Facts))
	}
	must(t, h.Table.CloseItem(t.Context(), as(t, h, cast, "mayor"), discussion.CloseItem{Item: s.Phone.Item.ID, Postponed: true}))
	must(t, o.Perform(t.Context(), pages.Share))
	must(t, h.Table.CloseItem(t.Context(), as(t, h, cast, "mayor"), discussion.CloseItem{Item: s.Phone.Item.ID, Postponed: true}))
	must(t, h.Table.CloseMeeting(t.Context(), as(t, h, cast, "coordinator"), cast.Meeting))
	if err := o.Perform(t.Context(), pages.Refuse); livc.KindOf(err) != livc.ConflictKind {
		t.Errorf("a meeting that is over is played on: %v", err)
	}
}
