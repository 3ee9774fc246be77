package job_test

import (
	"context"
	"errors"
	"testing"

	"beraad.eu/internal/job"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// proves R6.2-k, R6.2-l: at the end erasure happens without human action
func TestInvariant14_AtTheEndErasureHappensWithoutAnybodysHand(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := storetest.ListedCase(w)
		w.Discussed(c, w.CLB)
		others := 0
		r := &job.Runner{LivcRs: db.LivcRs, Wipe: db.Wipe, Processing: &processing.Service{Gate: w.Gate, Book: store.Processing{}},
			Others: []job.Clock{func(context.Context, livc.ID) error { others++; return nil }}}
		w.Must(r.RunClocks(t.Context()))
		if others != 1 || w.Count(`SELECT count(*) FROM casus`) != 1 {
			t.Fatalf("%d other clocks", others)
		}
		t.Run("a clock that jumped erases nothing, and other clocks wait too", func(t *testing.T) {
			w.Days(w.Today().Until(law.RetentionEnd(w.Today())))
			w.Must(r.RunClocks(t.Context()))
			if others != 1 || w.Count(`SELECT count(*) FROM casus`) != 1 {
				t.Errorf("%d other clocks", others)
			}
		})
		t.Run("with the date confirmed they go on", func(t *testing.T) {
			w.Must(r.Processing.ConfirmDay(t.Context(), w.Coordinator))
			w.Must(r.RunClocks(t.Context()))
			if others != 2 || w.Count(`SELECT count(*) FROM casus`) != 0 {
				t.Errorf("%d other clocks", others)
			}
		})
		t.Run("checkpoints are signed with a padded size", func(t *testing.T) {
			if w.Count(`SELECT count(*) FROM checkpoint`) == 0 || w.Count(`SELECT count(*) FROM checkpoint WHERE size % 64 <> 0`) != 0 {
				t.Error("the size of the log tells when something happened")
			}
		})
	})
}

func TestAFaultInOneLIVCRDoesNotStopAnother(t *testing.T) {
	db := storetest.SQLite(t)
	w := storetest.NewTown(t, db)
	done := map[livc.ID]bool{}
	r := &job.Runner{LivcRs: func(context.Context) ([]livc.ID, error) { return []livc.ID{w.ID(), w.Livc}, nil },
		Processing: &processing.Service{Gate: w.Gate, Book: store.Processing{}},
		Others:     []job.Clock{func(_ context.Context, id livc.ID) error { done[id] = true; return errors.New("broken") }}}
	if err := r.RunClocks(t.Context()); err == nil {
		t.Error("the fault is not told")
	}
	if !done[w.Livc] {
		t.Error("the other LIVC R waits for ever")
	}
}
