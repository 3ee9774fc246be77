package live_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"beraad.eu/internal/live"
	"beraad.eu/livc"
)

var (
	here      = live.At{Livc: "a", Meeting: "m"}
	elsewhere = live.At{Livc: "b", Meeting: "m"} // the same number in another LIVC R
)

func open(t *testing.T, h *live.Hub, at live.At, session string) *live.Stream {
	t.Helper()
	s, err := h.Open(at, session)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// hears takes the mark of a change and gives its sequence; 0 when there is none.
func hears(s *live.Stream) uint64 {
	select {
	case <-s.Changed():
		return s.Sequence()
	default:
		return 0
	}
}

func TestWhoFollowsAMeetingHearsOfItAndOfNoOther(t *testing.T) {
	h := live.New()
	a, b := open(t, h, here, "1"), open(t, h, elsewhere, "2")
	first := hears(a)
	if first == 0 || hears(b) == 0 || hears(a) != 0 {
		t.Fatal("the first word comes at once, and once")
	}
	h.Stir(here)
	if got := hears(a); got != first+1 {
		t.Errorf("it hears %d after %d", got, first)
	}
	if hears(b) != 0 {
		t.Error("another LIVC R hears of it")
	}
	h.StirAll()
	if hears(a) != first+2 || hears(b) == 0 {
		t.Error("not everybody was stirred")
	}
}

func TestASlowReaderHoldsNobodyUpAndHearsTheLastChange(t *testing.T) {
	h := live.New()
	slow := open(t, h, here, "1")
	first := hears(slow)
	ended := make(chan bool)
	go func() {
		for range 100_000 {
			h.Stir(here)
		}
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Fatal("the writer waits for the reader")
	}
	if got := hears(slow); got != first+100_000 {
		t.Errorf("it hears %d, not the last", got-first)
	}
	if hears(slow) != 0 {
		t.Error("what came between is not one change")
	}
}

func TestTheFourthStreamOfASessionEndsTheFirst(t *testing.T) {
	h := live.New()
	first := open(t, h, here, "1")
	var rest []*live.Stream
	for range live.Most {
		rest = append(rest, open(t, h, here, "1"))
	}
	other := open(t, h, here, "2")
	select {
	case <-first.Ended():
		if first.Why() != live.Full {
			t.Errorf("it ends because %s", first.Why())
		}
	default:
		t.Fatal("it goes on")
	}
	first.Close() // its reader leaves after the goodbye
	for _, s := range append(rest, other) {
		select {
		case <-s.Ended():
			t.Error("another one ended too")
		default:
		}
	}
	if n := h.Streams(); n != live.Most+1 {
		t.Errorf("%d streams are open", n)
	}
}

func TestTheEndSaysGoodbyeToEverybodyAndKeepsNothing(t *testing.T) {
	h := live.New()
	a, b := open(t, h, here, "1"), open(t, h, elsewhere, "2")
	h.Close()
	h.Close()
	for _, s := range []*live.Stream{a, b} {
		<-s.Ended()
		if s.Why() != live.Stops {
			t.Errorf("it ends because %s", s.Why())
		}
		s.Close()
	}
	if _, err := h.Open(here, "3"); !errors.Is(err, live.ErrClosed) {
		t.Errorf("after the end: %v", err)
	}
	h.Stir(here)
	if h.Streams() != 0 {
		t.Error("a stream is left")
	}
}

func TestAPageKnowsWhetherItShowsTheLastChange(t *testing.T) {
	h := live.New()
	mark := h.Mark()
	seen := h.Seen(mark, here)
	if s := open(t, h, here, "1"); seen == 0 || hears(s) != seen {
		t.Error("nothing changed, and the page does not know it")
	}
	mark = h.Mark()
	h.Stir(elsewhere)
	if h.Seen(mark, here) != seen {
		t.Error("another meeting counts")
	}
	h.Stir(here)
	if h.Seen(mark, here) != 0 {
		t.Error("a page that was read around a change thinks that it shows it")
	}
	t.Run("a number of another node says nothing here", func(t *testing.T) {
		if live.New().Seen(0, here) == seen {
			t.Error("two nodes count alike")
		}
	})
}

func TestMeetingsThatNobodyFollowsAreForgotten(t *testing.T) {
	h := live.New()
	kept := open(t, h, here, "1")
	first := hears(kept)
	old := live.At{Livc: "old", Meeting: "m"}
	seen := h.Seen(h.Mark(), old)
	for n := range 5000 {
		h.Seen(h.Mark(), live.At{Livc: "l", Meeting: livc.ID(fmt.Sprint(n))})
	}
	if n := h.Remembered(); n > 1100 {
		t.Errorf("%d meetings are remembered", n)
	}
	if h.Seen(h.Mark(), old) == seen {
		t.Error("the oldest is still known")
	}
	h.Stir(here)
	if hears(kept) != first+1 {
		t.Error("who follows was forgotten")
	}
}

// Many write, follow and leave at once; each that stays hears the last change.
func TestManyWritersAndReaders(t *testing.T) {
	h := live.New()
	var writers, readers sync.WaitGroup
	done := make(chan struct{})
	for n := range 8 {
		readers.Go(func() {
			for {
				s, err := h.Open(here, fmt.Sprint(n))
				if err != nil {
					return
				}
				select {
				case <-s.Changed():
					s.Sequence()
				case <-s.Ended():
				}
				s.Close()
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	stays := open(t, h, here, "stays")
	first := hears(stays)
	for range 4 {
		writers.Go(func() {
			for range 2000 {
				h.Stir(here)
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	<-stays.Changed()
	if got := stays.Sequence(); got != first+8000 {
		t.Errorf("it hears %d of 8000", got-first)
	}
	h.Close()
}
