package deed_test

import (
	"errors"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// list reads the list of cases as somebody does.
func list(w *storetest.Town, by deed.By) error {
	_, err := w.Referrals().List(w.Context(), by, discussion.Place{})
	return err
}

func version(w *storetest.Town, container livc.ID) (v int, due bool) {
	w.T.Helper()
	w.Must(w.Gate.Store.Read(w.Context(), func(vault deed.Vault) error {
		c, err := vault.Container(w.Context(), w.Livc, container)
		v, due = c.KeyVersion, c.RekeyDue
		return err
	}))
	return v, due
}

// opens tells whether a key opens the data key of the first record of a container, with a copy of the
// database and the epoch key at hand.
func opens(w *storetest.Town, container livc.ID, k *seal.Key) bool {
	w.T.Helper()
	var r deed.Record
	w.Must(w.Gate.Store.Read(w.Context(), func(vault deed.Vault) error {
		rows, err := vault.RecordsOf(w.Context(), w.Livc, container)
		r = rows[0]
		return err
	}))
	base := w.Gate.Base(w.Livc)
	wrapped, err := w.Gate.Ring.Unwrap(base, "record", string(r.Container)+"/"+string(r.ID)+"/1", r.Wrapped)
	w.Must(err)
	for v := 1; v <= r.KeyVersion; v++ { // also when the number is changed back
		at := seal.Ref{Livc: r.Livc, Container: r.Container, Record: r.ID, Revision: r.Revision, Kind: r.Kind, Author: r.Author, KeyVersion: v}
		if _, err := seal.OpenRecord(base, at, k, wrapped, r.Body); err == nil {
			return true
		}
	}
	return false
}

// proves R6.2-v, Z7
func TestZ7_AfterSomebodyLeftTheNextHolderMakesANewKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		storetest.ListedCase(w)
		m := w.Home()
		w.Must(list(w, w.Coordinator))
		w.Must(list(w, w.Representative)) // keeps the key of today in the session
		old, held := w.Coordinator.Keys.Key(m.List)
		if !held || !opens(w, m.List, old) {
			t.Fatal("who is still there does not open the list")
		}
		w.Must(w.Support.RemovePerson(w.Context(), w.Founder, w.Coordinator.Hat))
		if v, due := version(w, m.List); v != 1 || !due {
			t.Fatalf("the list has key %d, due %v", v, due)
		}
		w.Must(w.Gate.Look(w.Context(), w.CLB, access.ViewToday, access.Whole(w.Livc), func(tx *deed.Tx) error {
			_, err := tx.Holders(m.List)
			return err
		}))
		if v, _ := version(w, m.List); v != 1 {
			t.Error("somebody who holds nothing made a new key")
		}

		w.Must(list(w, w.Mayor))
		if v, due := version(w, m.List); v != 2 || due {
			t.Errorf("the list has key %d, due %v", v, due)
		}
		if opens(w, m.List, old) {
			t.Error("who left opens the list with a copy of the database")
		}
		w.Must(list(w, w.Representative)) // with the key of before still in the session
		w.Mayor.Keys.(*storetest.Keys).Forget()
		w.Must(list(w, w.Mayor)) // in a new session
	})
}

// proves R6.2-v, C7
func TestC7_AnIntakeGetsANewPairFromAChair(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		before := w.Referred(storetest.Story("Milan", "Verbeke", "2010"))
		intake := w.Home().Intake
		w.Must(w.Support.RemovePerson(w.Context(), w.Founder, w.Representative.Hat))
		page := func(by deed.By, id livc.ID) error {
			_, err := w.Referrals().Desk(w.Context(), by, id)
			return err
		}
		w.Must(page(w.Coordinator, before))
		if v, due := version(w, intake); v != 1 || !due {
			t.Errorf("the coordinator, whose signature nobody trusts on an intake, left key %d, due %v", v, due)
		}
		w.Must(page(w.Mayor, before))
		if v, due := version(w, intake); v != 2 || due {
			t.Errorf("the intake has key %d, due %v", v, due)
		}
		after := w.Referred(storetest.Story("Noor", "Claes", "2009"))
		for _, id := range []livc.ID{before, after} {
			w.Must(page(w.Coordinator, id))
			w.Must(page(w.Mayor, id))
		}
	})
}

// proves R6.2-v
func TestADeedThatFailsLeavesTheOldKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		storetest.ListedCase(w)
		m := w.Home()
		w.Must(w.Support.RemovePerson(w.Context(), w.Founder, w.Coordinator.Hat))
		broken := errors.New("broken")
		err := w.Gate.Do(w.Context(), w.Mayor, access.MintList, access.Whole(w.Livc), func(tx *deed.Tx) error {
			if err := tx.Keep(m.List, "x", "note", note{livc.NewSecret("tekst")}); err != nil {
				return err
			}
			return broken
		})
		if !errors.Is(err, broken) {
			t.Fatal(err)
		}
		if v, due := version(w, m.List); v != 1 || !due {
			t.Errorf("the list has key %d, due %v", v, due)
		}
		w.Must(list(w, w.Mayor))
		if v, _ := version(w, m.List); v != 2 {
			t.Errorf("the list has key %d", v)
		}
	})
}
