// Package today holds the first page: what waits for the person who is signed in, the next meeting and
// the next erasure. What waits comes from the pages of each step; this page only sets it in order.
package today

import (
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// Pages is the first page with those who say what waits.
type Pages struct {
	Support *support.Service
	Says    []page.Today
}

// Routes is the address of the first page; says are asked in their order.
func Routes(s *support.Service, says ...page.Today) []page.Route {
	p := Pages{s, says}
	return []page.Route{{Pattern: "GET /today", Action: access.ViewToday, Handle: p.today}}
}

func (p Pages) today(r *page.Request) error {
	d, err := p.Support.Today(r.Context(), r.By())
	if err != nil {
		return err
	}
	v := view{Date: capital(i18n.Day(r.Context(), r.Today())), Desk: deskOf(r, d)}
	for _, say := range p.Says {
		rows, err := say(r)
		if err != nil {
			return err
		}
		v.take(rows)
	}
	v.Lead = lead(r, v.Rows, d.Next)
	return r.Show(i18n.T(r.Context(), "today.title"), todayView(v))
}

// lead says in one line how much waits for this person, and when the table meets next.
func lead(r *page.Request, rows []ui.Row, next support.NextMeeting) string {
	ctx, n := r.Context(), 0
	for _, row := range rows {
		if row.Tag.Tone != ui.Waiting { // that waits for somebody else
			n++
		}
	}
	text := i18n.T(ctx, "today.nothing")
	if n > 0 {
		text = i18n.T(ctx, "today.count", "Count", n)
	}
	if next.ID != "" {
		text += " " + i18n.T(ctx, "today.next", "Day", i18n.Day(ctx, next.Day), "Clock", clock(r, next))
	}
	return text
}

// clock writes the hour of a meeting, kept as 14:00, as the page says it.
func clock(r *page.Request, m support.NextMeeting) string {
	at, err := time.Parse("15:04", m.Clock)
	if err != nil {
		return m.Clock
	}
	return i18n.T(r.Context(), "date.clock", "Hour", at.Hour(), "Minute", at.Format("04"))
}
