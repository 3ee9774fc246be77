package discussion_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/plain"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R4.1-c, R4.1-g, R4.1-h, R4.1.2-a, R2.1-e, R2.1-f, R2.1-g
func TestListen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		one := discussion.Told{Facts: []discussion.Fact{{What: livc.NewSecret("Hij komt niet meer naar de club.")}}}
		t.Run("one fact is enough, and it need not break a norm", func(t *testing.T) {
			id, err := s.Listen(w.Context(), w.Coordinator, discussion.Listen{Told: one})
			w.Must(err)
			r := w.Referral(id)
			if r.State != livc.Received || r.Manner != discussion.Oral || r.Ages != livc.AgeUnknown || r.EraseOn != "2027-02-22" {
				t.Errorf("the referral is %+v", r)
			}
		})
		t.Run("without a fact it comes back", func(t *testing.T) {
			_, err := s.Listen(w.Context(), w.Coordinator, discussion.Listen{Told: discussion.Told{First: livc.NewSecret("Milan")}})
			refused(t, err, livc.InvalidKind, "law.refer.fact")
		})
		t.Run("in danger one calls", func(t *testing.T) {
			_, err := s.Listen(w.Context(), w.Coordinator, discussion.Listen{Told: one, Danger: true})
			refused(t, err, livc.DeniedKind, "law.refer.danger")
		})
		t.Run("a participant does not write into the intake of the municipality", func(t *testing.T) {
			_, err := s.Listen(w.Context(), w.CLB, discussion.Listen{Told: one})
			refused(t, err, livc.NotFoundKind, "")
		})
		t.Run("only the list holders read it", func(t *testing.T) {
			id := w.Referred(storetest.Story("Nora", "Claes", "1999"))
			if _, err := s.Desk(w.Context(), w.Representative, id); err != nil {
				t.Error(err)
			}
			for _, by := range []struct {
				name string
				err  error
			}{{"CLB", second(s.Desk(w.Context(), w.CLB, id))}, {"officer", second(s.Desk(w.Context(), w.Officer, id))}, {"DPO", second(s.Desk(w.Context(), w.DPO, id))}} {
				refused(t, by.err, livc.NotFoundKind, by.name)
			}
		})
	})
}

func second[T any](_ T, err error) error { return err }

// proves R4.1-h, R2.1-g
func TestAskConversation(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		id, err := s.AskConversation(w.Context(), w.CLB, "")
		w.Must(err)
		list, err := s.Conversations(w.Context(), w.Coordinator)
		w.Must(err)
		if len(list) != 1 || list[0].Asks.Name.Reveal() != "Lotte Claes" || list[0].Referral.Told() {
			t.Fatalf("the coordinator finds %d requests", len(list))
		}
		t.Run("she listens, and the referral stays that of who asked", func(t *testing.T) {
			_, err := s.Listen(w.Context(), w.Coordinator, discussion.Listen{Asked: id, Told: storetest.Story("Milan", "Verbeke", "2010")})
			w.Must(err)
			if r := w.Referral(id); r.By != w.CLB.Hat || r.State != livc.Received || !r.Member {
				t.Errorf("the referral is %+v", r)
			}
			_, err = s.Listen(w.Context(), w.Coordinator, discussion.Listen{Asked: id, Told: storetest.Story("Milan", "Verbeke", "2010")})
			refused(t, err, livc.ConflictKind, "conflict.changed")
		})
		t.Run("a participant sees no requests", func(t *testing.T) {
			_, err := s.Conversations(w.Context(), w.CAW)
			refused(t, err, livc.NotFoundKind, "")
		})
	})
}

