package page

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"
	"time"

	"beraad.eu/internal/live"
	"beraad.eu/livc"
)

// Beat is how often a stream says that it is still there, so that no proxy takes it for dead (settled 40), and
// so that a screen whose stream died without a word, asleep or behind a proxy, knows it (live.js).
const Beat = 20 * time.Second

// askings is how often at most, in one beat, a stream asks whether it may go on: once a second.
const askings = 20

// stuck is how long one event may take to leave. A reader that does not read loses its stream, and comes back.
const stuck = 10 * time.Second

// padding goes first: some proxies hold an answer back until it has this size.
const padding = 2048

// Follow answers with a stream that says when something changed at a meeting, and nothing else. After each
// word, and at each beat, it asks whether the session stands and whether still lets it go on; after many words
// in a second it asks once. That is no press, so a screen that listens does not keep somebody signed in.
//
// The word comes before the question: it holds nothing, thirty people wait for it, and what it leads to is
// asked at the gate (ADR 0015).
func (r *Request) Follow(hub *live.Hub, at live.At, still func(context.Context) (bool, error)) error {
	s, err := hub.Open(at, r.session())
	if err != nil {
		r.w.WriteHeader(http.StatusServiceUnavailable) // the program stops; the screen comes back by itself
		return nil
	}
	defer s.Close()
	f := follower{r: r, stream: s, still: still, out: http.NewResponseController(r.w)}
	f.begin()
	f.run()
	return nil
}

// Farewell answers with a stream that ends at once, because there is nothing to follow any more.
func (r *Request) Farewell() error {
	f := follower{r: r, out: http.NewResponseController(r.w)}
	f.begin()
	f.bye(live.Over)
	return nil
}

// session names the session of this request without its secret.
func (r *Request) session() string {
	sum := sha256.Sum256([]byte("live|" + r.CookieValue(SessionCookie) + "|" + r.CookieValue(ScreenCookie)))
	return hex.EncodeToString(sum[:])
}

type follower struct {
	r      *Request
	stream *live.Stream
	still  func(context.Context) (bool, error)
	out    *http.ResponseController
	said   uint64 // the last change that was told
	lost   error  // the reader left, or reads nothing
}

// begin sends the head. The time that a server gives an answer is for pages: it would end a stream.
func (f *follower) begin() {
	_ = f.out.SetWriteDeadline(time.Time{}) // a server without deadlines has none to undo
	h := f.r.w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store, no-transform")
	h.Set("X-Accel-Buffering", "no")
	f.say(":" + strings.Repeat(" ", padding) + "\nretry: 1000\n\n")
}

func (f *follower) run() {
	beat := time.NewTicker(f.r.beat())
	defer beat.Stop()
	rest := time.NewTimer(f.r.beat() / askings) // who opened the stream was just asked
	defer rest.Stop()
	rested, owed := false, false
	for f.lost == nil {
		ask := false
		select {
		case <-f.r.Context().Done():
			return
		case <-f.stream.Ended():
			f.bye(f.stream.Why())
			return
		case <-f.stream.Changed():
			f.tell()
			ask, owed = rested, true
		case <-rest.C:
			ask, rested = owed, true
		case <-beat.C:
			f.say("event: beat\ndata: 0\n\n")
			ask = true
		}
		if !ask {
			continue
		}
		if !f.may() {
			return
		}
		rested, owed = false, false
		rest.Reset(f.r.beat() / askings)
	}
}

// tell says that something changed, unless that was said with the change before.
func (f *follower) tell() {
	if n := f.stream.Sequence(); n != f.said {
		f.said = n
		f.say(fmt.Sprintf("event: region\ndata: all %d\n\n", n))
	}
}

func (r *Request) beat() time.Duration { return cmp.Or(r.Beat, Beat) }

// may asks whether the stream goes on. Who may not hears goodbye; after a fault of ours the stream ends
// without a word, and the screen comes back to a clean answer.
func (f *follower) may() bool {
	ctx, going := f.r.Context(), true
	var err error
	if f.r.Stands != nil {
		err = f.r.Stands(ctx)
	}
	if err == nil {
		going, err = f.still(ctx)
	}
	if err == nil && going {
		return true
	}
	if err == nil || livc.KindOf(err) != "" {
		f.bye(live.Over)
	}
	return false
}

func (f *follower) bye(why live.Goodbye) { f.say("event: bye\ndata: " + string(why) + "\n\n") }

// say sends at once, or gives the reader up.
func (f *follower) say(text string) {
	watch := time.AfterFunc(cmp.Or(f.r.Patience, stuck), func() { _ = f.out.SetWriteDeadline(time.Unix(1, 0)) }) // long past: what waits to be sent fails
	defer watch.Stop()
	if _, f.lost = f.r.w.Write([]byte(text)); f.lost == nil {
		f.lost = f.out.Flush()
	}
}
