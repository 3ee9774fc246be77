package followup_test

import (
	"log/slog"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/live"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// evening is one after which a case is followed.
func evening(t *testing.T, f func(t *testing.T, e *storetest.Evening, s *followup.Service)) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		e.Followed()
		e.Closed()
		f(t, e, &followup.Service{Gate: e.Gate, Book: store.Followup{}})
	})
}

func is(t *testing.T, err error, kind livc.Kind) {
	t.Helper()
	if livc.KindOf(err) != kind {
		t.Fatalf("the answer is %v, not %s", err, kind)
	}
}

// mine is the only action of somebody.
func mine(t *testing.T, e *storetest.Evening, s *followup.Service, by deed.By) followup.MyAction {
	t.Helper()
	list, err := s.MyActions(e.Context(), by)
	e.Must(err)
	if len(list) != 1 {
		t.Fatalf("%d actions", len(list))
	}
	return list[0]
}

// proves R1.2-b, R5.2-b
func TestAnActionBindsOnlyAfterTheHoldersYes(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		a := mine(t, e, s, e.CLB)
		if a.State != livc.ActionAsked || a.Text.What.Reveal() != "Eens samen zitten" {
			t.Fatalf("%s, %q", a.State, a.Text.What.Reveal())
		}
		t.Run("a question has no progress", func(t *testing.T) {
			is(t, s.ReportProgress(e.Context(), e.CLB, a.ID, followup.ReportProgress{State: livc.ActionDone}), livc.DeniedKind)
		})
		t.Run("nobody answers for another", func(t *testing.T) {
			is(t, s.AnswerAction(e.Context(), e.CAW, a.ID, followup.AnswerAction{Reply: followup.TakeOn}), livc.NotFoundKind)
			is(t, s.AnswerAction(e.Context(), e.Mayor, a.ID, followup.AnswerAction{Reply: followup.TakeOn}), livc.NotFoundKind)
		})
		t.Run("after talking in the own organisation needs a day", func(t *testing.T) {
			is(t, s.AnswerAction(e.Context(), e.CLB, a.ID, followup.AnswerAction{Reply: followup.AfterConsult}), livc.InvalidKind)
			e.Must(s.AnswerAction(e.Context(), e.CLB, a.ID, followup.AnswerAction{Reply: followup.AfterConsult, ConsultBy: e.Today().Add(0, 0, 7)}))
			if a := mine(t, e, s, e.CLB); a.State != livc.ActionAsked || a.OwnYes {
				t.Error("it binds before the yes")
			}
		})
		t.Run("a no needs no reason and closes the question", func(t *testing.T) {
			e.Must(s.AnswerAction(e.Context(), e.CLB, a.ID, followup.AnswerAction{Reply: followup.DoesNotFit}))
			if a := mine(t, e, s, e.CLB); a.State != livc.ActionDeclined || a.Open() {
				t.Error(a.State)
			}
			is(t, s.AnswerAction(e.Context(), e.CLB, a.ID, followup.AnswerAction{Reply: followup.TakeOn}), livc.ConflictKind)
		})
	})
}

func TestTheScreensOfTheMeetingHearOfAnAnswer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		e.Followed()
		e.Closed()
		hub, s := live.New(), &followup.Service{Gate: e.Gate, Book: store.Followup{}}
		screen, err := hub.Open(live.At{Livc: e.Livc, Meeting: e.Meeting}, "s")
		e.Must(err)
		t.Cleanup(db.Listen(hub, slog.New(slog.DiscardHandler)))
		if db.Engine() == "postgres" {
			hears(t, screen) // everybody is stirred once when the connection stands
		}
		hears(t, screen)
		e.Must(s.AnswerAction(e.Context(), e.CLB, mine(t, e, s, e.CLB).ID, followup.AnswerAction{Reply: followup.DoesNotFit}))
		hears(t, screen)
	})
}

func hears(t *testing.T, screen *live.Stream) {
	t.Helper()
	select {
	case <-screen.Changed():
	case <-time.After(20 * time.Second):
		t.Fatal("nothing is heard")
	}
}

// proves R5.2-b, R5.2-d
func TestTheTableSeesAWordAndTheHolderKeepsTheNote(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		a := mine(t, e, s, e.CAW)
		e.Must(s.ReportProgress(e.Context(), e.CAW, a.ID, followup.ReportProgress{State: livc.ActionRunning, Note: livc.NewSecret("We hebben elkaar gezien.")}))
		a = mine(t, e, s, e.CAW)
		if a.State != livc.ActionRunning || len(a.Notes) != 1 || a.Notes[0].Note.Reveal() != "We hebben elkaar gezien." {
			t.Fatalf("%s, %d notes", a.State, len(a.Notes))
		}
		sheet, err := s.CaseSheet(e.Context(), e.Coordinator, e.Case.ID)
		e.Must(err)
		for _, v := range sheet.Actions {
			if v.ID == a.ID && v.State != livc.ActionRunning {
				t.Error("the table does not see the word")
			}
		}
		if e.Count(`SELECT count(*) FROM record r JOIN key_grant g ON g.livc = r.livc AND g.container = r.container WHERE r.kind = 'progress' AND g.hat <> '`+string(e.CAW.Hat)+`'`) != 0 {
			t.Error("somebody else holds the key of the note")
		}
	})
}

