package closing_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func evening(t *testing.T, f func(t *testing.T, e *storetest.Evening, s *closing.Service)) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		e.Followed()
		p := &processing.Service{Gate: e.Gate, Book: store.Processing{}, Wipe: db.Wipe}
		f(t, e, &closing.Service{Gate: e.Gate, Book: store.Closing{}, Processing: p})
	})
}

func is(t *testing.T, err error, kind livc.Kind, key string) {
	t.Helper()
	e, ok := err.(*livc.Error)
	if !ok || e.Kind != kind || key != "" && e.Key != key {
		t.Fatalf("the answer is %v, not %s %s", err, kind, key)
	}
}

// whole is an answer to everything the table is asked.
func whole(e *storetest.Evening, s *closing.Service) closing.CloseCase {
	in := closing.CloseCase{Item: e.Item, Verdict: closing.Close, Reason: closing.GoalsReached, Goals: map[livc.ID]closing.GoalState{},
		Criteria: map[livc.ID]closing.Fulfilled{}, Contact: livc.NewSecret("Het CLB, onder de eigen opdracht."), ReferrerAsked: law.Yes}
	page, err := s.Ending(e.Context(), e.Coordinator, e.Item)
	e.Must(err)
	for _, g := range page.Goals {
		in.Goals[g.ID] = closing.Reached
	}
	for _, c := range page.Criteria {
		in.Criteria[c.ID] = closing.FullyYes
	}
	return in
}

// proves R7.1-b, R7.1-c
func TestACaseClosesByTheCriteriaOfItsStart(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *closing.Service) {
		page, err := s.Ending(e.Context(), e.Coordinator, e.Item)
		e.Must(err)
		if len(page.Goals) != 1 || len(page.Criteria) != 1 || page.Goals[0].Text.Text.Reveal() != "Weer elke dag naar school" {
			t.Fatalf("%d goals, %d criteria", len(page.Goals), len(page.Criteria))
		}
		for name, c := range map[string]struct {
			change func(*closing.CloseCase)
			key    string
		}{
			"every goal gets an answer":           {func(in *closing.CloseCase) { in.Goals = nil }, "close_case.goal"},
			"and every criterion":                 {func(in *closing.CloseCase) { in.Criteria = nil }, "close_case.criterion"},
			"it closes for a reason":              {func(in *closing.CloseCase) { in.Reason = "clean" }, "close_case.reason"},
			"somebody says who stays in touch":    {func(in *closing.CloseCase) { in.Contact = livc.Secret{} }, "close_case.contact"},
			"the referrer was asked or not":       {func(in *closing.CloseCase) { in.ReferrerAsked = law.Silent }, "close_case.referrer_asked"},
			"who moved is handed on by the mayor": {func(in *closing.CloseCase) { in.Reason = closing.Moved }, "close_case.told_other"},
			"a last check has a day":              {func(in *closing.CloseCase) { in.Verdict = closing.LastCheck }, "close_case.last_check"},
		} {
			t.Run(name, func(t *testing.T) {
				in := whole(e, s)
				c.change(&in)
				_, err := s.CloseCase(e.Context(), e.Coordinator, in)
				is(t, err, livc.InvalidKind, c.key)
			})
		}
		t.Run("nobody but the desk at the table closes it", func(t *testing.T) {
			_, err := s.CloseCase(e.Context(), e.CLB, whole(e, s))
			is(t, err, livc.NotFoundKind, "")
		})
		t.Run("an open question needs an answer or a reason", func(t *testing.T) {
			e.Exec(`INSERT INTO question (livc, id, case_id, item, domain, record, state) VALUES ($1, 'q', $2, $3, 'school_work', '', 'open')`, e.Livc, e.Case.ID, e.Item)
			_, err := s.CloseCase(e.Context(), e.Coordinator, whole(e, s))
			is(t, err, livc.InvalidKind, "law.close.open_questions")
		})
		t.Run("closing keeps the day of erasure", func(t *testing.T) {
			due := e.Town.Case(e.Case.ID).Due
			in := whole(e, s)
			in.LeaveOpen = livc.NewSecret("Niet meer nodig.")
			_, err := s.CloseCase(e.Context(), e.Coordinator, in)
			e.Must(err)
			c := e.Town.Case(e.Case.ID)
			if c.State != livc.CaseClosed || c.Closed != e.Today() || c.Due != due {
				t.Errorf("%s on %s, gone on %s", c.State, c.Closed, c.Due)
			}
			if e.Count(`SELECT count(*) FROM question WHERE state = 'let_go'`) != 1 {
				t.Error("the question is still open")
			}
		})
	})
}

