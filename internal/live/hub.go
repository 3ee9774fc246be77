package live

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"sync"

	"beraad.eu/livc"
)

// Most is how many streams one session holds; the oldest ends when one more is opened. Six would block
// every other request of a browser (settled 40).
const Most = 3

// quiet is how many meetings that nobody follows are remembered, so that a page that opens its stream in a
// moment knows that nothing changed meanwhile.
const quiet = 1024

// ErrClosed answers who opens a stream while the program stops.
var ErrClosed = errors.New("live: the program stops")

// At is what a stream follows: one meeting of one LIVC R.
type At struct{ Livc, Meeting livc.ID }

// Hub knows who follows which meeting on this node.
type Hub struct {
	mu       sync.Mutex
	meetings map[At]*meeting
	idle     []At                 // meetings that nobody follows, the oldest first
	sessions map[string][]*Stream // the oldest first
	stirs    uint64               // of every meeting, for Mark; it never leaves the node
	closed   bool
}

// meeting is one meeting with who follows it.
type meeting struct {
	sequence uint64
	stirred  uint64 // the count of the hub when it last changed
	streams  map[*Stream]bool
}

// New makes a hub that nobody follows.
func New() *Hub { return &Hub{meetings: map[At]*meeting{}, sessions: map[string][]*Stream{}} }

// at gives a meeting. Its sequence begins anywhere, so that it tells nothing of other meetings or of how
// long this node runs, and is not the one that another node or an earlier start gave.
func (h *Hub) at(at At) *meeting {
	m := h.meetings[at]
	if m == nil {
		m = &meeting{sequence: anywhere(), stirred: h.stirs, streams: map[*Stream]bool{}}
		h.meetings[at] = m
		h.rest(at)
	}
	return m
}

// anywhere is a number below 2 to the 48th: a script counts exactly up to the 53rd.
func anywhere() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[2:]) // never fails
	return binary.BigEndian.Uint64(b[:])
}

// rest remembers a meeting that nobody follows, and forgets the one that rested longest.
func (h *Hub) rest(at At) {
	h.idle = append(h.idle, at)
	for len(h.idle) > quiet {
		if old := h.meetings[h.idle[0]]; old != nil && len(old.streams) == 0 {
			delete(h.meetings, h.idle[0])
		}
		h.idle = h.idle[1:]
	}
}

// Stir tells who follows a meeting that something changed there. It waits for nobody.
func (h *Hub) Stir(at At) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stirs++
	if m := h.meetings[at]; m != nil { // of a meeting without a row nobody knows a sequence
		m.stir(h.stirs)
	}
}

// StirAll tells everybody: changes may have been missed.
func (h *Hub) StirAll() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stirs++
	for _, m := range h.meetings {
		m.stir(h.stirs)
	}
}

func (m *meeting) stir(count uint64) {
	m.sequence++
	m.stirred = count
	for s := range m.streams {
		s.mark()
	}
}

// Mark is a moment on this node; a page takes one before it is read, for Seen.
func (h *Hub) Mark() uint64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.stirs
}

// Seen is the sequence of a meeting as a page shows it that was read after a mark; 0 when something changed
// since, so that it may show the old or the new.
func (h *Hub) Seen(mark uint64, at At) uint64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	if m := h.at(at); m.stirred <= mark {
		return m.sequence
	}
	return 0
}

// Close ends every stream with a goodbye and opens none from now on.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for _, list := range h.sessions {
		for _, s := range list {
			s.end(Stops)
		}
	}
	clear(h.sessions)
	clear(h.meetings)
	h.idle = nil
}

// Streams counts the streams that are open.
func (h *Hub) Streams() (n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, list := range h.sessions {
		n += len(list)
	}
	return n
}
