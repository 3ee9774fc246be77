package identity

import (
	"math"
	"sync"
	"time"

	"beraad.eu/livc"
)

// The limits of settled question 38. Dutch: begrenzing.
const (
	limitWindow  = 15 * time.Minute
	perAccount   = 10
	perAddress   = 60
	perSession   = 10 // step-ups of one signed-in session: a budget of its own
	limitEntries = 16384
)

// busy is the answer "too many, later": 429 with the minutes to wait.
func busy(key string, wait time.Duration) *livc.Error {
	e := &livc.Error{Kind: livc.BusyKind, Key: key}
	return e.With("minutes", max(1, int(math.Ceil(wait.Minutes()))))
}

// Limiter counts attempts per key in a sliding window. It is bounded: when full it forgets the key
// that was quiet longest.
type Limiter struct {
	Max    int
	Window time.Duration
	Size   int

	mu   sync.Mutex
	seen map[string][]int64 // seconds, oldest first, at most Max
}

// Allow counts an attempt at now, or answers busy when there were Max within the window. A refused
// attempt is not counted: who waits gets in.
func (l *Limiter) Allow(key string, now time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.seen == nil {
		l.seen = map[string][]int64{}
	}
	at := recent(l.seen[key], now.Add(-l.Window).Unix())
	if len(at) >= l.Max {
		return busy("signin.busy", time.Unix(at[0], 0).Add(l.Window).Sub(now))
	}
	if len(at) == 0 {
		l.makeRoom(now)
	}
	l.seen[key] = append(at, now.Unix())
	return nil
}

func recent(at []int64, after int64) []int64 {
	for len(at) > 0 && at[0] <= after {
		at = at[1:]
	}
	return at
}

func (l *Limiter) makeRoom(now time.Time) {
	if len(l.seen) < l.Size {
		return
	}
	quiet, last := "", int64(math.MaxInt64)
	for k, at := range l.seen {
		if n := at[len(at)-1]; n <= now.Add(-l.Window).Unix() {
			delete(l.seen, k)
		} else if n < last {
			quiet, last = k, n
		}
	}
	if len(l.seen) >= l.Size {
		delete(l.seen, quiet)
	}
}

// limits are the budgets of one node. Signing in and what a signed-in session does never share one,
// so that an attack on an account leaves a meeting alone.
type limits struct{ account, address, session, ask Limiter }

func newLimits() *limits {
	l := func(n int) Limiter { return Limiter{Max: n, Window: limitWindow, Size: limitEntries} }
	return &limits{account: l(perAccount), address: l(perAddress), session: l(perSession), ask: l(perAddress)}
}
