package livc

import (
	"fmt"
	"time"
	_ "time/tzdata" // civil days are Brussels days on every machine
)

var brussels = func() *time.Location {
	l, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		panic(err) // embedded above
	}
	return l
}()

// Brussels is the time zone of every civil day and of every clock time on a page.
func Brussels() *time.Location { return brussels }

// Day is a civil day in Europe/Brussels, as text like 2026-11-24 so that it sorts, compares and is
// stored alike everywhere. The empty Day means "no day". Dutch: dag.
type Day string

const dayForm = "2006-01-02"

// DayOf is the civil day on which at falls in Brussels.
func DayOf(at time.Time) Day { return Day(at.In(brussels).Format(dayForm)) }

// ParseDay reads a day as a form or a file writes it.
func ParseDay(s string) (Day, error) {
	t, err := time.ParseInLocation(dayForm, s, brussels)
	if err != nil || t.Format(dayForm) != s {
		return "", fmt.Errorf("livc: %q is no day", s)
	}
	return Day(s), nil
}

// Start is the moment at which the day begins in Brussels.
func (d Day) Start() time.Time {
	t, err := time.ParseInLocation(dayForm, string(d), brussels)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Add counts years, months and days on; a 29 February that does not exist becomes 1 March.
func (d Day) Add(years, months, days int) Day {
	if d == "" {
		return ""
	}
	s := d.Start()
	// Noon keeps the civil day whatever the summer clock does.
	return Day(time.Date(s.Year()+years, s.Month()+time.Month(months), s.Day()+days, 12, 0, 0, 0, brussels).Format(dayForm))
}

// Until is the number of days from d to other; negative when other lies before.
func (d Day) Until(other Day) int {
	a, b := d.Start(), other.Start()
	x := time.Date(a.Year(), a.Month(), a.Day(), 0, 0, 0, 0, time.UTC)
	y := time.Date(b.Year(), b.Month(), b.Day(), 0, 0, 0, 0, time.UTC)
	return int(y.Sub(x).Hours() / 24)
}
