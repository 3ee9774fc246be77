package bench

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

// messages is how many facts are shared at one meeting in a round.
func messages() int { return asked("BERAAD_BENCH_MESSAGES", 50) }

// The pace of messages: with streams alone, with pages that are fetched, and with many meetings.
const (
	eventPace   = 50 * time.Millisecond
	regionPace  = 250 * time.Millisecond
	meetingPace = 2 * time.Second
)

// settle is how long everybody sits before the first message, so that the first words were passed on.
const settle = 500 * time.Millisecond

// one measures one meeting, in a room that is empty before and after.
func (s *server) one(m sitting, fetching bool) spread {
	r := s.sitDown(m, fetching)
	defer m.empty(m.visitors(s.seats)[0])
	defer r.close()
	time.Sleep(settle)
	pace := eventPace
	if fetching {
		pace = regionPace
	}
	return counted(s.pid(), func() spread { return r.spread(pace, upTo(messages())) })
}

// upTo goes on for so many messages.
func upTo(most int) func(n int) bool { return func(n int) bool { return n < most } }

// all measures every meeting at the same moment, for as long as there is more.
func (s *server) all(more func(n int) bool) spread {
	var rooms []*room
	for _, m := range s.Sittings {
		rooms = append(rooms, s.sitDown(m, true))
		defer rooms[len(rooms)-1].close()
	}
	time.Sleep(settle)
	return counted(s.pid(), func() spread { return atOnce(rooms, more) })
}

// atOnce lets messages go in every room, each beginning a little after the one before.
func atOnce(rooms []*room, more func(n int) bool) (out spread) {
	var mu sync.Mutex
	var every sync.WaitGroup
	for i, r := range rooms {
		every.Go(func() {
			time.Sleep(meetingPace * time.Duration(i) / time.Duration(len(rooms)))
			one := r.spread(meetingPace, more)
			mu.Lock()
			defer mu.Unlock()
			out.add(one)
		})
	}
	every.Wait()
	return out
}

// meetings measures a meeting beside the bare hub, all at once, and the same for as long as others fail to
// sign in. A fact is a row for as long as its room lives, also when it is withdrawn, so that the rooms are
// emptied: no page shows more than the facts of one measurement, or of the two of all meetings together.
func (r *run) meetings() {
	l, n := r.large, 2*len(r.heard)
	if r.bare != nil {
		r.hub = append(r.hub, r.bare.hub(messages()))
	}
	r.heard = append(r.heard, l.one(l.Sittings[n%len(l.Sittings)], false))
	r.shown = append(r.shown, l.one(l.Sittings[(n+1)%len(l.Sittings)], true))
	few := max(3, messages()/5)
	r.many = append(r.many, l.all(upTo(few)))
	k := l.knock()
	r.knocked = append(r.knocked, l.all(func(n int) bool { return n < few || k.going.Load() }))
	r.failed = append(r.failed, k.failed.Load())
	for _, m := range l.Sittings {
		m.empty(m.visitors(l.seats)[0])
	}
}

// BenchmarkMeeting measures the meetings alone, on an installation without other cases:
// go test ./internal/bench -run '^$' -bench Meeting -benchtime 1x
func BenchmarkMeeting(b *testing.B) {
	r := &run{b: b, bare: openLimits(b)}
	bin, work := program(b), otherWork()
	f := found(b, b.TempDir(), freePort(), mostMeetings+1)
	f.sit()
	must(f.house.Close())
	r.large = start(b, bin, f.into)
	defer r.large.stop()
	for range rounds() {
		r.meetings()
	}
	r.meetingLines()
	printTable(r.lines)
	fmt.Printf("\n%d rounds of %d messages; other work took %.0f %% of the machine while this ran\n", rounds(), messages(), 100*work())
}
