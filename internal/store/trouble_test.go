package store_test

import (
	"errors"
	"testing"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

// What the engines themselves answer when something is wrong is understood, so that the doctor can say
// how to mend it; and trying the log keeps nothing.
func TestTheTroublesOfBothEnginesAreUnderstood(t *testing.T) {
	if got := store.TroubleOf(errors.New("x")); got != store.Unclear || store.TroubleOf(nil) != "" {
		t.Errorf("an error of nobody is %q", got)
	}
	storetest.Hasty(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		before := len(w.Log())
		w.Must(db.Try(t.Context()))
		if len(w.Log()) != before {
			t.Error("trying the log left a leaf")
		}
		w.Verify()
		storetest.Ill(t, db, func(ill storetest.Illness) {
			if ill.Trouble == "" {
				return // a commit that fails is another test: trying asks for none
			}
			if err := db.Try(t.Context()); store.TroubleOf(err) != ill.Trouble {
				t.Errorf("%s is taken for %q: %v", ill.Name, store.TroubleOf(err), err)
			}
		})
		w.Must(db.Try(t.Context()))
		w.Must(db.Close())
		if err := db.Try(t.Context()); err == nil {
			t.Error("a closed database can be written")
		}
	})
}
