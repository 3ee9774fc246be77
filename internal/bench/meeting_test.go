package bench

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"beraad.eu/internal/web/webtest"
)

// messages is how often somebody changes something at one meeting in a round.
func messages() int { return asked("BERAAD_BENCH_MESSAGES", 50) }

// The pace of messages: with streams alone, with pages that are fetched, and with many meetings.
const (
	eventPace   = 50 * time.Millisecond
	regionPace  = 250 * time.Millisecond
	meetingPace = 2 * time.Second
	patience    = 3 * time.Second // after which a word counts as lost
)

// spread is how fast a change is on the last screen, counted from the press.
type spread struct {
	Event, Region []time.Duration // of the last of all, for each message
	Lost          int             // screens that did not hear within the patience
	CPU           time.Duration   // of the server, for each message
}

func (s *spread) add(o spread) {
	s.Event, s.Region, s.Lost = append(s.Event, o.Event...), append(s.Region, o.Region...), s.Lost+o.Lost
}

func percentile(list []time.Duration, of int) time.Duration {
	if len(list) == 0 {
		return 0
	}
	list = slices.Sorted(slices.Values(list))
	return list[len(list)*of/100]
}

// told says how the last of all hears, and how he shows it.
func (s spread) told() string {
	text := fmt.Sprintf("event p50 %.2f, p99 %.2f ms", ms(percentile(s.Event, 50)), ms(percentile(s.Event, 99)))
	if len(s.Region) > 0 {
		text += fmt.Sprintf("; shown p50 %.1f, p99 %.1f ms", ms(percentile(s.Region, 50)), ms(percentile(s.Region, 99)))
	}
	if s.CPU > 0 {
		text += fmt.Sprintf("; CPU %.2f ms", ms(s.CPU))
	}
	if s.Lost > 0 {
		text += fmt.Sprintf("  %d LOST", s.Lost)
	}
	return text
}

// heard is when a screen heard of a change, and when it had the new page.
type heard struct{ event, region time.Time }

// room is a meeting as the bench sits in it: screens that listen, and the way to change something.
type room struct {
	screens []chan heard
	bodies  []io.Closer
	change  func(n int) error
}

// listen opens one stream. Each word is passed on; fetch, when there is one, gets the page first.
func (r *room) listen(v *visitor, path string, fetch func() error) {
	res, err := v.client.Do(v.request(http.MethodGet, path, nil))
	must(err)
	if res.StatusCode != http.StatusOK {
		panic(fmt.Sprintf("a stream answers %d", res.StatusCode))
	}
	words := make(chan heard, 1024)
	r.screens, r.bodies = append(r.screens, words), append(r.bodies, res.Body)
	go func() {
		lines := bufio.NewScanner(res.Body)
		for lines.Scan() {
			if !strings.HasPrefix(lines.Text(), "data:") {
				continue
			}
			h := heard{event: time.Now()}
			if fetch != nil {
				if err := fetch(); err != nil {
					fmt.Println("a page was not renewed:", err)
				}
				h.region = time.Now()
			}
			words <- h
		}
	}()
}

func (r *room) close() {
	for _, b := range r.bodies {
		_ = b.Close()
	}
}

// quiet waits until the first words were passed on, and forgets them.
func (r *room) quiet() {
	time.Sleep(500 * time.Millisecond)
	for _, s := range r.screens {
		for len(s) > 0 {
			<-s
		}
	}
}

// spread sends messages at a pace and waits for each until it is on every screen.
func (r *room) spread(n int, pace time.Duration) (out spread) {
	for i := range n {
		begun := time.Now()
		posted := make(chan error, 1)
		go func() { posted <- r.change(i) }()
		var last heard
		late := time.After(patience)
		for _, s := range r.screens {
			select {
			case h := <-s:
				last.event, last.region = later(last.event, h.event), later(last.region, h.region)
			case <-late:
				late = time.After(0)
				out.Lost++
			}
		}
		must(<-posted)
		out.Event = append(out.Event, last.event.Sub(begun))
		if !last.region.IsZero() {
			out.Region = append(out.Region, last.region.Sub(begun))
		}
		time.Sleep(pace - time.Since(begun))
	}
	return out
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// enter sits down at a meeting, with all its screens; fetching screens renew their page as its script does.
func (s *server) enter(m sitting, fetching bool) *room {
	r := &room{}
	item := "/items/" + string(m.Item)
	for n, cookie := range m.Cookies {
		v := s.visitor(700 + n)
		v.cookie, v.hat = cookie, m.Hat
		var fetch func() error
		if fetching {
			fetch = func() error { return v.renew(item) }
		}
		stream := *v
		stream.client = &http.Client{Transport: v.client.Transport} // a stream has no end to wait for
		r.listen(&stream, "/meetings/"+string(m.Meeting)+"/live", fetch)
	}
	writer := s.visitor(699)
	writer.cookie, writer.hat = m.Cookies[0], m.Hat
	r.change = func(n int) error {
		res, err := writer.post(item+"/guide", url.Values{"token": {writer.token()}, "guide": {fmt.Sprintf("home.%d", n%2)}})
		if err == nil && res.StatusCode != http.StatusSeeOther {
			err = fmt.Errorf("a deed of the table answers %d", res.StatusCode)
		}
		return err
	}
	return r
}

// renew asks for a page as its own script does.
func (v *visitor) renew(path string) error {
	q := v.request(http.MethodGet, path, nil)
	q.Header.Set("Beraad-Region", "all")
	res, err := v.client.Do(q)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if _, err = io.Copy(io.Discard, res.Body); err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s answers %d", path, res.StatusCode)
	}
	return err
}

