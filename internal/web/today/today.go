// Package today holds the first page: what waits for the person who is signed in, the next meeting and
// the next erasure. What waits comes from the pages of each step; this page only sets it in order.
package today

import (
	"slices"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Pages is the first page with those who say what waits.
type Pages struct {
	Support *support.Service
	Says    []page.Today
}

// Routes is the address of the first page; says are asked in their order.
func Routes(s *support.Service, says ...page.Today) []page.Route {
	p := Pages{s, says}
	return []page.Route{
		{Pattern: "GET /today", Action: access.ViewToday, Handle: p.today},
		{Pattern: "GET /stand-in-hour", Action: access.ViewStandInHour, Handle: p.hour},
		{Pattern: "POST /stand-in-hour", Action: access.TickStandIn, Handle: p.hour},
		{Pattern: "GET /stand-ins", Action: access.ViewStandIns, Handle: p.standIns},
		{Pattern: "POST /stand-ins", Action: access.AppointStandIn, Handle: p.standIns},
	}
}

func (p Pages) today(r *page.Request) error {
	d, err := p.Support.Today(r.Context(), r.By())
	if err != nil {
		return err
	}
	v := view{Date: capital(i18n.Day(r.Context(), r.Today())), Desk: deskOf(r, d), AtTable: slices.Contains(tableFunctions, r.Actor.Function)}
	rows, err := p.rows(r)
	if err != nil {
		return err
	}
	v.take(append(standInRow(r, d.StandIn), rows...))
	v.Lead = lead(r, v.Rows, d.Next)
	return r.Show(i18n.T(r.Context(), "today.title"), todayView(v))
}

// rows are all that waits for this person, as each step says it.
func (p Pages) rows(r *page.Request) (list []ui.Row, err error) {
	for _, say := range p.Says {
		rows, err := say(r)
		if err != nil {
			return nil, err
		}
		list = append(list, rows...)
	}
	return list, nil
}

// standInRow leads who stands in to where to begin.
func standInRow(r *page.Request, until livc.Day) []ui.Row {
	if until == "" {
		return nil
	}
	ctx := r.Context()
	return []ui.Row{{Href: hourPath, Text: i18n.T(ctx, "stand_in_hour.today", "Day", i18n.Day(ctx, until)), Tag: ui.Tag{Text: i18n.T(ctx, "today.fresh"), Tone: ui.Fresh}}}
}

// tableFunctions are those who sit at the table; the others have no use for the card of the right to speak.
var tableFunctions = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Officer, livc.Participant}

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
