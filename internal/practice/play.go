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
	card    livc.ID // the referral that waits for the mayor
	letter  livc.ID // the invitation that nobody answered yet
}

// act is one step of the play, with what it says on the way.
type act struct {
	says string
	do   func(*play) error
}

// acts are the whole play, in the order of time.
var acts = []act{
	{"an LIVC R is founded in Demerrode", (*play).found},
	{"partners come into the network", (*play).network},
	{"people enrol, and the protocol holds", (*play).people},
	{"a first case, more than a year ago", (*play).erasedCase},
	{"a case that was closed soon", (*play).closedCase},
	{"two paths begin", (*play).halfYearAgo},
	{"one service keeps something, the others nothing", (*play).kept},
	{"a path is well on its way", (*play).sixWeeksAgo},
	{"the last meeting", (*play).threeWeeksAgo},
	{"the first case is forgotten", (*play).forgotten},
	{"the steps are looked at again, all but the roles", (*play).looked},
	{"agreements move, one path does not", (*play).since},
	{"a worry at school", (*play).mainCase},
	{"the next meeting is planned", (*play).nextMeeting},
	{"work waits on every desk", (*play).waiting},
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
		h.say(i+1, len(acts), a.says)
		if err := a.do(p); err != nil {
			return pages.Cast{}, fmt.Errorf("play that %s: %w", a.says, err)
		}
	}
	p.end()
	if err := p.clocks(); err != nil {
		return pages.Cast{}, fmt.Errorf("play the last night: %w", err)
	}
	if err := p.leave(); err != nil {
		return pages.Cast{}, err
	}
	return p.cast(), nil
}
