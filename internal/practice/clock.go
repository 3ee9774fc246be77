package practice

import (
	"time"

	"beraad.eu/livc"
)

// at moves the civil clock to an hour of a working day. The town is played from the past to today, so that the
// log grows in the order of time; it never goes back.
func (p *play) at(day livc.Day, hour, minute int) {
	s := workday(day).Start().In(livc.Brussels())
	when := time.Date(s.Year(), s.Month(), s.Day(), hour, minute, 0, 0, livc.Brussels())
	if when.After(p.Clock.Civil()) {
		p.Clock.SetOffset(when.Sub(p.Clock.Wall()))
	}
}

// begin sets the clock at the first day of the town; nothing is in the log yet.
func (p *play) begin() {
	p.Clock.SetOffset(p.days.Founded.Start().Add(9 * time.Hour).Sub(p.Clock.Wall()))
}

// end brings the clock to the present.
func (p *play) end() { p.Clock.SetOffset(0) }
