package support_test

import (
	"testing"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

// proves R1.3-b
func TestWhoIsAppointedLaterWaitsForEveryCasusblad(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		w.Must(w.Support.RevokeForList(w.Context(), w.Mayor, w.Representative.Hat))
		w.Listed(storetest.Story("Milan", "Verbeke", "2010"))
		w.Must(w.Support.AppointForList(w.Context(), w.Mayor, w.Representative.Hat))
		keys, err := w.Support.Keys(w.Context(), w.Mayor)
		w.Must(err)
		waits := 0
		for _, k := range keys.ToGive {
			if k.Hat == w.Representative.Hat && k.Kind == "sheet" {
				waits++
			}
		}
		if waits != 1 {
			t.Errorf("%d casusbladen wait for the representative, not 1", waits)
		}
	})
}
