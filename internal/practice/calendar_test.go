package practice

import (
	"slices"
	"testing"
	"time"

	"beraad.eu/livc"
)

func TestTheCalendarOfTheTownRunsForwardWheneverTheHallOpens(t *testing.T) {
	for n := range 366 {
		open := livc.Day("2027-12-01").Add(0, 0, n)
		c := calendarOf(open)
		list := []livc.Day{c.Founded.Add(0, 0, 1), c.Erased.Add(0, 0, -21), c.Erased, c.Closed.Add(0, 0, -21), c.Closed,
			c.Long.Add(0, 0, -24), c.Long, c.Before.Add(0, 0, -21), c.Before, c.Last, c.Forgotten, c.Last.Add(0, 0, 7), c.Open.Add(0, 0, -1), c.Next}
		if !slices.IsSorted(list) {
			t.Fatalf("opened on %s: %v", open, list)
		}
		if c.Closed.Add(1, 0, 0) <= open || open.Until(c.Closed.Add(1, 0, 0)) > 30 {
			t.Errorf("opened on %s: the year of the closed case ends on %s", open, c.Closed.Add(1, 0, 0))
		}
		if open.Until(c.Next) < 7 || c.Next.Start().In(livc.Brussels()).Weekday() != time.Thursday {
			t.Errorf("opened on %s: the next meeting is on %s", open, c.Next)
		}
	}
}