// proves R4.1.1-d, R5.2-e, R6.2-g
func TestTheCasusbladIsTheMunicipalitysOwn(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		sheet, err := s.CaseSheet(e.Context(), e.Coordinator, e.Case.ID)
		e.Must(err)
		if len(sheet.Goals) != 1 || sheet.Goals[0].Text.Text.Reveal() != "Weer elke dag naar school" || len(sheet.Actions) != 2 || len(sheet.Talks) != 1 {
			t.Errorf("%d goals, %d actions, %d talks", len(sheet.Goals), len(sheet.Actions), len(sheet.Talks))
		}
		if sheet.Manager != e.CAW.Controller || sheet.Case.Reach != law.Gathers || len(sheet.Criteria) != 1 || sheet.Criteria[0] != "De zorg is weg of veel kleiner." {
			t.Errorf("the plan says %s manages, who %s, and stops when %v", sheet.Services[sheet.Manager], sheet.Case.Reach, sheet.Criteria)
		}
		for name, by := range map[string]deed.By{"the case manager of another service": e.CAW, "the officer": e.Officer, "the DPO": e.DPO} {
			t.Run(name+" does not open it", func(t *testing.T) {
				_, err := s.CaseSheet(e.Context(), by, e.Case.ID)
				is(t, err, livc.NotFoundKind)
			})
		}
	})
}

// proves R2.3.5-b, R2.3.5-e, R2.3.5-k, R5.1-a, invariant 20
func TestInvariant20_OnlyTheManagerTellsHowItGoes(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		t.Run("the coordinator, who holds the casusblad, does not", func(t *testing.T) {
			is(t, s.ReportStuck(e.Context(), e.Coordinator, e.Case.ID, followup.Runs), livc.DeniedKind)
		})
		t.Run("another participant does not know the case", func(t *testing.T) {
			is(t, s.ReportStuck(e.Context(), e.CLB, e.Case.ID, followup.Runs), livc.NotFoundKind)
		})
		t.Run("the manager does; stuck goes to the chair", func(t *testing.T) {
			before := e.Count(`SELECT count(*) FROM outbox`)
			e.Must(s.ReportStuck(e.Context(), e.CAW, e.Case.ID, followup.Stuck))
			if c := e.Town.Case(e.Case.ID); c.State != livc.CaseStuck || c.Due != e.Case.Due {
				t.Errorf("%s, gone on %s", c.State, c.Due)
			}
			if e.Count(`SELECT count(*) FROM outbox`) <= before {
				t.Error("the chair was not told")
			}
		})
		t.Run("and takes it up again", func(t *testing.T) {
			e.Must(s.ReportStuck(e.Context(), e.CAW, e.Case.ID, followup.Runs))
			if c := e.Town.Case(e.Case.ID); c.State != livc.CaseFollowed {
				t.Error(c.State)
			}
		})
	})
}

// proves R2.3.5-e, R6.2-g
func TestTheManagerElsewhereHasACopyOfThePlan(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		p, err := s.Plan(e.Context(), e.CAW, e.Case.ID)
		e.Must(err)
		if p.Text != nil {
			t.Fatal("there is a copy before one was given")
		}
		is(t, s.GivePlan(e.Context(), e.CAW, e.Case.ID), livc.NotFoundKind)
		for range 2 { // again replaces the copy
			e.Must(s.GivePlan(e.Context(), e.Coordinator, e.Case.ID))
		}
		p, err = s.Plan(e.Context(), e.CAW, e.Case.ID)
		e.Must(err)
		if len(p.Text.Goals) != 1 || len(p.Text.Actions) != 2 || !p.Text.Actions[0].Enough.Empty() {
			t.Errorf("%d goals, %d actions", len(p.Text.Goals), len(p.Text.Actions))
		}
		if e.Count(`SELECT count(*) FROM record WHERE kind = 'plan'`) != 1 {
			t.Error("an old copy is left")
		}
		_, err = s.Plan(e.Context(), e.CLB, e.Case.ID)
		is(t, err, livc.NotFoundKind)
	})
}

