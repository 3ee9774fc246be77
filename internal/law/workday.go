package law

import (
	"time"

	"beraad.eu/livc"
)

// OfferEnd is the first day on which a personal offer must be gone: after a number of working days
// counted from the day after the item closed. It was then not registered (R6.2-b).
func OfferEnd(t Terms, closed livc.Day) livc.Day {
	day := closed
	for left := t.OfferDays; left > 0; {
		day = day.Add(0, 0, 1)
		if WorkingDay(day) {
			left--
		}
	}
	return day.Add(0, 0, 1)
}

// WorkingDay tells whether a day is no weekend and none of the ten legal holidays of Belgium.
// Dutch: werkdag.
func WorkingDay(d livc.Day) bool {
	at := d.Start()
	if w := at.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	switch string(d)[5:] {
	case "01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25":
		return false
	}
	easter := easterDay(at.Year())
	return d != easter.Add(0, 0, 1) && d != easter.Add(0, 0, 39) && d != easter.Add(0, 0, 50)
}

// easterDay is the Sunday of Easter in the Gregorian calendar by the usual integer rule.
func easterDay(year int) livc.Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	j, k := c/4, c%4
	m := (a + 11*h) / 319
	r := (2*e + 2*j - k - h + m + 32) % 7
	month := (h - m + r + 90) / 25
	day := (h - m + r + month + 19) % 32
	return livc.DayOf(time.Date(year, time.Month(month), day, 12, 0, 0, 0, livc.Brussels()))
}
