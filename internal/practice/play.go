package practice

import (
	"context"
	"fmt"

	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// play is one playing of the town.
type play struct {
	Hall
	ctx     context.Context
	seed    seed.Practice
	days    calendar
	livc    livc.ID
	places  map[string]livc.ID // organisations: town, police and the stems of the partners
	players map[string]player
	hats    map[string]livc.ID // also of who has no account
	cases   map[string]livc.ID
	next    livc.ID // the meeting that is planned
}

// act is one step of the play; its stem names the sentence that says what happens.
type act struct {
	stem string
	do   func(*play) error
}

// acts are the whole play, in the order of time.
var acts = []act{
	{"found", (*play).found},
	{"network", (*play).network},
	{"people", (*play).people},
	{"erased", (*play).erasedCase},
	{"closed", (*play).closedCase},
	{"long", (*play).halfYearAgo},
	{"kept", (*play).kept},
	{"forgotten", (*play).forgotten},
	{"before", (*play).sixWeeksAgo},
	{"last", (*play).threeWeeksAgo},
	{"since", (*play).since},
	{"main", (*play).mainCase},
	{"next", (*play).nextMeeting},
	{"waiting", (*play).waiting},
}

// Play plays the town from its founding to today and gives who lives there. The database is empty and
// migrated; the clock ends at the present.
func Play(ctx context.Context, h Hall) (pages.Cast, error) {
	s, err := seed.LoadPractice()
	if err != nil {
		return pages.Cast{}, err
	}
	p := &play{Hall: h, ctx: ctx, seed: s, days: calendarOf(livc.DayOf(h.Clock.Wall())),
		places: map[string]livc.ID{}, players: map[string]player{}, hats: map[string]livc.ID{}, cases: map[string]livc.ID{}}
	p.begin()
	for i, a := range acts {
		h.say(i+1, len(acts), a.stem)
		if err := a.do(p); err != nil {
			return pages.Cast{}, fmt.Errorf("play %s: %w", a.stem, err)
		}
	}
	p.end()
	if err := p.leave(); err != nil {
		return pages.Cast{}, err
	}
	return p.cast(), nil
}
