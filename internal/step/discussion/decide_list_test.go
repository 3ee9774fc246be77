package discussion_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// refused fails the test unless err is of this kind and key.
func refused(t *testing.T, err error, kind livc.Kind, key string) {
	t.Helper()
	if livc.KindOf(err) != kind || kind != livc.NotFoundKind && err.(*livc.Error).Key != key {
		t.Errorf("the answer is %v, not %s %s", err, kind, key)
	}
}

// proves R4.1-e, X-L-f
func TestTheMayorPutsACaseOnTheList(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := storetest.ListedCase(w)
		if c.State != livc.CaseListed || c.Ages != livc.Minor || c.Code == "" || c.Listed != "2026-11-24" {
			t.Errorf("the case is %+v", c)
		}
		if c.Due != "2027-05-24" {
			t.Errorf("a case that is never discussed goes after six months, not on %s", c.Due)
		}
		if c.Sheet == "" {
			t.Error("a Flemish case has a casusblad")
		}
		w.Verify()
	})
}

// proves R4.1-e, X-L-f, R2.3.2-b, R2.3.2-c
func TestDecideList(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		decide := func(referral livc.ID, in discussion.DecideList) error {
			in.Referral = referral
			_, err := s.DecideList(w.Context(), w.Mayor, in)
			return err
		}
		ground := livc.NewSecret("Aanwijzingen.")
		t.Run("the coordinator may not decide, though she holds the list", func(t *testing.T) {
			r := w.Proposed(storetest.Story("Nora", "Claes", "1999"))
			_, err := s.DecideList(w.Context(), w.Coordinator, discussion.DecideList{Referral: r, Verdict: discussion.OnList, Ground: ground})
			refused(t, err, livc.NotFoundKind, "")
		})
		t.Run("no case without a ground", func(t *testing.T) {
			r := w.Proposed(storetest.Story("Bert", "Maes", "1990"))
			refused(t, decide(r, discussion.DecideList{Verdict: discussion.OnList}), livc.InvalidKind, "law.list.ground")
		})
		t.Run("no case before the officer looked", func(t *testing.T) {
			r := w.Referred(storetest.Story("Jan", "Smets", "1991"))
			refused(t, decide(r, discussion.DecideList{Verdict: discussion.OnList, Ground: ground}), livc.InvalidKind, "law.list.check_first")
		})
		t.Run("a hold stops it, and lifting lets it go on", func(t *testing.T) {
			r := w.Proposed(storetest.Story("Tom", "Peeters", "1992"))
			w.Must(s.AnswerCheck(w.Context(), w.Officer, r, law.CallMe))
			refused(t, decide(r, discussion.DecideList{Verdict: discussion.OnList, Ground: ground}), livc.DeniedKind, "law.hold.wait")
			w.Must(s.AnswerCheck(w.Context(), w.Officer, r, law.MayGoOnAgenda))
			w.Must(decide(r, discussion.DecideList{Verdict: discussion.OnList, Ground: ground}))
		})
		t.Run("a child below 12 asks a motivation of its own", func(t *testing.T) {
			r := w.Proposed(storetest.Story("Finn", "Wouters", "2017"))
			refused(t, decide(r, discussion.DecideList{Verdict: discussion.OnList, Ground: ground}), livc.InvalidKind, "law.minor.motivation")
		})
		t.Run("not on the list asks a reason, and is gone after 30 days", func(t *testing.T) {
			r := w.Proposed(storetest.Story("An", "Janssens", "1993"))
			refused(t, decide(r, discussion.DecideList{Verdict: discussion.NotOnList}), livc.InvalidKind, "decide_list.reason")
			w.Must(decide(r, discussion.DecideList{Verdict: discussion.NotOnList, Reason: discussion.RegularHelp}))
			if got := w.Referral(r); got.State != livc.NotListed || got.EraseOn != "2026-12-24" {
				t.Errorf("it is %s until %s", got.State, got.EraseOn)
			}
			refused(t, decide(r, discussion.DecideList{Verdict: discussion.OnList, Ground: ground}), livc.ConflictKind, "conflict.changed")
		})
		t.Run("a signed sheet gives its own day, not one in the future", func(t *testing.T) {
			r := w.Proposed(storetest.Story("Els", "Wuyts", "1994"))
			in := discussion.DecideList{Verdict: discussion.OnList, Ground: ground, OnPaper: "2026-11-25"}
			refused(t, decide(r, in), livc.InvalidKind, "decide_list.paper_day")
			w.Days(3)
			w.Must(decide(r, in))
			if c := w.Case(w.Referral(r).Case); c.Listed != "2026-11-25" || c.Due != "2027-05-25" {
				t.Errorf("listed on %s, due on %s", c.Listed, c.Due)
			}
		})
	})
}
