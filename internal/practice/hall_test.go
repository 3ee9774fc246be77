package practice_test

import (
	"bytes"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/practice"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// opening is the day on which the halls of these tests open.
var opening = time.Date(2026, 11, 23, 15, 0, 0, 0, time.UTC)

// empty is a practice installation in which nothing was played yet.
func empty(t *testing.T, db *store.DB) practice.Hall {
	t.Helper()
	epoch, service := seal.NewEpochKey(), bytes.Repeat([]byte{7}, 32)
	ring, err := seal.NewRing(1, map[uint32][]byte{1: epoch})
	must(t, err)
	keys, err := seal.NewService(service)
	must(t, err)
	clock := deed.ClockFrom(func() time.Time { return opening })
	gate := deed.New(deed.Parts{Store: db, Clock: clock, Rand: practice.Randomness("test"), Ring: ring, Service: keys,
		Node: seal.NewNode(), Installation: "test", Practice: true})
	t.Cleanup(gate.Close)
	base := seal.Base{Installation: "test", Practice: true}
	people := store.NewIdentity(db, keys, base)
	door, err := identity.NewDoor(identity.Setting{Base: base, Ring: ring, ServiceKey: service, Origin: "http://localhost:8080", Cores: 2,
		Argon: practice.Params(), PracticeFolder: t.TempDir()}, people, store.NewSessions(db), store.NewSessions(db))
	must(t, err)
	must(t, db.Install(t.Context(), "test", true, opening))
	return practice.NewHall(db, gate, clock, door, people)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
