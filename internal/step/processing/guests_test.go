package processing_test

import (
	"testing"

	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

// proves Z9
func TestTheClockEndsGuestsAtMidnightAndForgetsTheirPassesAWeekLater(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e, _ := storetest.TwoPoints(storetest.NewTown(t, db))
		p := &place{Town: e.Town, Service: &processing.Service{Gate: e.Gate, Book: store.Processing{}, Wipe: db.Wipe}}
		guest := e.Guest(e.Item, "Bo Wouters")
		e.Passed(e.Item, "Kim")
		passes := func() int {
			return e.Count(`SELECT count(*) FROM guest_pass WHERE livc = '0' AND meeting_livc = $1`, e.Livc)
		}
		names := func() int {
			return e.Count(`SELECT count(*) FROM attendance WHERE livc = $1 AND seat = 'ad_hoc' AND name IS NOT NULL AND hat = $2`, e.Livc, guest.Hat)
		}
		if passes() != 2 || names() != 1 {
			t.Fatalf("%d passes, %d names", passes(), names())
		}
		run := func() {
			_, err := p.RunClocks(e.Context(), e.Livc)
			e.Must(err)
		}
		run()
		if n := e.Count(`SELECT count(*) FROM hat WHERE livc = $1 AND function = 'guest' AND state = 'active'`, e.Livc); n != 1 {
			t.Fatalf("%d guests are there on the day itself", n)
		}
		e.Days(1)
		run()
		run() // twice does nothing more
		if n := e.Count(`SELECT count(*) FROM hat WHERE livc = $1 AND function = 'guest' AND state <> 'left'`, e.Livc); n > 0 || names() > 0 || passes() != 2 {
			t.Fatalf("the day after %d guests, %d names, %d passes are left", n, names(), passes())
		}
		for range 7 { // a longer jump would hold the clocks (R11)
			e.Days(1)
			run()
		}
		if passes() != 0 {
			t.Fatalf("a week later %d passes are left", passes())
		}
	})
}
