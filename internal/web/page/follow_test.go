package page_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"beraad.eu/internal/live"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

var at = live.At{Livc: "l", Meeting: "m"}

// followed is a server whose only page is a stream.
type followed struct {
	hub    *live.Hub
	stands atomic.Value // an error in a box
	going  atomic.Bool
	site   *httptest.Server
}

type box struct{ err error }

func follow(t *testing.T) *followed {
	t.Helper()
	return followOver(t, (*httptest.Server).Start)
}

func followOver(t *testing.T, start func(*httptest.Server)) *followed {
	t.Helper()
	return followWith(t, 0, start)
}

func followWith(t *testing.T, patience time.Duration, start func(*httptest.Server)) *followed {
	t.Helper()
	f := &followed{hub: live.New()}
	f.going.Store(true)
	f.stands.Store(box{})
	f.site = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := page.New(w, r)
		q.Beat, q.Patience = 50*time.Millisecond, patience
		q.Stands = func(context.Context) error { return f.stands.Load().(box).err }
		if err := q.Follow(f.hub, at, func(context.Context) (bool, error) { return f.going.Load(), nil }); err != nil {
			t.Error(err)
		}
	}))
	// The times of a server that is in a hurry.
	f.site.Config.ReadTimeout, f.site.Config.WriteTimeout = 200*time.Millisecond, 200*time.Millisecond
	start(f.site)
	t.Cleanup(f.site.Close)
	t.Cleanup(f.hub.Close)
	return f
}

func (f *followed) open(t *testing.T, cookie string) *webtest.Stream {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, f.site.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.AddCookie(&http.Cookie{Name: page.SessionCookie, Value: cookie})
	res, err := f.site.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	return webtest.Events(t, res)
}

