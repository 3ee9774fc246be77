package web

import (
	"crypto/rand"
	"crypto/sha256"
	"maps"
	"net/url"
	"sync"
	"time"

	"beraad.eu/internal/web/page"
)

// answered remembers where forms led, so that a second press, the back button and a second tab lead
// there too, whatever the pages on the way would say by now (P7). It holds hashes and addresses, in the
// memory of this process only: without it the token in the database still sees to it that a form acts once.
type answered struct {
	mu       sync.Mutex
	key      [32]byte
	now, old map[[32]byte]answer // two generations, so that it never grows without end
}

type answer struct {
	address string
	at      time.Time // civil time
}

// generation is how many forms are remembered before the oldest are forgotten.
const generation = 8192

func newAnswered() *answered {
	a := &answered{now: map[[32]byte]answer{}}
	_, _ = rand.Read(a.key[:]) // never fails
	return a
}

// keys are the two names of a form that was sent: its token, and who typed what where.
func (a *answered) keys(q *page.Request) (token, content [32]byte) {
	who := string(a.key[:]) + "|" + string(q.Actor.Livc) + "|" + string(q.Actor.Hat) + "|" + q.URL.Path + "|"
	form := url.Values(maps.Clone(q.PostForm))
	sent := form.Get("token")
	form.Del("token")
	form.Del("revision")
	return sha256.Sum256([]byte(who + "t" + sent)), sha256.Sum256([]byte(who + "c" + form.Encode()))
}

// before gives where this very form led, or the same words from a tab that was open already.
func (a *answered) before(q *page.Request) (address string, ok bool) {
	token, content := a.keys(q)
	a.mu.Lock()
	defer a.mu.Unlock()
	if v, ok := a.find(token); ok {
		return v.address, true
	}
	v, ok := a.find(content)
	return v.address, ok && page.Seen(q.PostForm.Get("token")).Before(v.at)
}

func (a *answered) find(key [32]byte) (answer, bool) {
	if v, ok := a.now[key]; ok {
		return v, true
	}
	v, ok := a.old[key]
	return v, ok
}

// keep remembers where a form led.
func (a *answered) keep(q *page.Request, address string) {
	token, content := a.keys(q)
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.now) >= generation {
		a.old, a.now = a.now, map[[32]byte]answer{}
	}
	v := answer{address, q.Civil}
	a.now[token], a.now[content] = v, v
}

// pressed leads a form that was taken before to where it led then, and sees to it that one that is taken
// now is remembered.
func (s *Server) pressed(q *page.Request, rt page.Route) bool {
	if !q.Posted() || rt.Public || rt.Free || q.Actor.Hat == "" {
		return false
	}
	if address, ok := s.sent.before(q); ok {
		_ = q.Go(address)
		return true
	}
	q.Gone = func(address string) { s.sent.keep(q, address) }
	return false
}
