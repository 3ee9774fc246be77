package bench

import (
	"fmt"
	"net/url"
	"sync"
	"sync/atomic"

	"beraad.eu/internal/web/webtest"
)

// failing is how many people fail to sign in while meetings sit.
const failing = 200

// knocks is a crowd at the door of whom nobody gets in, eight at a time.
type knocks struct {
	failed atomic.Int64
	going  atomic.Bool
	all    sync.WaitGroup
}

// knock lets them begin.
func (s *server) knock() *knocks {
	k, turn := &knocks{}, make(chan int, failing)
	for n := range failing {
		turn <- n
	}
	close(turn)
	k.going.Store(true)
	for range 8 {
		k.all.Go(func() {
			for n := range turn {
				s.failsToSignIn(n)
				k.failed.Add(1)
			}
		})
	}
	go func() { k.all.Wait(); k.going.Store(false) }()
	return k
}

func (s *server) failsToSignIn(n int) {
	v := s.visitor(800 + n)
	defer v.client.CloseIdleConnections()
	token, err := v.signInToken()
	must(err)
	res, err := v.post("/sign-in", url.Values{"token": {token}, "mail": {fmt.Sprintf("niemand%d@bench.example", n)}, "passphrase": {webtest.GoodPassphrase}, "code": {"000000"}})
	must(err)
	if res.Header.Get("Location") != "" {
		panic("somebody unknown got in")
	}
}