// settled 40
func TestAStreamSaysThatSomethingChangedAndNothingElse(t *testing.T) {
	f := follow(t)
	s := f.open(t, "a")
	for name, want := range map[string]string{"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no"} {
		if got := s.Header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	if head, _ := s.Raw(); head != ": | retry: 1000" {
		t.Errorf("it begins with %q", head)
	}
	first := s.Next()
	if !strings.HasPrefix(first, "event: region | data: all ") {
		t.Fatalf("it says %q", first)
	}
	f.hub.Stir(at)
	if next := s.Next(); next == first || !strings.HasPrefix(next, "event: region | data: all ") {
		t.Errorf("after a change it says %q", next)
	}
	if sign, ok := s.Raw(); !ok || sign != webtest.Sign {
		t.Errorf("the sign of life is %q", sign)
	}
	s.Silent(150 * time.Millisecond)
}

func TestAStreamOutlivesTheTimesOfTheServer(t *testing.T) {
	for protocol, start := range map[string]func(*httptest.Server){
		"HTTP/1.1": (*httptest.Server).Start,
		"HTTP/2":   func(s *httptest.Server) { s.EnableHTTP2 = true; s.StartTLS() },
	} {
		t.Run(protocol, func(t *testing.T) {
			f := followOver(t, start)
			s := f.open(t, "a")
			s.Next()
			s.Silent(700 * time.Millisecond)
			f.hub.Stir(at)
			if got := s.Next(); !strings.HasPrefix(got, "event: region") {
				t.Errorf("after three times its time it says %q", got)
			}
		})
	}
}

func TestZ7_AStreamEndsWithTheSession(t *testing.T) {
	over := func(f *followed) { f.stands.Store(box{&livc.Error{Kind: livc.LockedKind, Key: "session.over"}}) }
	for name, end := range map[string]func(*followed){
		"the session is over, at a change":   func(f *followed) { over(f); f.hub.Stir(at) },
		"the session is over, without one":   over,
		"the meeting is over":                func(f *followed) { f.going.Store(false) },
		"who follows may not see it anymore": func(f *followed) { f.stands.Store(box{livc.NotFound()}) },
	} {
		t.Run(name, func(t *testing.T) {
			f := follow(t)
			s := f.open(t, "a")
			s.Next()
			end(f)
			got := s.Next()
			if strings.HasPrefix(got, "event: region") { // one word may come before the question
				got = s.Next()
			}
			if got != "event: bye | data: over" {
				t.Errorf("it says %q", got)
			}
			if got := s.Next(); got != "" {
				t.Errorf("after goodbye it says %q", got)
			}
		})
	}
	t.Run("a fault of ours ends it without a word, so that the screen comes back", func(t *testing.T) {
		f := follow(t)
		s := f.open(t, "a")
		s.Next()
		f.stands.Store(box{errors.New("no database")})
		if got := s.Next(); got != "" {
			t.Errorf("it says %q", got)
		}
	})
}

// settled 34, 40
func TestStreamsSayGoodbye(t *testing.T) {
	t.Run("the fourth of a session ends the first", func(t *testing.T) {
		f := follow(t)
		first := f.open(t, "a")
		first.Next()
		for range live.Most {
			f.open(t, "a").Next()
		}
		other := f.open(t, "b")
		other.Next()
		if got := first.Next(); got != "event: bye | data: full" {
			t.Errorf("it says %q", got)
		}
		other.Silent(100 * time.Millisecond)
	})
	t.Run("all of them when the program stops, and then the server ends at once", func(t *testing.T) {
		f := follow(t)
		s := f.open(t, "a")
		s.Next()
		f.site.Config.RegisterOnShutdown(f.hub.Close)
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		if err := f.site.Config.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		if got := s.Next(); got != "event: bye | data: stops" {
			t.Errorf("it says %q", got)
		}
	})
	t.Run("a reader that leaves is forgotten", func(t *testing.T) {
		f := follow(t)
		s := f.open(t, "a")
		s.Next()
		s.Close()
		for n := 0; f.hub.Streams() > 0; n++ {
			if n > 200 {
				t.Fatal("it is still there")
			}
			time.Sleep(10 * time.Millisecond)
		}
	})
}

// A browser that opens its stream and never reads again holds nobody up: the others hear at once, whoever writes
// waits for nothing, and when the pipe to it is full its stream is given up.
//
// settled 40
func TestAReaderThatNeverReadsHoldsNobodyUp(t *testing.T) {
	f := followWith(t, 300*time.Millisecond, func(s *httptest.Server) {
		s.Config.ConnContext = func(ctx context.Context, c net.Conn) context.Context {
			_ = c.(*net.TCPConn).SetWriteBuffer(2048)
			return ctx
		}
		s.Start()
	})
	deaf, err := net.Dial("tcp", f.site.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer deaf.Close()
	_ = deaf.(*net.TCPConn).SetReadBuffer(2048)
	fmt.Fprintf(deaf, "GET / HTTP/1.1\r\nHost: beraad\r\nCookie: %s=deaf\r\n\r\n", page.SessionCookie)
	other := f.open(t, "other")
	other.Next()
	for n := 0; f.hub.Streams() < 2; n++ {
		if n > 500 {
			t.Fatal("the stream of who does not read was never opened")
		}
		time.Sleep(time.Millisecond)
	}
	given := time.Now()
	for f.hub.Streams() == 2 {
		if time.Since(given) > 20*time.Second {
			t.Fatal("the stream of who does not read is never given up")
		}
		stirred := time.Now()
		f.hub.Stir(at)
		if took := time.Since(stirred); took > 100*time.Millisecond {
			t.Fatalf("who writes waits %s", took)
		}
		if other.Next(); time.Since(stirred) > time.Second {
			t.Fatalf("who reads hears after %s", time.Since(stirred))
		}
	}
	f.hub.Stir(at)
	if got := other.Next(); !strings.HasPrefix(got, "event: region") {
		t.Errorf("afterwards who reads hears %q", got)
	}
}