// proves R7.1-a
func TestWithoutAConcernACaseDoesNotGoOn(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *closing.Service) {
		in := whole(e, s)
		in.Verdict = closing.GoOn
		_, err := s.CloseCase(e.Context(), e.Coordinator, in)
		is(t, err, livc.DeniedKind, "law.close.no_ground")
		in.Ground = law.Ground{StillConcern: law.Yes, Reason: livc.NewSecret("Nieuwe uitspraken op school.")}
		_, err = s.CloseCase(e.Context(), e.Coordinator, in)
		e.Must(err)
		if c := e.Town.Case(e.Case.ID); !c.State.Open() {
			t.Error(c.State)
		}
	})
}

// proves R6.2-m
func TestAftercareStartsNoYearAnew(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *closing.Service) {
		is(t, s.LookBack(e.Context(), e.Coordinator, e.Case.ID, closing.LookBack{Note: livc.NewSecret("Het gaat.")}), livc.ConflictKind, "")
		e.Closed() // the discussion itself starts the clock
		e.Exec(`UPDATE casus SET state = 'aftercare' WHERE livc = $1`, e.Livc)
		due := e.Case.Due
		e.Days(60)
		t.Run("the case manager elsewhere does not look back for the table", func(t *testing.T) {
			is(t, s.LookBack(e.Context(), e.CAW, e.Case.ID, closing.LookBack{Note: livc.NewSecret("Het gaat.")}), livc.NotFoundKind, "")
		})
		e.Must(s.LookBack(e.Context(), e.Coordinator, e.Case.ID, closing.LookBack{Note: livc.NewSecret("Het gaat."), Again: e.Today().Add(0, 2, 0)}))
		if c := e.Town.Case(e.Case.ID); c.Due != due || c.State != livc.CaseAftercare || c.Restarts != e.Case.Restarts {
			t.Errorf("gone on %s instead of %s, %s", c.Due, due, c.State)
		}
		is(t, s.LookBack(e.Context(), e.Coordinator, e.Case.ID, closing.LookBack{Note: livc.NewSecret("Het gaat."), Again: due}), livc.InvalidKind, "look_back.again")
		e.Must(s.LookBack(e.Context(), e.Coordinator, e.Case.ID, closing.LookBack{Note: livc.NewSecret("Het gaat.")}))
		if c := e.Town.Case(e.Case.ID); c.State != livc.CaseClosed || c.Due != due {
			t.Errorf("%s, gone on %s", c.State, c.Due)
		}
	})
}

// 5.2 C: a mistake is forgotten at once, and the sitting goes on
func TestAMistakeIsForgottenAtOnce(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *closing.Service) {
		proof, err := s.CloseCase(e.Context(), e.Coordinator, closing.CloseCase{Item: e.Item, Verdict: closing.Close, Reason: closing.Mistaken})
		e.Must(err)
		if proof == "" || e.Count(`SELECT count(*) FROM casus`) != 0 || e.Count(`SELECT count(*) FROM action`) != 0 {
			t.Error("something is left")
		}
		if v := e.View(); v.Sitting.ID != e.Meeting {
			t.Error("the meeting is gone")
		}
	})
}
