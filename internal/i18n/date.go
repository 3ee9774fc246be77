package i18n

import (
	"context"
	"fmt"
	"strconv"
	"sync"
	"time"

	"beraad.eu/livc"
)

// Day writes a civil day in full: dinsdag 24 november 2026. No day is no text.
func Day(ctx context.Context, d livc.Day) string { return day(ctx, "date.long", d) }

// ShortDay writes a civil day without the weekday and the year: 24 november.
func ShortDay(ctx context.Context, d livc.Day) string { return day(ctx, "date.short", d) }

// DateOf writes a civil day without the weekday: 24 november 2026. For terms and proofs.
func DateOf(ctx context.Context, d livc.Day) string { return day(ctx, "date.plain", d) }

func day(ctx context.Context, form string, d livc.Day) string {
	key := written{Lang(ctx), form, d}
	if text, ok := calendar.find(key); ok {
		return text
	}
	at := d.Start()
	if d == "" || at.IsZero() {
		return ""
	}
	text := T(ctx, form,
		"Weekday", T(ctx, weekdayKeys[at.Weekday()]),
		"Number", strconv.Itoa(at.Day()),
		"Month", T(ctx, monthKeys[at.Month()]),
		"Year", strconv.Itoa(at.Year()))
	calendar.keep(key, text)
	return text
}

// written is a day in one language and form. calendar remembers how the days of late were written: the
// fifty rows of a list say few different ones.
type written struct {
	lang livc.Language
	form string
	day  livc.Day
}

var calendar pages

type pages struct {
	mu   sync.RWMutex
	text map[written]string
}

// calendarSize is how many days are remembered; when it is full it begins anew.
const calendarSize = 2048

func (p *pages) find(k written) (string, bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	text, ok := p.text[k]
	return text, ok
}

func (p *pages) keep(k written, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.text == nil || len(p.text) >= calendarSize {
		p.text = map[written]string{}
	}
	p.text[k] = text
}

// The keys of weekdays and months, by their numbers in package time.
var weekdayKeys, monthKeys = keysOf("date.weekday.", 7), keysOf("date.month.", 13)

func keysOf(prefix string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = prefix + strconv.Itoa(i)
	}
	return list
}

// Clock writes a time of day in Brussels: 10.42 uur.
func Clock(ctx context.Context, at time.Time) string {
	at = at.In(livc.Brussels())
	return T(ctx, "date.clock", "Hour", at.Hour(), "Minute", fmt.Sprintf("%02d", at.Minute()))
}

// Moment writes day and time: 24 november 2026, 10.42 uur.
func Moment(ctx context.Context, at time.Time) string {
	return T(ctx, "date.moment", "Day", DateOf(ctx, livc.DayOf(at)), "Clock", Clock(ctx, at))
}

// Ago says how far then lies from today, in days: vandaag, gisteren, 3 dagen geleden, over 2 dagen.
func Ago(ctx context.Context, today, then livc.Day) string {
	switch n := today.Until(then); {
	case then == "":
		return ""
	case n == 0:
		return T(ctx, "date.today")
	case n == 1:
		return T(ctx, "date.tomorrow")
	case n == -1:
		return T(ctx, "date.yesterday")
	case n < 0:
		return T(ctx, "date.ago", "Count", -n)
	default:
		return T(ctx, "date.ahead", "Count", n)
	}
}
