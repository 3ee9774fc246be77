package live

import "slices"

// Goodbye is why a stream ends.
type Goodbye string

// The reasons for which a stream ends: the program stops and is back in a moment, the session opened
// newer ones, or there is nothing to follow any more.
const (
	Stops Goodbye = "stops"
	Full  Goodbye = "full"
	Over  Goodbye = "over"
)

// Stream is one screen that follows a meeting.
type Stream struct {
	hub     *Hub
	at      At
	session string
	changed chan struct{} // holds one mark at most
	ended   chan struct{}
	why     Goodbye // written before ended is closed
}

// Open follows a meeting for a session; a session is named by whoever opens, never by its secret. The first
// change is there at once. Close the stream when its reader leaves.
func (h *Hub) Open(at At, session string) (*Stream, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, ErrClosed
	}
	s := &Stream{hub: h, at: at, session: session, changed: make(chan struct{}, 1), ended: make(chan struct{})}
	s.mark()
	h.at(at).streams[s] = true
	list := append(h.sessions[session], s)
	h.sessions[session] = list
	if len(list) > Most {
		list[0].end(Full)
		h.drop(list[0])
	}
	return s, nil
}

// Changed is ready when something changed since Sequence was last asked.
func (s *Stream) Changed() <-chan struct{} { return s.changed }

// Ended is closed when the stream ends; Why tells the reason afterwards.
func (s *Stream) Ended() <-chan struct{} { return s.ended }

// Why is the reason for which a stream ended.
func (s *Stream) Why() Goodbye { return s.why }

// Sequence is the number of the last change. It grows for as long as the stream is open.
func (s *Stream) Sequence() uint64 {
	s.hub.mu.Lock()
	defer s.hub.mu.Unlock()
	if m := s.hub.meetings[s.at]; m != nil {
		return m.sequence
	}
	return 0
}

// Close forgets the stream.
func (s *Stream) Close() {
	s.hub.mu.Lock()
	defer s.hub.mu.Unlock()
	s.hub.drop(s)
}

// mark leaves a mark unless one lies there: what comes between two looks of a reader is one change.
func (s *Stream) mark() {
	select {
	case s.changed <- struct{}{}:
	default:
	}
}

func (s *Stream) end(why Goodbye) {
	s.why = why
	close(s.ended)
}

// drop takes a stream out; one that is out already is fine.
func (h *Hub) drop(s *Stream) {
	list := h.sessions[s.session]
	i := slices.Index(list, s)
	if i < 0 {
		return
	}
	if list = slices.Delete(list, i, i+1); len(list) > 0 {
		h.sessions[s.session] = list
	} else {
		delete(h.sessions, s.session)
	}
	m := h.meetings[s.at]
	delete(m.streams, s)
	if len(m.streams) == 0 {
		h.rest(s.at)
	}
}
