package practice

import (
	"time"

	"beraad.eu/livc"
)

// calendar is when things happen, seen from the day on which the hall opens. The table meets on
// Thursdays, every three weeks in the weeks before.
type calendar struct {
	Founded   livc.Day
	Erased    livc.Day // meeting of the case that was forgotten some weeks ago
	Forgotten livc.Day // night in which it was
	Closed    livc.Day // meeting at which a case was closed; its year is almost over
	Long      livc.Day // half a year ago: the case that is in aftercare by now was new
	Before    livc.Day // six weeks ago
	Last      livc.Day // three weeks ago
	Next      livc.Day // planned
	Open      livc.Day // today
}

func calendarOf(open livc.Day) calendar {
	next := thursday(open.Add(0, 0, 7)) // never within the week: who moves the clock a week on finds it waiting
	c := calendar{
		Founded: open.Add(-1, 0, -120),
		Erased:  thursday(open.Add(-1, 0, -18)), // so that its proof is still shown
		Closed:  thursday(open.Add(-1, 0, 12)),
		Long:    thursday(open.Add(0, -6, 0)),
		Before:  next.Add(0, 0, -42),
		Last:    next.Add(0, 0, -21),
		Next:    next,
		Open:    open,
	}
	c.Forgotten = max(c.Erased.Add(1, 0, 4), c.Last.Add(0, 0, 1))
	return c
}

// thursday is the first Thursday on or after a day.
func thursday(d livc.Day) livc.Day {
	for d.Start().In(livc.Brussels()).Weekday() != time.Thursday {
		d = d.Add(0, 0, 1)
	}
	return d
}

// workday is the day itself, or the Friday before a weekend.
func workday(d livc.Day) livc.Day {
	switch d.Start().In(livc.Brussels()).Weekday() {
	case time.Saturday:
		return d.Add(0, 0, -1)
	case time.Sunday:
		return d.Add(0, 0, -2)
	}
	return d
}
