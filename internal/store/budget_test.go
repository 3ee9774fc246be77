package store_test

import (
	"fmt"
	"testing"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// What a deed costs, in statements and in pieces of memory: unlike times, these are the same on every
// machine. Who needs more says why, and changes the number here.
func TestADeedAsksNoMoreStatementsThanItNeeds(t *testing.T) {
	db := storetest.SQLite(t)
	w := storetest.NewTown(t, db)
	s := w.Referrals()
	c := storetest.ListedCase(w)
	by := w.Coordinator
	for name, deed := range map[string]struct {
		most int64
		do   func() error
	}{
		// begin, head, savepoint, hat, LIVC R and lists, municipalities, proposals, page with records, container,
		// release, leaf, head, commit
		"a look at the list": {13, func() error { _, err := s.List(w.Context(), by, discussion.Place{}); return err }},
		// begin, head, form, savepoint, hat, case, case again, municipality, container, record, put, release,
		// form, leaf, head, commit
		"a next step from a form": {16, func() error {
			by := by
			by.Token = string(w.ID())
			return s.SetNextStep(w.Context(), by, c.ID, livc.NewSecret("bellen"))
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w.Must(deed.do()) // opens the keys
			before := db.Asked()
			w.Must(deed.do())
			if n := db.Asked() - before; n > deed.most {
				t.Errorf("%d statements, %d are enough", n, deed.most)
			}
		})
	}
}

func TestARowOfTheListTakesLittleMemory(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	s := w.Referrals()
	row := func(n int) {
		c := w.Listed(storetest.Story(fmt.Sprintf("Voornaam%d", n), fmt.Sprintf("Naam%d", n), "2008"))
		w.Must(s.SetNextStep(w.Context(), w.Coordinator, c.ID, livc.NewSecret("bellen")))
	}
	look := func() {
		_, err := s.List(w.Context(), w.Coordinator, discussion.Place{})
		w.Must(err)
	}
	row(0)
	look()
	least := func() float64 { // garbage that is collected meanwhile makes some more
		n := testing.AllocsPerRun(20, look)
		for range 4 {
			n = min(n, testing.AllocsPerRun(20, look))
		}
		return n
	}
	one := least()
	const more = 10
	for n := range more {
		row(n + 1)
	}
	look()
	if each := (least() - one) / more; each > 12 {
		t.Errorf("%.1f pieces of memory for each further row", each)
	}
}

func TestALookAnswersAfterItsMemoryWasGivenBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		storetest.ListedCase(w)
		for range 2 {
			list, err := s.List(w.Context(), w.Coordinator, discussion.Place{})
			w.Must(err)
			if len(list.Cases) != 1 {
				t.Fatalf("%d cases stand on the list", len(list.Cases))
			}
			w.Must(db.Rest())
		}
	})
}
