package processing_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R6.2-l, invariant 14: security R1
func TestR1_ReadingStopsOnTheAnniversaryWhenNoClockRuns(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		id := p.keeps(p.CLB, "Hij komt weer naar de les.")
		end := law.RetentionEnd(p.Today())
		t.Run("a minute before midnight of the last day the keeper still reads", func(t *testing.T) {
			p.Clock.SetOffset(law.AccessStops(end).Sub(storetest.Start) - 60e9)
			if _, err := p.reads(p.CLB, id); err != nil {
				t.Error(err)
			}
			if got := p.Today(); got.Add(0, 0, 1) != end {
				t.Fatalf("it is %s", got)
			}
		})
		t.Run("at midnight in Brussels nobody does", func(t *testing.T) {
			p.Clock.SetOffset(law.AccessStops(end).Sub(storetest.Start))
			_, err := p.reads(p.CLB, id)
			is(t, err, livc.NotFoundKind)
			o, err := p.OwnDossiers(p.Context(), p.CLB)
			p.Must(err)
			if len(o.Kept) != 0 {
				t.Error("the dossier still stands in the list of its keeper")
			}
			terms, err := p.Terms(p.Context(), p.Coordinator)
			p.Must(err)
			if len(terms.Cases) != 0 {
				t.Error("the case still stands on the page of terms")
			}
		})
		t.Run("nor does it stand on the mayor's list", func(t *testing.T) {
			l, err := p.Referrals().List(p.Context(), p.Mayor, discussion.Place{})
			p.Must(err)
			if len(l.Cases) != 0 {
				t.Error("the list still names it")
			}
		})
		t.Run("although everything is still in the database", func(t *testing.T) {
			if p.Count(`SELECT count(*) FROM dossier`) != 1 || p.Count(`SELECT count(*) FROM casus`) != 1 {
				t.Error("a clock ran")
			}
		})
	})
}

// proves R6.2-l: security R1, leap years and the ends of months and of summer time
func TestR1_TheLastDayOfATerm(t *testing.T) {
	for last, end := range map[livc.Day]livc.Day{"2028-02-29": "2029-03-01", "2027-02-28": "2028-02-28", "2026-12-31": "2027-12-31",
		"2026-03-29": "2027-03-29", "2026-10-25": "2027-10-25"} {
		t.Run("discussed on "+string(last)+", gone on "+string(end), func(t *testing.T) {
			r := processing.Retention{Clock: law.Clock{LastDiscussed: last}, Due: end.Add(1, 0, 0)}
			if r.End() != end || r.Over(end.Add(0, 0, -1)) || !r.Over(end) {
				t.Errorf("it ends on %s", r.End())
			}
		})
	}
	t.Run("a protocol may set an earlier day", func(t *testing.T) {
		r := processing.Retention{Clock: law.Clock{LastDiscussed: "2026-11-24"}, Due: "2027-05-24"}
		if r.End() != "2027-05-24" {
			t.Errorf("it ends on %s", r.End())
		}
	})
	t.Run("a term without a day is over", func(t *testing.T) {
		if !(processing.Retention{}).Over("2026-11-24") {
			t.Error("it runs")
		}
	})
}

// proves R6.2-m, invariant 14: security R2
func TestR2_OnlyADiscussionStartsTheYearAnew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		id := p.keeps(p.CLB, "Hij komt weer naar de les.")
		first := p.term()
		p.Days(30)
		t.Run("reading, adding a note, erasing one, and a place on an agenda move nothing", func(t *testing.T) {
			_, err := p.reads(p.CLB, id)
			p.Must(err)
			p.Must(p.AddNote(p.Context(), p.CLB, id, note("Weer gezien.")))
			o, err := p.OwnDossier(p.Context(), p.CLB, id)
			p.Must(err)
			p.Must(p.DropNote(p.Context(), p.CLB, id, o.Entries[0].ID))
			storetest.PlannedMeeting(p.Town, p.Case.ID)
			p.run()
			if got := p.term(); got != first {
				t.Errorf("the day moved from %s to %s", first, got)
			}
		})
		t.Run("discussed again within the year starts the year anew, for every organisation", func(t *testing.T) {
			p.Discussed(p.Case, p.CAW)
			want := law.RetentionEnd(p.Today())
			o, err := p.OwnDossier(p.Context(), p.CLB, id)
			p.Must(err)
			if o.Retention.End() != want {
				t.Errorf("the dossier ends on %s, not %s", o.Retention.End(), want)
			}
			terms, err := p.Terms(p.Context(), p.Coordinator)
			p.Must(err)
			c := terms.Cases[0].Retention.Clock
			if terms.Cases[0].End() != want || c.Restarts != 1 || c.Age(p.Today()) != 30 {
				t.Errorf("the case ends on %s after %d restarts, %d days old", terms.Cases[0].End(), c.Restarts, c.Age(p.Today()))
			}
			p.run()
			if got := p.term(); got != want {
				t.Errorf("the row says %s", got)
			}
		})
	})
}

// term is the day in the row of the one dossier.
func (p *place) term() livc.Day {
	var day livc.Day
	p.Must(p.DB.Pools()[0].QueryRowContext(p.Context(), `SELECT due FROM dossier`).Scan(&day))
	return day
}
