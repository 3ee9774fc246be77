package discussion_test

import (
	"fmt"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves X-L-b
func TestAJointLivcHasAListForEachMayor(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		n := w.Joint()
		s := w.Referrals()
		mine := storetest.ListedCase(w)
		r := w.Proposed(storetest.Story("Nora", "Claes", "1999"))
		t.Run("the other list is empty, and says nothing of ours", func(t *testing.T) {
			l, err := s.List(w.Context(), n.Coordinator, discussion.Place{})
			w.Must(err)
			if len(l.Cases)+len(l.Proposals) != 0 || l.Municipality.ID != n.Municipality.ID {
				t.Errorf("the neighbour sees %d cases and %d proposals", len(l.Cases), len(l.Proposals))
			}
		})
		t.Run("the other mayor reads no referral, decides on none and sees no name", func(t *testing.T) {
			_, err := s.Desk(w.Context(), n.Mayor, r)
			refused(t, err, livc.NotFoundKind, "")
			_, err = s.DecideList(w.Context(), n.Mayor, discussion.DecideList{Referral: r, Verdict: discussion.OnList, Ground: livc.NewSecret("x")})
			refused(t, err, livc.NotFoundKind, "")
			_, _, err = s.ShowIdentity(w.Context(), n.Mayor, mine.ID)
			refused(t, err, livc.NotFoundKind, "")
		})
		t.Run("a coordinator may take up a story for the other town, and then sees nothing of it", func(t *testing.T) {
			other, err := s.Listen(w.Context(), w.Coordinator, discussion.Listen{Municipality: n.Municipality.ID, Told: storetest.Story("Milan", "Verbeke", "2010")})
			w.Must(err)
			_, err = s.Desk(w.Context(), w.Coordinator, other)
			refused(t, err, livc.NotFoundKind, "")
			d, err := s.Desk(w.Context(), n.Coordinator, other)
			w.Must(err)
			if d.Told.Last.Reveal() != "Verbeke" {
				t.Error("the neighbour cannot read what was told for her")
			}
			c, err := s.CheckDuplicate(w.Context(), n.Coordinator, other)
			w.Must(err)
			if len(c.Hits) != 0 {
				t.Error("a comparison looked into the list of another municipality")
			}
		})
		t.Run("the same case cannot be called the same person from the other town", func(t *testing.T) {
			other, err := s.Listen(w.Context(), n.Coordinator, discussion.Listen{Told: storetest.Story("Milan", "Verbeke", "2010")})
			w.Must(err)
			_, err = s.CheckDuplicate(w.Context(), n.Coordinator, other)
			w.Must(err)
			refused(t, s.JudgeDuplicate(w.Context(), n.Coordinator, other, mine.ID), livc.NotFoundKind, "")
		})
	})
}

func TestListInPages(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		s.Page = 3
		for i := range 5 {
			w.Listed(storetest.Story("Jan", fmt.Sprintf("Verzonnen%c", 'a'+i), "1990"))
		}
		first, err := s.List(w.Context(), w.Mayor, discussion.Place{})
		w.Must(err)
		rest, err := s.List(w.Context(), w.Mayor, first.More)
		w.Must(err)
		if len(first.Cases) != 3 || len(rest.Cases) != 2 || rest.More != (discussion.Place{}) {
			t.Fatalf("pages of %d and %d", len(first.Cases), len(rest.Cases))
		}
		seen := map[string]bool{}
		for _, l := range append(first.Cases, rest.Cases...) {
			if seen[l.Code] {
				t.Errorf("%s is drawn or shown twice", l.Code)
			}
			seen[l.Code] = true
		}
	})
}

func TestNextStep(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		c := storetest.ListedCase(w)
		w.Must(s.SetNextStep(w.Context(), w.Coordinator, c.ID, livc.NewSecret("CLB belt de ouders.")))
		l, err := s.List(w.Context(), w.Mayor, discussion.Place{})
		w.Must(err)
		_, who, err := s.ShowIdentity(w.Context(), w.Mayor, c.ID)
		w.Must(err)
		if e := l.Cases[0].Entry; e.NextStep.Reveal() != "CLB belt de ouders." || who.Last.Reveal() != "Verbeke" {
			t.Error("the next step is not kept beside the entry")
		}
		refused(t, s.SetNextStep(w.Context(), w.CLB, c.ID, livc.NewSecret("x")), livc.NotFoundKind, "")
	})
}