func TestWithdrawReferral(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		asked := func(name string) livc.ID {
			id, err := s.AskConversation(w.Context(), w.CLB, "")
			w.Must(err)
			_, err = s.Listen(w.Context(), w.Coordinator, discussion.Listen{Asked: id, Told: storetest.Story("Jan", name, "1990")})
			w.Must(err)
			return id
		}
		t.Run("who referred takes it back, and the text is gone at once", func(t *testing.T) {
			id := asked("Smets")
			w.Must(s.WithdrawReferral(w.Context(), w.CLB, id))
			d, err := s.Desk(w.Context(), w.Coordinator, id)
			w.Must(err)
			if !d.Told.Last.Empty() || d.Referral.State != livc.Withdrawn || d.Referral.EraseOn != "2026-11-24" {
				t.Errorf("after withdrawing: %+v", d.Referral)
			}
		})
		t.Run("somebody else cannot, and does not learn that it exists", func(t *testing.T) {
			refused(t, s.WithdrawReferral(w.Context(), w.CAW, asked("Maes")), livc.NotFoundKind, "")
		})
		t.Run("listed and not yet discussed it still can, and the case closes", func(t *testing.T) {
			id := asked("Peeters")
			w.Propose(id)
			c, err := s.DecideList(w.Context(), w.Mayor, discussion.DecideList{Referral: id, Verdict: discussion.OnList, Ground: livc.NewSecret("x")})
			w.Must(err)
			w.Must(s.WithdrawReferral(w.Context(), w.CLB, id))
			if got := w.Case(c); got.State != livc.CaseClosed || got.Due != "2026-11-24" || got.ClosingReason != "withdrawn" {
				t.Errorf("the case is %+v", got)
			}
		})
	})
}

func TestADiscussedReferralStays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		id, err := s.AskConversation(w.Context(), w.CLB, "")
		w.Must(err)
		_, err = s.Listen(w.Context(), w.Coordinator, discussion.Listen{Asked: id, Told: storetest.Story("Jan", "Smets", "1990")})
		w.Must(err)
		w.Propose(id)
		_, err = s.DecideList(w.Context(), w.Mayor, discussion.DecideList{Referral: id, Verdict: discussion.OnList, Ground: livc.NewSecret("x")})
		w.Must(err)
		_, err = w.DB.Pools()[0].Exec(`UPDATE casus SET first_discussed = '2026-11-24' WHERE livc = $1`, w.Livc)
		w.Must(err)
		refused(t, s.WithdrawReferral(w.Context(), w.CLB, id), livc.DeniedKind, "withdraw_referral.too_late")
	})
}

// proves R4.1.3-a
func TestTheOfficerBringsASignalBySpeaking(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		id, err := s.AskConversation(w.Context(), w.Officer, "")
		w.Must(err)
		_, err = s.Listen(w.Context(), w.Coordinator, discussion.Listen{Asked: id, Told: storetest.Story("Jan", "Smets", "1990")})
		w.Must(err)
		if m := w.Referral(id).Manner; m != discussion.FromOfficer {
			t.Errorf("it came by %s", m)
		}
	})
}

func TestTellMore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		id := w.Referred(storetest.Story("", "Peeters", ""))
		w.Must(s.WeighThreshold(w.Context(), w.Coordinator, discussion.WeighThreshold{Referral: id, Direction: discussion.ToAskOnMore}))
		more := discussion.TellMore{Referral: id, Told: storetest.Story("Jan", "Peeters", "2012"), Revision: w.Referral(id).Revision}
		w.Must(s.TellMore(w.Context(), w.Coordinator, more))
		d, err := s.Desk(w.Context(), w.Mayor, id)
		w.Must(err)
		if d.Told.First.Reveal() != "Jan" || d.Referral.State != livc.Received || d.Referral.Ages != livc.Minor {
			t.Errorf("it is %+v", d.Referral)
		}
		t.Run("somebody else was first", func(t *testing.T) {
			refused(t, s.TellMore(w.Context(), w.Mayor, more), livc.ConflictKind, "conflict.changed")
		})
		t.Run("the referrer's colleagues cannot", func(t *testing.T) {
			refused(t, s.TellMore(w.Context(), w.CLB, more), livc.NotFoundKind, "")
		})
	})
}

