package closing_test

import (
	"testing"

	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves X-L-l, R0.3-e, R6.2-a
func TestWithoutAFrameworkOnlyListAgendaAndActionsByRoleStand(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTownIn(t, db, livc.Wallonia))
		texts := func() int {
			return e.Count(`SELECT COUNT(*) FROM record WHERE livc = $1 AND container = $2`, e.Livc, e.Case.Sheet)
		}
		if !e.Case.AgendaOnly || texts() != 2 {
			t.Fatalf("before the table the agenda holds %d texts, not the two questions to partners", texts())
		}
		e.Followed()
		path := &followup.Service{Gate: e.Gate, Book: store.Followup{}}
		t.Run("who does what by when can be read", func(t *testing.T) {
			c, err := path.CaseSheet(e.Context(), e.Coordinator, e.Case.ID)
			e.Must(err)
			if len(c.Actions) != 2 || c.Actions[0].Due == "" || !c.Actions[0].Text.What.Empty() {
				t.Errorf("the page shows %d actions", len(c.Actions))
			}
		})
		t.Run("no plan is copied, and the answer names the norm", func(t *testing.T) {
			is(t, path.GivePlan(e.Context(), e.Coordinator, e.Case.ID), livc.DeniedKind, "law.sheet.no_framework")
		})
		own := &processing.Service{Gate: e.Gate, Book: store.Processing{}, Wipe: db.Wipe}
		t.Run("the municipality keeps no own dossier", func(t *testing.T) {
			f, err := own.OwnFile(e.Context(), e.DPO)
			e.Must(err)
			if f.Keeper.Framework(e.Today()).MayKeepDossier() == nil {
				t.Error("it may keep one")
			}
		})
		e.Closed()
		if texts() != 0 {
			t.Errorf("after the table %d texts are left of the case", texts())
		}
		for q, want := range map[string]int{
			`SELECT COUNT(*) FROM container WHERE livc = $1 AND kind = 'sheet'`: 0,
			`SELECT COUNT(*) FROM action WHERE livc = $1 AND record = ''`:       2,
			`SELECT COUNT(*) FROM goal WHERE livc = $1 AND record = ''`:         1,
			`SELECT COUNT(*) FROM register_offer WHERE livc = $1 AND hat IN
				(SELECT id FROM hat WHERE livc = $1 AND function <> 'participant')`: 0,
			`SELECT COUNT(*) FROM register_offer WHERE livc = $1`: 2,
		} {
			if got := e.Count(q, e.Livc); got != want {
				t.Errorf("%s gives %d, not %d", q, got, want)
			}
		}
	})
}

// proves X-L-l, R7.1-a
func TestWithoutACasusbladACaseClosesByWhatIsSaid(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTownIn(t, db, livc.Wallonia))
		e.Followed()
		s := &closing.Service{Gate: e.Gate, Book: store.Closing{}}
		in := whole(e, s)
		in.Contact = livc.Secret{}
		before := e.Count(`SELECT COUNT(*) FROM record WHERE livc = $1`, e.Livc)
		_, err := s.CloseCase(e.Context(), e.Coordinator, in)
		e.Must(err)
		if c := e.Town.Case(e.Case.ID); c.State != livc.CaseClosed || e.Count(`SELECT COUNT(*) FROM record WHERE livc = $1`, e.Livc) != before {
			t.Errorf("the case is %s, or a text was written", c.State)
		}
	})
}