// proves X-L-f
func TestShowIdentityIsRecordedAndOnlyForTheListHolders(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		c := storetest.ListedCase(w)
		before := len(w.Log())
		_, who, err := s.ShowIdentity(w.Context(), w.Mayor, c.ID)
		w.Must(err)
		if who.First.Reveal() != "Milan" || len(w.Log()) != before+1 {
			t.Error("the look at a name left no leaf, or no name")
		}
		for _, by := range []deed.By{w.CLB, w.Officer, w.DPO} {
			_, who, err = s.ShowIdentity(w.Context(), by, c.ID)
			refused(t, err, livc.NotFoundKind, "")
			if !who.First.Empty() {
				t.Errorf("%s reads a name", by.Function)
			}
		}
	})
}

// proves R2.3.2-b, R2.3.2-c, R4.1.3-a
func TestOfficerCheck(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		ask := func(story discussion.Told) livc.ID {
			r := w.Referred(story)
			w.Must(s.HandToOfficer(w.Context(), w.Coordinator, discussion.HandToOfficer{Referral: r, Officer: w.Officer.Hat}))
			return r
		}
		r := ask(storetest.Story("Tom", "Peeters", "1992"))
		t.Run("the officer reads name and birth year while he looks, and not after the answer", func(t *testing.T) {
			_, note, err := s.OfficerCheck(w.Context(), w.Officer, r)
			w.Must(err)
			if note.Last.Reveal() != "Peeters" || note.BirthYear.Reveal() != "1992" {
				t.Error("the officer has no name to look for")
			}
			w.Must(s.AnswerCheck(w.Context(), w.Officer, r, law.CallMe))
			_, note, err = s.OfficerCheck(w.Context(), w.Officer, r)
			w.Must(err)
			if !note.Last.Empty() {
				t.Error("the note outlives the answer")
			}
		})
		t.Run("the coordinator reads the same after both answers; only the chair learns of a hold", func(t *testing.T) {
			free := ask(storetest.Story("An", "Maes", "1993"))
			w.Must(s.AnswerCheck(w.Context(), w.Officer, free, law.MayGoOnAgenda))
			a, err := s.Desk(w.Context(), w.Coordinator, r)
			w.Must(err)
			b, err := s.Desk(w.Context(), w.Coordinator, free)
			w.Must(err)
			if a.Held || b.Held || a.Referral.OfficerOn != b.Referral.OfficerOn || a.Referral.State != b.Referral.State {
				t.Error("the answers can be told apart")
			}
			a, err = s.Desk(w.Context(), w.Mayor, r)
			w.Must(err)
			if !a.Held {
				t.Error("the chair does not learn that he must call")
			}
		})
		t.Run("the note is gone after seven days", func(t *testing.T) {
			late := ask(storetest.Story("Els", "Wuyts", "1994"))
			if d := w.Referral(late).OfficerNoteUntil; d != "2026-12-01" {
				t.Errorf("the note stays until %s", d)
			}
			w.Days(7)
			_, note, err := s.OfficerCheck(w.Context(), w.Officer, late)
			w.Must(err)
			if !note.Last.Empty() {
				t.Error("the note is still read on the eighth day")
			}
		})
		t.Run("nobody else answers, and the officer answers only what he was asked", func(t *testing.T) {
			refused(t, s.AnswerCheck(w.Context(), w.Mayor, r, law.MayGoOnAgenda), livc.NotFoundKind, "")
			unasked := w.Referred(storetest.Story("Bert", "Claes", "1980"))
			refused(t, s.AnswerCheck(w.Context(), w.Officer, unasked, law.MayGoOnAgenda), livc.NotFoundKind, "")
		})
	})
}