func TestP7_ListeningTwiceWithOneFormKeepsOneReferral(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, nele := w.Referrals(), w.Coordinator
		nele.Token = "one-form"
		in := discussion.Listen{Told: storetest.Story("Jan", "Smets", "1990")}
		first, err := s.Listen(w.Context(), nele, in)
		w.Must(err)
		_, err = s.Listen(w.Context(), nele, in)
		var again *deed.Repeated
		if !errors.As(err, &again) || again.Made != first {
			t.Errorf("the second press answers %v", err)
		}
	})
}

// proves R4.1-g
func TestTheReferrerHearsTheSameWhateverWasDecided(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		var seen []discussion.MyReferral
		for _, verdict := range []discussion.Verdict{discussion.OnList, discussion.NotOnList} {
			id, err := s.AskConversation(w.Context(), w.CLB, "")
			w.Must(err)
			_, err = s.Listen(w.Context(), w.Coordinator, discussion.Listen{Asked: id, Told: storetest.Story("Jan", "Smets", "1990")})
			w.Must(err)
			w.Propose(id)
			_, err = s.DecideList(w.Context(), w.Mayor, discussion.DecideList{Referral: id, Verdict: verdict, Ground: livc.NewSecret("x"), Reason: discussion.RegularHelp})
			w.Must(err)
			w.Must(s.AnswerReferrer(w.Context(), w.Coordinator, id, []string{"thanks", "no_more"}))
			mine, err := s.Mine(w.Context(), w.CLB)
			w.Must(err)
			for _, m := range mine.Referrals {
				if m.ID == id {
					m.ID = ""
					m.Answer = nil
					seen = append(seen, m)
				}
			}
		}
		if len(seen) != 2 || seen[0].Received != seen[1].Received || seen[0].Told != seen[1].Told || seen[0].Answered != seen[1].Answered {
			t.Errorf("listed and not listed look different to the referrer: %+v", seen)
		}
		refused(t, s.AnswerReferrer(w.Context(), w.Coordinator, w.Referred(storetest.Story("A", "Bcd", "1990")), []string{"listed"}), livc.InvalidKind, "answer_referrer.choose")
	})
	for _, n := range discussion.ReferrerSentences() {
		if plain.LIVC(n.Text.NL) || plain.LIVC(n.Text.EN) || strings.Contains(n.Text.NL, "lijst") {
			t.Errorf("the sentence %s betrays the conference", n.Stem)
		}
	}
}

