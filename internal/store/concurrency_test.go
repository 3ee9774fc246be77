package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

type thought struct{ Text livc.Secret }

// Thirty-two people write at once, some of them are refused, some break: no leaf is lost or doubled,
// and every text that was acknowledged is there. On PostgreSQL they write through two gates, as on two
// nodes.
func TestL3_NoLeafIsLostOrDoubledUnder32Writers(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		gates := []*deed.Gate{w.Gate}
		if db.Engine() == "postgres" {
			second := deed.New(w.Gate.Parts)
			t.Cleanup(second.Close)
			gates = append(gates, second)
		}
		drawer := storetest.Drawer(w, w.CLB)
		before := len(w.Log())
		const writers, each = 32, 6
		var wg sync.WaitGroup
		for n := range writers {
			wg.Go(func() {
				for i := range each {
					if err := writeOne(w, gates[n%len(gates)], drawer, fmt.Sprintf("n%d-%d", n, i), i); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		// Of each six, one breaks (no leaf), one is refused (a leaf), four are written.
		if got := len(w.Log()) - before; got != writers*(each-1) {
			t.Errorf("%d new leaves, not %d", got, writers*(each-1))
		}
		w.Verify()
		found := 0
		w.Must(w.Gate.Look(w.Context(), w.CLB, access.ViewToday, access.Whole(w.Livc), func(tx *deed.Tx) error {
			return tx.LaterAll(drawer, "thought", func(livc.ID) any { found++; return &thought{} })
		}))
		if found != writers*(each-2) {
			t.Errorf("%d texts, not %d", found, writers*(each-2))
		}
	})
}

var errBroken = errors.New("broken")

func writeOne(w *storetest.Town, g *deed.Gate, drawer livc.ID, id string, i int) error {
	switch i {
	case 2:
		err := g.Do(w.Context(), w.CLB, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) error {
			return errors.Join(tx.Keep(drawer, livc.ID(id), "thought", thought{livc.NewSecret("weg")}), errBroken)
		})
		if !errors.Is(err, errBroken) {
			return fmt.Errorf("a broken deed: %w", err)
		}
		return nil
	case 4:
		err := g.Do(w.Context(), w.CLB, access.MintList, access.Whole(w.Livc), func(*deed.Tx) error { return nil })
		if livc.KindOf(err) != livc.NotFoundKind {
			return fmt.Errorf("a refused deed: %w", err)
		}
		return nil
	}
	return g.Do(w.Context(), w.CLB, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) error {
		return tx.Keep(drawer, livc.ID(id), "thought", thought{livc.NewSecret(id)})
	})
}

// Deeds that wait at the same moment share a commit, so that sixteen people do not wait sixteen times
// for the disk.
func BenchmarkSealedRecordedDurableWrite(b *testing.B) {
	for _, open := range []func(testing.TB) *store.DB{onDisk} {
		w := storetest.NewTown(b, open(b))
		drawer := storetest.Drawer(w, w.CLB)
		var n sync.Map
		b.Run("sqlite-16", func(b *testing.B) {
			b.SetParallelism(8) // times two processors
			b.RunParallel(func(pb *testing.PB) {
				id := livc.ID(fmt.Sprintf("b%p", pb))
				n.Store(id, true)
				for pb.Next() {
					err := w.Gate.Do(b.Context(), w.CLB, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) error {
						return tx.Keep(drawer, id, "thought", thought{livc.NewSecret("een gewone zin van een honderdtal tekens, zoals mensen die schrijven wanneer ze iets noteren voor zichzelf")})
					})
					if err != nil {
						b.Error(err)
					}
				}
			})
		})
	}
}

// onDisk opens an embedded database that waits for the disk.
func onDisk(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.OpenSQLite(t.TempDir())
	if err == nil {
		err = db.Migrate(context.Background())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}
