package discussion_test

import (
	"testing"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// evening runs a test at a meeting of its own, on both engines.
func evening(t *testing.T, f func(t *testing.T, e *storetest.Evening)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) { f(t, storetest.NewEvening(storetest.NewTown(t, db))) })
}

// quick runs a test at a meeting of its own, on one engine: its rows are tested by the evenings on both.
func quick(t *testing.T, f func(t *testing.T, e *storetest.Evening)) {
	t.Helper()
	f(t, storetest.NewEvening(storetest.NewTown(t, storetest.SQLite(t))))
}

// answers fails unless err is an answer of this kind with this key.
func answers(t *testing.T, err error, kind livc.Kind, key string) {
	t.Helper()
	if livc.KindOf(err) != kind {
		t.Fatalf("got %v, not %s", err, kind)
	}
	if key != "" && !says(err, key) {
		t.Fatalf("got %v, not %s", err, key)
	}
}

func says(err error, key string) bool {
	e, ok := err.(*livc.Error)
	if !ok {
		return false
	}
	for _, one := range append([]*livc.Error{e}, e.More...) {
		if one.Key == key {
			return true
		}
	}
	return false
}

func TestASpokenEveningFromOpeningToClosing(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Open()
		e.Decided(livc.OutcomeRegular)
		e.Reported()
		if words := e.Desk().Words; len(words) != 4 {
			t.Fatalf("the report has the words %v", words)
		}
		e.Must(e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item, Substantive: true}))
		e.Must(e.Table.CloseMeeting(e.Context(), e.Coordinator, e.Meeting))
		c := e.Town.Case(e.Case.ID)
		if c.State != livc.CaseDiscussed || c.LastDiscussed != "2026-12-15" || c.Due != "2027-12-15" || c.Restarts != 0 {
			t.Fatalf("the case stands at %+v", c)
		}
		e.Verify()
	})
}
