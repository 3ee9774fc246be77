package law

import (
	"time"

	"beraad.eu/livc"
)

// RetentionEnd is the first day on which a case may no longer be kept: one year after it was last
// discussed. 29 February becomes 1 March (R6.2-k, R6.2-l, X-F-n). Dutch: bewaartermijn.
func RetentionEnd(lastDiscussed livc.Day) livc.Day { return lastDiscussed.Add(1, 0, 0) }

// AccessStops is the moment at which nobody can read any more: the anniversary at 00:00 in Brussels.
func AccessStops(end livc.Day) time.Time { return end.Start() }

// Discussion is what is known of one moment at which a case came up. Dutch: bespreking.
type Discussion struct {
	On                      livc.Day
	ItemOpenedInSitting     bool
	OrganisationsInside     int
	SubstantiveWithDecision bool // recorded by the chair
	LookBackInAftercare     bool
}

// Restarts tells whether a discussion starts the year anew. A status line, a paper note or a look back
// in aftercare does not: the item was opened in a sitting, at least two organisations were inside, and
// the chair recorded a substantive discussion with a decision (R6.2-m).
func Restarts(d Discussion) bool {
	return d.ItemOpenedInSitting && d.OrganisationsInside >= 2 && d.SubstantiveWithDecision && !d.LookBackInAftercare
}

// Clock is the retention clock of one dossier. Nothing but a recorded discussion and an extension moves
// it (R6.2-m, R6.2-o). Dutch: klok.
type Clock struct {
	FirstDiscussed, LastDiscussed livc.Day
	Restarts                      int // how often the year began anew; always shown
	Extended                      Extension
}

// Discussed is the clock after a discussion; a second one on the same day changes nothing.
func (c Clock) Discussed(d Discussion) Clock {
	if !Restarts(d) || d.On <= c.LastDiscussed {
		return c
	}
	if c.FirstDiscussed == "" {
		c.FirstDiscussed = d.On
	} else {
		c.Restarts++
	}
	c.LastDiscussed = d.On
	return c
}

// Age is the number of days since the first discussion, whatever was restarted since (R6.2-m).
func (c Clock) Age(on livc.Day) int { return c.FirstDiscussed.Until(on) }

// End is the first day on which the dossier may no longer be kept; "" while never discussed. An
// extension that is not confirmed every year lapses (R6.2-l, R6.2-n).
func (c Clock) End() livc.Day {
	if c.LastDiscussed == "" {
		return ""
	}
	end := RetentionEnd(c.LastDiscussed)
	return max(end, min(c.Extended.runsUntil(), LatestEnd(c.LastDiscussed)))
}

// Due tells whether the dossier must be gone on this day.
func (c Clock) Due(on livc.Day) bool { return c.LastDiscussed != "" && on >= c.End() }

// WarningDays are the numbers of days before the end at which the keepers are told.
func WarningDays() []int { return []int{60, 30, 7} }

// Warnings are the days on which the end is announced.
func Warnings(end livc.Day) []livc.Day {
	var days []livc.Day
	for _, n := range WarningDays() {
		days = append(days, end.Add(0, 0, -n))
	}
	return days
}
