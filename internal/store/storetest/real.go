package storetest

import (
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

// NewRealTown founds a LIVC R in an installation of its own that is no practice, as NewTown does.
func NewRealTown(t testing.TB, db *store.DB) *Town {
	t.Helper()
	clock := deed.ClockFrom(func() time.Time { return Start })
	epoch := seal.NewEpochKey()
	g := GateWith(t, db, clock, epoch)
	g.Installation, g.Practice = "real", false
	w := &Town{T: t, DB: db, Region: livc.Flanders, Clock: clock, Gate: g, Epoch: epoch, Organisation: map[string]livc.ID{}, Masters: map[livc.ID][]byte{},
		Support: &support.Service{Gate: g, Book: store.Support{}}}
	w.Must(db.Install(t.Context(), "real", false, Start))
	w.found()
	return w
}
