package deed_test

import (
	"errors"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

type note struct{ Text livc.Secret }

// drawer makes a drawer for a person, through the gate.
func drawer(w *storetest.Town, by deed.By) (id livc.ID) {
	w.T.Helper()
	w.Must(w.Gate.Do(w.Context(), by, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) (err error) {
		id, err = tx.NewContainer(livc.DrawerContainer, by.Controller, "", by.Hat, "own", by.Hat)
		if err == nil {
			err = tx.Keep(id, "n1", "note", note{livc.NewSecret("een zorg")})
		}
		return err
	}))
	return id
}

func read(w *storetest.Town, by deed.By, container livc.ID) (string, error) {
	var n note
	err := w.Gate.Look(w.Context(), by, access.ViewToday, access.Whole(w.Livc), func(tx *deed.Tx) error {
		return tx.Later(container, "n1", &n)
	})
	return n.Text.Reveal(), err
}

func TestZ5_AHolderOpensAndNobodyElse(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := drawer(w, w.CLB)
		w.CLB.Keys.(*storetest.Keys).Forget() // as in a new session: the grant is opened anew
		if got, err := read(w, w.CLB, c); err != nil || got != "een zorg" {
			t.Fatalf("the holder reads %q, %v", got, err)
		}
		if got, err := read(w, w.Mayor, c); livc.KindOf(err) != livc.DeniedKind || got != "" {
			t.Fatalf("the mayor reads %q, %v", got, err)
		}
	})
}

func TestP7_TheSameFormTwiceHasOneEffect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		by := w.CLB
		by.Token = "token-1"
		var runs int
		var made livc.ID
		press := func() error {
			return w.Gate.Do(w.Context(), by, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) error {
				runs++
				made = tx.NewID()
				tx.Made(made)
				return nil
			})
		}
		w.Must(press())
		var again *deed.Repeated
		if err := press(); !errors.As(err, &again) || again.Made != made || runs != 1 {
			t.Fatalf("second press: %v, %d runs", err, runs)
		}
	})
}

func TestP7_ALookUsesUpNoForm(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		by := w.CLB
		by.Token = "token-1"
		ran := false
		w.Must(w.Gate.Look(w.Context(), by, access.ViewToday, access.Whole(w.Livc), func(*deed.Tx) error { return nil }))
		w.Must(w.Gate.Do(w.Context(), by, access.AskConversation, access.Whole(w.Livc), func(*deed.Tx) error { ran = true; return nil }))
		if !ran {
			t.Fatal("a look before it kept the deed from happening")
		}
	})
}

// proves R2.3.5-m, R6.2-x
func TestL1_EveryDeedLeavesALeafAndARefusalToo(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		before := len(w.Log())
		w.Must(w.Gate.Look(w.Context(), w.CLB, access.ViewToday, access.Whole(w.Livc), func(*deed.Tx) error { return nil }))
		err := w.Gate.Look(w.Context(), w.CLB, access.ViewLog, access.Whole(w.Livc), func(*deed.Tx) error {
			t.Error("a refused look ran")
			return nil
		})
		if livc.KindOf(err) != livc.NotFoundKind {
			t.Fatalf("a participant looking at the log: %v", err)
		}
		log := w.Log()
		if len(log) != before+2 || !log[before].Authorised || log[before+1].Authorised {
			t.Fatalf("the log has %d new leaves", len(log)-before)
		}
		w.Verify()
	})
}

func TestL2_AFaultOfOursUndoesTheDeedAndItsNeighboursStay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := drawer(w, w.CLB)
		boom := errors.New("boom")
		err := w.Gate.Do(w.Context(), w.CLB, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) error {
			if err := tx.Keep(c, "n1", "note", note{livc.NewSecret("half")}); err != nil {
				return err
			}
			return boom
		})
		if !errors.Is(err, boom) {
			t.Fatal(err)
		}
		if got, err := read(w, w.CLB, c); err != nil || got != "een zorg" {
			t.Fatalf("after the fault it reads %q, %v", got, err)
		}
		err = w.Gate.Do(w.Context(), w.CLB, access.AskConversation, access.Whole(w.Livc), func(*deed.Tx) error { panic("broken") })
		if err == nil || livc.KindOf(err) != "" {
			t.Fatalf("a deed that breaks: %v", err)
		}
	})
}

func TestZ7_WhoHasLeftReadsNothingFromTheNextRequestOn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := drawer(w, w.Coordinator)
		w.Must(w.Support.RemovePerson(w.Context(), w.Founder, w.Coordinator.Hat))
		if _, err := read(w, w.Coordinator, c); livc.KindOf(err) != livc.NotFoundKind {
			t.Fatalf("a coordinator who left: %v", err)
		}
	})
}