// S5: proves X-L-f
func TestCheckDuplicate(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		c := w.Listed(storetest.Story("Yousef", "El Amrani", "2008"))
		t.Run("another spelling of the same name finds the case, with the reason", func(t *testing.T) {
			got, err := s.CheckDuplicate(w.Context(), w.Coordinator, w.Referred(storetest.Story("Youssef", "Elamrani", "2008")))
			w.Must(err)
			if len(got.Hits) != 1 || got.Hits[0].Case.Code != c.Code || len(got.Hits[0].Reasons) == 0 {
				t.Fatalf("hits: %+v", got.Hits)
			}
		})
		t.Run("another person is no hit", func(t *testing.T) {
			got, err := s.CheckDuplicate(w.Context(), w.Coordinator, w.Referred(storetest.Story("Lies", "Vermeulen", "1975")))
			w.Must(err)
			if len(got.Hits) != 0 || got.TooLittle {
				t.Errorf("hits: %+v", got)
			}
		})
		t.Run("with too little nothing is compared", func(t *testing.T) {
			r := w.Referred(storetest.Story("", "Peeters", ""))
			got, err := s.CheckDuplicate(w.Context(), w.Coordinator, r)
			w.Must(err)
			if !got.TooLittle || w.Referral(r).Checked != "" {
				t.Errorf("it is %+v", got)
			}
		})
		t.Run("each check leaves one leaf", func(t *testing.T) {
			r := w.Referred(storetest.Story("Jan", "Smets", "1990"))
			before := len(w.Log())
			_, err := s.CheckDuplicate(w.Context(), w.Coordinator, r)
			w.Must(err)
			if n := len(w.Log()) - before; n != 1 {
				t.Errorf("%d leaves", n)
			}
		})
		t.Run("no check without an open referral, and none by others", func(t *testing.T) {
			r := w.Referred(storetest.Story("Jan", "Smets", "1990"))
			refused(t, second(s.CheckDuplicate(w.Context(), w.CLB, r)), livc.NotFoundKind, "")
			w.Must(s.WeighThreshold(w.Context(), w.Coordinator, discussion.WeighThreshold{Referral: r, Direction: discussion.ToRegular, Reason: discussion.RegularHelp}))
			refused(t, second(s.CheckDuplicate(w.Context(), w.Coordinator, r)), livc.ConflictKind, "conflict.changed")
		})
		t.Run("the same person makes no second case; it can be undone before the decision", func(t *testing.T) {
			r := w.Referred(storetest.Story("Youssef", "Elamrani", "2008"))
			refused(t, s.JudgeDuplicate(w.Context(), w.Coordinator, r, c.ID), livc.ConflictKind, "judge_duplicate.check_first")
			_, err := s.CheckDuplicate(w.Context(), w.Coordinator, r)
			w.Must(err)
			w.Must(s.JudgeDuplicate(w.Context(), w.Coordinator, r, c.ID))
			w.Must(s.JudgeDuplicate(w.Context(), w.Coordinator, r, ""))
			if w.Referral(r).SameAs != "" {
				t.Error("it cannot be undone")
			}
			w.Must(s.JudgeDuplicate(w.Context(), w.Coordinator, r, c.ID))
			w.Propose(r)
			got, err := s.DecideList(w.Context(), w.Mayor, discussion.DecideList{Referral: r, Verdict: discussion.OnList, Ground: livc.NewSecret("x")})
			w.Must(err)
			if got != c.ID {
				t.Errorf("a second case %s was made", got)
			}
		})
	})
}

// least are the only texts about a person that may be kept before the table, by where they stand.
var least = map[string][]string{
	"Told":        {"Referrer", "First", "Last", "BirthYear", "Town", "GoesWell", "Facts", "Indication", "Tried", "Asked", "Wanted", "Child"},
	"Fact":        {"What", "When", "Source"},
	"OfficerNote": {"First", "Last", "BirthYear"},
	"ListEntry":   {"First", "Last", "BirthYear", "Town", "Ground", "NextStep"},
}

// proves R6.2-f
func TestAReferralHoldsTheLeastOfAPerson(t *testing.T) {
	for _, kept := range []any{discussion.Told{}, discussion.Fact{}, discussion.OfficerNote{}, discussion.ListEntry{}} {
		is := reflect.TypeOf(kept)
		var fields []string
		for i := range is.NumField() {
			fields = append(fields, is.Field(i).Name)
		}
		if !slices.Equal(fields, least[is.Name()]) {
			t.Errorf("%s keeps %v", is.Name(), fields)
		}
	}
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		id, err := w.Referrals().Listen(w.Context(), w.Coordinator, discussion.Listen{
			Told: discussion.Told{Facts: []discussion.Fact{{What: livc.NewSecret("Hij komt niet meer naar de club.")}}}})
		w.Must(err)
		if d, err := w.Referrals().Desk(w.Context(), w.Coordinator, id); err != nil || !d.Told.First.Empty() || !d.Told.BirthYear.Empty() {
			t.Errorf("a referral without a name: %v", err)
		}
		if n := w.Count(`SELECT count(*) FROM record r JOIN referral f ON f.livc = r.livc AND f.container = r.container WHERE f.livc = $1 AND f.id = $2 AND r.id = $2`, w.Livc, id); n != 1 {
			t.Errorf("%d records for one referral", n)
		}
	})
}
