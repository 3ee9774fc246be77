package livc

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDayAdd(t *testing.T) {
	cases := []struct {
		name                string
		from                Day
		years, months, days int
		want                Day
	}{
		{"a year after 29 February is 1 March", "2028-02-29", 1, 0, 0, "2029-03-01"},
		{"four years after 29 February is 29 February", "2028-02-29", 4, 0, 0, "2032-02-29"},
		{"a year is the same day", "2026-11-24", 1, 0, 0, "2027-11-24"},
		{"a month after 31 January runs into March", "2026-01-31", 0, 1, 0, "2026-03-03"},
		{"a day over the start of summer time", "2026-03-28", 0, 0, 1, "2026-03-29"},
		{"two days over the start of summer time", "2026-03-28", 0, 0, 2, "2026-03-30"},
		{"a day over the end of summer time", "2026-10-24", 0, 0, 1, "2026-10-25"},
		{"two days over the end of summer time", "2026-10-24", 0, 0, 2, "2026-10-26"},
		{"back over new year", "2027-01-01", 0, 0, -1, "2026-12-31"},
		{"no day stays no day", "", 1, 1, 1, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := c.from.Add(c.years, c.months, c.days); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestADayIsADayInBrussels(t *testing.T) {
	cases := []struct {
		name string
		at   time.Time
		want Day
	}{
		{"in winter the day starts an hour before UTC", time.Date(2026, 1, 31, 23, 0, 0, 0, time.UTC), "2026-02-01"},
		{"a moment earlier it is still the day before", time.Date(2026, 1, 31, 22, 59, 59, 0, time.UTC), "2026-01-31"},
		{"in summer it starts two hours before UTC", time.Date(2026, 7, 31, 22, 0, 0, 0, time.UTC), "2026-08-01"},
		{"the hour that comes twice belongs to one day", time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC), "2026-10-25"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := DayOf(c.at); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestADayStartsAtMidnightInBrussels(t *testing.T) {
	for day, want := range map[Day]string{
		"2026-03-29": "2026-03-28T23:00:00Z", // the night in which summer time starts
		"2026-03-30": "2026-03-29T22:00:00Z",
		"2026-10-25": "2026-10-24T22:00:00Z",
		"2026-10-26": "2026-10-25T23:00:00Z",
	} {
		if got := day.Start().UTC().Format(time.RFC3339); got != want {
			t.Errorf("%s starts at %s, want %s", day, got, want)
		}
	}
	if !Day("31 maart").Start().IsZero() {
		t.Error("what is no day starts at no time")
	}
}

func TestUntilCountsCivilDays(t *testing.T) {
	cases := []struct {
		from, to Day
		want     int
	}{
		{"2026-03-28", "2026-03-30", 2}, {"2026-10-24", "2026-10-26", 2}, {"2026-03-30", "2026-03-28", -2},
		{"2027-11-24", "2028-11-24", 366}, {"2026-11-24", "2026-11-24", 0},
	}
	for _, c := range cases {
		if got := c.from.Until(c.to); got != c.want {
			t.Errorf("from %s until %s: %d, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestWhatIsAddedIsWhatIsCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := DayOf(time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "from"), 0))
		n := rapid.IntRange(-5000, 5000).Draw(t, "days")
		to := from.Add(0, 0, n)
		if from.Until(to) != n || to.Add(0, 0, -n) != from || DayOf(to.Start()) != to {
			t.Fatalf("%s and %d days is %s", from, n, to)
		}
		if read, err := ParseDay(string(to)); err != nil || read != to {
			t.Fatalf("%s reads as %s, %v", to, read, err)
		}
	})
}

func TestWhatIsNoDayIsRefused(t *testing.T) {
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "2026-1-2", "24-11-2026", " 2026-11-24", "2026-11-24T00:00:00Z", "vandaag"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("%q was read as %s", s, d)
		}
	}
}