// proves R2.3.5-j, R5.1-c, R5.2-d
func TestReviewsStandReadyForTheAgenda(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		t.Run("by default after one and six months", func(t *testing.T) {
			if got := followup.NextReview("2026-12-15", []int{1, 6}, "2027-01-20"); got != "2027-06-15" {
				t.Error(got)
			}
			if got := followup.NextReview("2026-12-15", []int{1, 6}, "2027-06-15"); got != "" {
				t.Error(got)
			}
		})
		list, err := s.DueReviews(e.Context(), e.Coordinator, e.Today().Add(0, 1, 0))
		e.Must(err)
		if len(list) != 1 || list[0].ID != e.Case.ID {
			t.Fatalf("%d reviews", len(list))
		}
		t.Run("moving one moves no clock", func(t *testing.T) {
			e.Must(s.PlanFollowUp(e.Context(), e.Coordinator, e.Case.ID, followup.PlanFollowUp{Review: e.Today().Add(0, 2, 0)}))
			if c := e.Town.Case(e.Case.ID); c.Due != e.Case.Due || c.Review != e.Today().Add(0, 2, 0) {
				t.Errorf("gone on %s, review on %s", c.Due, c.Review)
			}
		})
		t.Run("never past the last day", func(t *testing.T) {
			is(t, s.PlanFollowUp(e.Context(), e.Coordinator, e.Case.ID, followup.PlanFollowUp{Review: e.Case.Due}), livc.InvalidKind)
		})
	})
}

// proves R2.3.5-h
func TestTheManagerIsRemindedOfAContactInItsRhythm(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		line := func() followup.ContactLine {
			c, err := s.CaseSheet(e.Context(), e.Coordinator, e.Case.ID)
			e.Must(err)
			return c.Contact[0]
		}
		due := func(by deed.By, days int) []followup.DueContact {
			list, err := s.DueContacts(e.Context(), by, e.Today().Add(0, 0, days))
			e.Must(err)
			return list
		}
		if len(due(e.CAW, 60)) != 0 {
			t.Fatal("a contact is due before a rhythm was agreed")
		}
		e.Must(s.PlanFollowUp(e.Context(), e.Coordinator, e.Case.ID, followup.PlanFollowUp{Line: line().ID, EveryWeeks: 3, Next: e.Today().Add(0, 0, 5)}))
		t.Run("it stands on the casusblad", func(t *testing.T) {
			if l := line(); l.EveryWeeks != 3 || l.Next != e.Today().Add(0, 0, 5) {
				t.Errorf("every %d weeks, next on %s", l.EveryWeeks, l.Next)
			}
		})
		t.Run("and comes back by itself", func(t *testing.T) {
			l := line()
			if got := l.Upcoming(e.Today().Add(0, 0, 6)); got != e.Today().Add(0, 0, 26) {
				t.Error(got)
			}
			l.EveryWeeks = 0
			if got := l.Upcoming(e.Today().Add(0, 0, 6)); got != "" {
				t.Error("a contact that was agreed once comes back on", got)
			}
		})
		t.Run("only to the case manager", func(t *testing.T) {
			if got := due(e.CAW, 5); len(got) != 1 || got[0].On != e.Today().Add(0, 0, 5) || got[0].Case.ID != e.Case.ID {
				t.Errorf("due: %v", got)
			}
			if len(due(e.CAW, 4)) != 0 || len(due(e.CLB, 60)) != 0 {
				t.Error("reminded too early, or somebody else")
			}
		})
		t.Run("a rhythm beyond a year is none", func(t *testing.T) {
			is(t, s.PlanFollowUp(e.Context(), e.Coordinator, e.Case.ID, followup.PlanFollowUp{Line: line().ID, EveryWeeks: 53}), livc.InvalidKind)
		})
	})
}

// proves R2.3.5-i
func TestTheHolderSaysWhatAnActionBrought(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		a := mine(t, e, s, e.CAW)
		say := func(state livc.ActionState, r discussion.Result) error {
			return s.ReportProgress(e.Context(), e.CAW, a.ID, followup.ReportProgress{State: state, Result: r})
		}
		t.Run("not before it is done, and in a word that everybody knows", func(t *testing.T) {
			is(t, say(livc.ActionRunning, discussion.Helped), livc.InvalidKind)
			is(t, say(livc.ActionDone, "brilliant"), livc.InvalidKind)
		})
		e.Must(say(livc.ActionDone, discussion.HelpedPartly))
		t.Run("the casusblad shows it", func(t *testing.T) {
			c, err := s.CaseSheet(e.Context(), e.Coordinator, e.Case.ID)
			e.Must(err)
			got := map[livc.ID]discussion.Result{}
			for _, x := range c.Actions {
				got[x.ID] = x.Result
			}
			if got[a.ID] != discussion.HelpedPartly || len(got) != 2 {
				t.Errorf("the results are %v", got)
			}
		})
	})
}

// proves R2.3.5-i
func TestNobodyIsPressedForAResult(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *followup.Service) {
		e.Must(s.ReportProgress(e.Context(), e.CAW, mine(t, e, s, e.CAW).ID, followup.ReportProgress{State: livc.ActionDone}))
		if a := mine(t, e, s, e.CAW); a.Result != "" || a.State != livc.ActionDone {
			t.Errorf("%s, %q", a.State, a.Result)
		}
	})
}
