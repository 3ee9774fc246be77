package processing

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Retention is how long one dossier may be kept. Dutch: bewaartermijn.
type Retention struct {
	Clock law.Clock
	Due   livc.Day // the day in the row; a protocol may set it before the year of the law is over
}

// End is the first day on which nobody may read it any more: the year, or the earlier day of the
// protocol, or the end of a signed extension that was confirmed in time (R6.2-l, R6.2-m, R6.2-n).
func (r Retention) End() livc.Day {
	year := law.RetentionEnd(r.Clock.LastDiscussed)
	if extended := r.Clock.End(); extended > year {
		return extended
	}
	return min(year, r.Due)
}

// Over tells whether the term is over on a day. A term without a day is over (R1).
func (r Retention) Over(today livc.Day) bool { return today >= r.End() }
