package support_test

import (
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R2.3.3-f, R6.2-v
func TestAStandInIsAppointedForSomeDaysAndGetsNoKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		tom := w.Person(w.Founder, w.Municipality.Organisation, livc.Coordinator, "Tom Claes")
		in := support.AppointStandIn{Hat: tom.Hat, From: "2026-11-25", Until: "2026-12-04"}
		appoint := func(by deed.By, in support.AppointStandIn) error {
			return w.Support.AppointStandIn(w.Context(), by, in)
		}
		kind := func(err error, want livc.Kind) {
			t.Helper()
			if livc.KindOf(err) != want {
				t.Errorf("the answer is %v, not %s", err, want)
			}
		}
		t.Run("another coordinator of the municipality only, and not oneself", func(t *testing.T) {
			for name, hat := range map[string]livc.ID{"a partner": w.CLB.Hat, "the mayor": w.Mayor.Hat, "nobody": w.ID(), "herself": w.Coordinator.Hat} {
				bad := in
				bad.Hat = hat
				if err := appoint(w.Coordinator, bad); livc.KindOf(err) != livc.InvalidKind {
					t.Errorf("%s is answered with %v", name, err)
				}
			}
		})
		t.Run("for days that come, three months at most", func(t *testing.T) {
			for _, days := range [][2]livc.Day{{"2026-12-04", "2026-11-25"}, {"2026-11-01", "2026-11-20"}, {"", "2026-12-04"}, {"2026-11-25", "2027-03-01"}} {
				kind(appoint(w.Coordinator, support.AppointStandIn{Hat: tom.Hat, From: days[0], Until: days[1]}), livc.InvalidKind)
			}
		})
		t.Run("by the desk of the municipality", func(t *testing.T) {
			for _, by := range []deed.By{w.CLB, w.Officer, w.DPO} {
				kind(appoint(by, in), livc.NotFoundKind)
				_, err := w.Support.StandIns(w.Context(), by)
				kind(err, livc.NotFoundKind)
				_, err = w.Support.StandInHour(w.Context(), by)
				kind(err, livc.NotFoundKind)
			}
			kind(w.Support.EndStandIn(w.Context(), w.Mayor, w.CLB.Hat), livc.NotFoundKind)
		})
		grants := w.Count(`SELECT count(*) FROM key_grant`)
		w.Must(appoint(w.Mayor, in))
		hour := func(by deed.By) support.StandInHour {
			t.Helper()
			h, err := w.Support.StandInHour(w.Context(), by)
			w.Must(err)
			return h
		}
		mark := strings.Repeat("ab", 16)
		t.Run("nothing before the first day", func(t *testing.T) {
			if h := hour(tom); h.StandIn.ID != "" {
				t.Errorf("it runs: %+v", h)
			}
			kind(w.Support.TickStandIn(w.Context(), tom, mark, true), livc.ConflictKind)
		})
		w.Days(1)
		t.Run("then it runs, with who can be asked, and with no key", func(t *testing.T) {
			h := hour(tom)
			if h.StandIn.Until != "2026-12-04" || len(h.Ask) != 5 {
				t.Errorf("%d can be asked: %+v", len(h.Ask), h.StandIn)
			}
			if w.Count(`SELECT count(*) FROM key_grant`) != grants {
				t.Error("a key was given")
			}
			if h := hour(w.Coordinator); h.StandIn.ID != "" {
				t.Error("it runs for who is away")
			}
			d, err := w.Support.Today(w.Context(), tom)
			w.Must(err)
			if d.StandIn != "2026-12-04" {
				t.Errorf("the first page says %q", d.StandIn)
			}
		})
		t.Run("what is ticked stays ticked, and can be put back", func(t *testing.T) {
			w.Must(w.Support.TickStandIn(w.Context(), tom, mark, true))
			w.Must(w.Support.TickStandIn(w.Context(), tom, mark, true))
			if !hour(tom).Ticked[mark] {
				t.Error("it is not")
			}
			w.Must(w.Support.TickStandIn(w.Context(), tom, mark, false))
			if hour(tom).Ticked[mark] {
				t.Error("it still is")
			}
			kind(w.Support.TickStandIn(w.Context(), tom, "Milan Verbeke", true), livc.ConflictKind)
			w.Must(w.Support.TickStandIn(w.Context(), tom, mark, true))
		})
		t.Run("a later appointment takes the place of it", func(t *testing.T) {
			w.Must(appoint(w.Coordinator, support.AppointStandIn{Hat: tom.Hat, From: w.Today(), Until: "2026-12-05"}))
			d, err := w.Support.StandIns(w.Context(), w.Coordinator)
			w.Must(err)
			if len(d.StandIns) != 1 || d.StandIns[0].Until != "2026-12-05" || len(d.Candidates) != 1 {
				t.Errorf("the desk sees %+v", d.StandIns)
			}
		})
		t.Run("it ends by itself, and the clock forgets it", func(t *testing.T) {
			w.Must(w.Support.TickStandIn(w.Context(), tom, mark, true))
			w.Days(11)
			if h := hour(tom); h.StandIn.ID != "" {
				t.Error("it still runs")
			}
			w.Must(w.Gate.SignCheckpoint(w.Context(), w.Livc))
			clocks := &processing.Service{Gate: w.Gate, Book: store.Processing{}}
			_, err := clocks.RunClocks(w.Context(), w.Livc)
			w.Must(err)
			if n := w.Count(`SELECT (SELECT count(*) FROM stand_in) + (SELECT count(*) FROM stand_in_tick)`); n != 0 {
				t.Errorf("%d rows are left", n)
			}
		})
		t.Run("it can be ended before", func(t *testing.T) {
			w.Must(appoint(w.Coordinator, support.AppointStandIn{Hat: tom.Hat, From: w.Today(), Until: w.Today()}))
			w.Must(w.Support.EndStandIn(w.Context(), w.Mayor, tom.Hat))
			if hour(tom).StandIn.ID != "" {
				t.Error("it runs")
			}
		})
	})
}