// hub is the bare hub of the machine, with as many streams.
func (l *limits) hub(n int) spread {
	r := &room{change: func(i int) error {
		res, err := l.page.post("/pub", url.Values{"t": {fmt.Sprint(i)}})
		if err == nil && res.StatusCode != http.StatusNoContent {
			err = fmt.Errorf("the bare hub answers %d", res.StatusCode)
		}
		return err
	}}
	defer r.close()
	for range people {
		v := *l.page
		v.client = &http.Client{Transport: &http.Transport{}}
		r.listen(&v, "/events", nil)
	}
	r.quiet()
	return counted(l.cmd.Process.Pid, n, func() spread { return r.spread(n, eventPace) })
}

// counted adds what a message costs the server.
func counted(pid, n int, f func() spread) spread {
	before := cpuOf(pid)
	s := f()
	s.CPU = (cpuOf(pid) - before) / time.Duration(max(1, n))
	return s
}

// one measures one meeting.
func (s *server) one(fetching bool) spread {
	r := s.enter(s.Sittings[0], fetching)
	defer r.close()
	r.quiet()
	pace := eventPace
	if fetching {
		pace = regionPace
	}
	return counted(s.pid(), messages(), func() spread { return r.spread(messages(), pace) })
}

// all measures every meeting at the same moment.
func (s *server) all() (out spread) {
	n := max(3, messages()/5)
	var rooms []*room
	for _, m := range s.Sittings {
		rooms = append(rooms, s.enter(m, true))
	}
	rooms[0].quiet()
	var mu sync.Mutex
	var every sync.WaitGroup
	for i, r := range rooms {
		r.quiet()
		every.Go(func() {
			time.Sleep(meetingPace * time.Duration(i) / time.Duration(len(rooms)))
			one := r.spread(n, meetingPace)
			mu.Lock()
			defer mu.Unlock()
			out.add(one)
		})
	}
	every.Wait()
	for _, r := range rooms {
		r.close()
	}
	return out
}

// knocking lets people fail to sign in, 200 of them at most, until it is told to stop.
func (s *server) knocking() (stop func() int) {
	done, turn := make(chan struct{}), make(chan int)
	go func() {
		defer close(turn)
		for n := range 200 {
			select {
			case turn <- n:
			case <-done:
				return
			}
		}
	}()
	var mu sync.Mutex
	tried := 0
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for n := range turn {
				v := s.visitor(800 + n)
				token, err := v.signInToken()
				must(err)
				_, err = v.post("/sign-in", url.Values{"token": {token}, "mail": {fmt.Sprintf("niemand%d@bench.example", n)}, "passphrase": {webtest.GoodPassphrase}, "code": {"000000"}})
				must(err)
				mu.Lock()
				tried++
				mu.Unlock()
			}
		})
	}
	return func() int { close(done); all.Wait(); return tried }
}

// meetings measures a meeting beside the bare hub, sixteen at once, and the same while others fail to sign in.
func (r *run) meetings() {
	if r.bare != nil {
		r.hub = append(r.hub, r.bare.hub(messages()))
	}
	r.heard = append(r.heard, r.large.one(false))
	r.shown = append(r.shown, r.large.one(true))
	r.many = append(r.many, r.large.all())
	stop := r.large.knocking()
	r.knocked = append(r.knocked, r.large.all())
	r.failed += stop()
}

// spreads are the same measurement of several rounds.
type spreads []spread

// together is all of them as one.
func (list spreads) together() (s spread) {
	for _, one := range list {
		s.add(one)
	}
	s.CPU = middle(list, func(s spread) time.Duration { return s.CPU })
	return s
}

func (list spreads) of(f func(spread) time.Duration) (out []time.Duration) {
	for _, s := range list {
		out = append(out, f(s))
	}
	return out
}

// meetingLines are their part of the table.
func (r *run) meetingLines() {
	hears := func(s spread) time.Duration { return percentile(s.Event, 50) }
	costs := func(s spread) time.Duration { return s.CPU }
	bare := r.hub.together()
	r.add(r.beside(line{what: fmt.Sprintf("a meeting of %d screens: the last hears", people), ours: r.heard.together().told(),
		bare: fmt.Sprintf("hub: p50 %.2f, p99 %.2f ms", ms(percentile(bare.Event, 50)), ms(percentile(bare.Event, 99))), value: over(r.heard.of(hears), r.hub.of(hears)), aim: 4, more: 2}))
	r.add(r.beside(line{what: "the same: CPU of a message", ours: fmt.Sprintf("%.2f ms", ms(r.heard.together().CPU)),
		bare: fmt.Sprintf("hub: %.2f ms, %d lost", ms(bare.CPU), bare.Lost), value: over(r.heard.of(costs), r.hub.of(costs)), aim: 4, more: 2}))
	r.add(line{what: "the same, and each renews its page", ours: r.shown.together().told()})
	r.add(line{what: fmt.Sprintf("%d such meetings at once", len(r.large.Sittings)), ours: r.many.together().told()})
	r.add(line{what: fmt.Sprintf("and %d failed sign-ins meanwhile", r.failed), ours: r.knocked.together().told()})
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
