package bench

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// patience is how long a word or a page may take before it counts as lost.
const patience = 10 * time.Second

// heard is when a screen heard of a change, and when it had the new page.
type heard struct {
	event, region time.Time // the same for a screen that only listens
	page          string
}

// room is a meeting as the bench sits in it: screens that listen, and the way to change something.
type room struct {
	screens []chan heard
	bodies  []io.Closer
	leave   []func()                       // what is done with the browsers afterwards
	change  func(n int, mark string) error // a screen that fetches shows the mark
}

// listen opens one stream. Each word is passed on; fetch, when there is one, gets the page first.
func (r *room) listen(v *visitor, path string, fetch func() (string, error)) {
	res, err := v.client.Do(v.request(http.MethodGet, path, nil))
	must(err)
	if res.StatusCode != http.StatusOK {
		panic(fmt.Sprintf("a stream answers %d", res.StatusCode))
	}
	words, news := make(chan heard, 1024), make(chan time.Time, 1)
	r.screens, r.bodies = append(r.screens, words), append(r.bodies, res.Body)
	go hear(res.Body, news)
	go func() {
		for at := range news {
			words <- shows(at, fetch)
		}
	}()
}

// hear notes when the last word came. What comes while a page is fetched is one word, as its script has it.
func hear(stream io.Reader, news chan time.Time) {
	defer close(news)
	lines := bufio.NewScanner(stream)
	for lines.Scan() {
		if !strings.HasPrefix(lines.Text(), "data:") {
			continue
		}
		select {
		case <-news:
		default:
		}
		news <- time.Now()
	}
}

func shows(event time.Time, fetch func() (string, error)) heard {
	h := heard{event: event, region: event}
	if fetch == nil {
		return h
	}
	var err error
	if h.page, err = fetch(); err != nil {
		fmt.Println("a page was not renewed:", err)
	}
	h.region = time.Now()
	return h
}

func (r *room) close() {
	for _, b := range r.bodies {
		_ = b.Close()
	}
	for _, leave := range r.leave {
		leave()
	}
}

// forget lets go of the words that came: the first one, and what came too late.
func (r *room) forget() {
	for _, s := range r.screens {
		for len(s) > 0 {
			<-s
		}
	}
}

// spread sends messages at a pace and waits for each until it is on every screen.
func (r *room) spread(pace time.Duration, more func(n int) bool) (out spread) {
	for n := 0; more(n); n++ {
		r.forget()
		begun := time.Now()
		out.note(r.message(n))
		time.Sleep(pace - time.Since(begun))
	}
	return out
}

// message changes something, and gives how late the last screen heard and showed it.
func (r *room) message(n int) (event, region time.Duration, lost int) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	begun, posted := time.Now(), make(chan error, 1)
	mark := strconv.FormatInt(begun.UnixNano(), 10)
	go func() { posted <- r.change(n, mark) }()
	for _, s := range r.screens {
		h, ok := await(ctx, s, mark)
		if !ok {
			lost++
			h.event, h.region = begun.Add(patience), begun.Add(patience)
		}
		event, region = max(event, h.event.Sub(begun)), max(region, h.region.Sub(begun))
	}
	must(<-posted)
	return event, region, lost
}

// await waits until a screen shows a mark; one that only listens shows it with its word. What came in time
// is found after the patience too: others were awaited before it.
func await(ctx context.Context, s <-chan heard, mark string) (h heard, ok bool) {
	for {
		select {
		case h = <-s:
		default:
			select {
			case h = <-s:
			case <-ctx.Done():
				return h, false
			}
		}
		if h.region.Equal(h.event) || strings.Contains(h.page, mark) {
			return h, true
		}
	}
}
