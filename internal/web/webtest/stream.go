package webtest

import (
	"bufio"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// Stream is a stream of events that is open.
type Stream struct {
	t      testing.TB
	Header http.Header
	body   io.Closer
	events chan string
}

// longest is how long a test waits for a word before it fails.
const longest = 10 * time.Second

// Follow opens a stream, which must be given.
func (p *Person) Follow(path string) *Stream {
	p.site.Town.T.Helper()
	r, err := http.NewRequest(http.MethodGet, p.site.http.URL+path, nil)
	p.site.Town.Must(err)
	res, err := p.client.Do(r)
	p.site.Town.Must(err)
	if !streams(res) {
		p.site.Town.T.Fatalf("%s answers %d with %s", path, res.StatusCode, res.Header.Get("Content-Type"))
	}
	return Events(p.site.Town.T, res)
}

func streams(res *http.Response) bool {
	return strings.HasPrefix(res.Header.Get("Content-Type"), "text/event-stream")
}

// Events reads an answer as events; it ends with the test.
func Events(t testing.TB, res *http.Response) *Stream {
	s := &Stream{t: t, Header: res.Header, body: res.Body, events: make(chan string, 1000)}
	t.Cleanup(s.Close)
	go s.read(bufio.NewScanner(res.Body))
	return s
}

func (s *Stream) read(lines *bufio.Scanner) {
	defer close(s.events)
	var event []string
	for lines.Scan() {
		if lines.Text() != "" {
			event = append(event, strings.TrimSpace(lines.Text()))
			continue
		}
		s.events <- strings.Join(event, " | ")
		event = nil
	}
}

// Close leaves.
func (s *Stream) Close() { _ = s.body.Close() }

// Next gives the next event as "event: region | data: all 7"; comments and signs of life are passed over. "" is
// the end of the stream.
func (s *Stream) Next() string {
	s.t.Helper()
	for {
		if e, ok := s.Raw(); !ok || word(e) {
			return e
		}
	}
}

// Sign is how a stream says that it is there.
const Sign = "event: beat | data: 0"

func word(e string) bool { return strings.HasPrefix(e, "event:") && e != Sign }

// Raw gives whatever comes next, also a sign of life.
func (s *Stream) Raw() (event string, ok bool) {
	s.t.Helper()
	select {
	case event, ok = <-s.events:
		return event, ok
	case <-time.After(longest):
		s.t.Fatal("the stream says nothing")
		return "", false
	}
}

// Last passes over what is said until nothing comes for a moment, and gives the last event.
func (s *Stream) Last(moment time.Duration) (last string) {
	s.t.Helper()
	for {
		select {
		case e, ok := <-s.events:
			if !ok {
				return last
			}
			if word(e) {
				last = e
			}
		case <-time.After(moment):
			return last
		}
	}
}

// Silent fails the test when something is said within a moment.
func (s *Stream) Silent(moment time.Duration) {
	s.t.Helper()
	until := time.After(moment)
	for {
		select {
		case e, ok := <-s.events:
			if !ok || word(e) {
				s.t.Errorf("the stream says %q", e)
				return
			}
		case <-until:
			return
		}
	}
}
