package store_test

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/live"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// listener is a node whose screens follow one meeting.
type listener struct {
	t      *testing.T
	hub    *live.Hub
	stream *live.Stream
}

// listening lets a node listen to a database; it returns once it hears.
func listening(t *testing.T, db *store.DB, at live.At) listener {
	t.Helper()
	l := listener{t: t, hub: live.New()}
	var err error
	if l.stream, err = l.hub.Open(at, "s"); err != nil {
		t.Fatal(err)
	}
	<-l.stream.Changed()
	t.Cleanup(db.Listen(l.hub, slog.New(slog.DiscardHandler)))
	if db.Engine() == "postgres" {
		l.hears() // everybody is stirred once when the connection stands
	}
	return l
}

func (l listener) hears() {
	l.t.Helper()
	select {
	case <-l.stream.Changed():
	case <-time.After(20 * time.Second):
		l.t.Fatal("nothing is heard")
	}
}

func (l listener) silent(moment time.Duration) {
	l.t.Helper()
	select {
	case <-l.stream.Changed():
		l.t.Error("something is heard")
	case <-time.After(moment):
	}
}

// moment is longer than word takes from one node to another.
const moment = 150 * time.Millisecond

func TestScreensHearOfADeedOnceItIsCommitted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		meeting := w.ID()
		l := listening(t, db, live.At{Livc: w.Livc, Meeting: meeting})
		do := func(f func(*deed.Tx) error) error {
			return w.Gate.Do(w.Context(), w.CLB, access.AskConversation, access.Whole(w.Livc), f)
		}
		t.Run("not while it is being done", func(t *testing.T) {
			w.Must(do(func(tx *deed.Tx) error {
				tx.Stir(meeting)
				l.silent(moment)
				return nil
			}))
			l.hears()
		})
		t.Run("not of one that is undone", func(t *testing.T) {
			broken := errors.New("broken")
			for _, why := range []error{broken, livc.Conflict("conflict.changed"), livc.Invalid("error.day"), livc.NotFound()} {
				if err := do(func(tx *deed.Tx) error { tx.Stir(meeting); return why }); err == nil {
					t.Fatal("it was done")
				}
			}
			_ = do(func(tx *deed.Tx) error { tx.Stir(meeting); panic("broken") })
			l.silent(moment)
		})
		t.Run("not of one that the gate refuses", func(t *testing.T) {
			err := w.Gate.Do(w.Context(), w.CLB, access.MintList, access.Whole(w.Livc), func(tx *deed.Tx) error { tx.Stir(meeting); return nil })
			if livc.KindOf(err) != livc.NotFoundKind {
				t.Fatal(err)
			}
			l.silent(moment)
		})
		t.Run("not of a form that was sent before", func(t *testing.T) {
			by := w.CLB
			by.Token = "token"
			press := func() error {
				return w.Gate.Do(w.Context(), by, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) error { tx.Stir(meeting); return nil })
			}
			w.Must(press())
			l.hears()
			var again *deed.Repeated
			if err := press(); !errors.As(err, &again) {
				t.Fatal(err)
			}
			l.silent(moment)
		})
		t.Run("and not of another meeting or another LIVC R", func(t *testing.T) {
			w.Must(do(func(tx *deed.Tx) error { tx.Stir(w.ID()); return nil }))
			n := w.Neighbour()
			w.Must(n.Gate.Do(n.Context(), n.CLB, access.AskConversation, access.Whole(n.Livc), func(tx *deed.Tx) error { tx.Stir(meeting); return nil }))
			l.silent(moment)
		})
	})
}

// Of deeds that share a commit, only what was done is heard; a batch that breaks says nothing.
func TestOfABatchOnlyWhatWasCommittedIsHeard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		meeting := w.ID()
		l := listening(t, db, live.At{Livc: w.Livc, Meeting: meeting})
		broken := errors.New("broken")
		err := db.Write(w.Context(), db.Lane(w.Livc), func(b deed.Batch) error {
			w.Must(b.Stir(w.Context(), w.Livc, meeting))
			return broken
		})
		if !errors.Is(err, broken) {
			t.Fatal(err)
		}
		l.silent(moment)
		w.Must(db.Write(w.Context(), db.Lane(w.Livc), func(b deed.Batch) error {
			w.Must(b.Stir(w.Context(), w.Livc, meeting))
			w.Must(b.Stir(w.Context(), w.Livc, meeting))
			return nil
		}))
		l.hears()
	})
}

// settled 40: a deed on one node is heard on the other, and a connection that broke is made anew.
func TestTwoNodesOfOneDatabaseHearEachOther(t *testing.T) {
	dsn := storetest.Postgres(t)
	one, err := store.OpenPostgres(dsn)
	if err == nil {
		err = one.Migrate(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = one.Close() })
	two, err := store.OpenPostgres(dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = two.Close() })
	w := storetest.NewTown(t, one)
	meeting := w.ID()
	at := live.At{Livc: w.Livc, Meeting: meeting}
	near, far := listening(t, one, at), listening(t, two, at)
	stir := func() {
		t.Helper()
		w.Must(w.Gate.Do(w.Context(), w.CLB, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) error { tx.Stir(meeting); return nil }))
	}
	stir()
	near.hears()
	far.hears()
	far.silent(moment)
	t.Run("after a break everybody is stirred once, and hears again", func(t *testing.T) {
		if n := w.Count(`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN beraad_live'`); n != 2 {
			t.Fatalf("%d connections listen, not one for each node", n)
		}
		near.hears()
		far.hears()
		stir()
		near.hears()
		far.hears()
	})
	t.Run("only a LIVC R and a meeting are said, and nonsense is passed over", func(t *testing.T) {
		for _, said := range []string{"", "x", string(w.Livc), string(w.Livc) + " Milan Verbeke", "' OR 1"} {
			w.Exec(`SELECT pg_notify('beraad_live', $1)`, said)
		}
		far.silent(moment)
		stir()
		far.hears()
	})
}
