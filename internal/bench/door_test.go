package bench

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// arrival is somebody who stands at the door with everything ready for one request.
type arrival struct {
	*visitor
	account     *account
	code, token string
}

// arrive lets so many people come whose code was not used yet, each from an address of his own.
func (s *server) arrive(n int) (list []arrival) {
	people := append([]*account{}, s.Others...)
	slices.SortStableFunc(people, func(a, b *account) int { return int(a.Last - b.Last) })
	for i := 0; len(list) < n; i++ {
		a := people[i%len(people)]
		code, ok := a.code(time.Now())
		if !ok {
			time.Sleep(time.Second)
			continue
		}
		v := s.visitor(1 + slices.Index(s.Others, a))
		token, err := v.signInToken()
		must(err)
		list = append(list, arrival{v, a, code, token})
	}
	return list
}

// signIns lets them sign in, so many at a time, and says what each costs the server.
func (s *server) signIns(list []arrival, clients int) Figure {
	turn := make(chan arrival, len(list))
	for _, a := range list {
		turn <- a
	}
	close(turn)
	var mu sync.Mutex
	var took []time.Duration
	var f Figure
	begin, cpu := time.Now(), cpuOf(s.pid())
	var all sync.WaitGroup
	for range clients {
		all.Go(func() {
			for a := range turn {
				t := time.Now()
				err := a.enter(a.account, a.code, a.token)
				mu.Lock()
				if err != nil {
					fmt.Println("signing in failed:", err)
					f.Errors++
				} else {
					took = append(took, time.Since(t))
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	slices.Sort(took)
	n := len(took)
	if n == 0 {
		return f
	}
	f.PerSecond, f.P50, f.P99 = float64(n)/time.Since(begin).Seconds(), took[n/2], took[n*99/100]
	f.CPU = (cpuOf(s.pid()) - cpu) / time.Duration(n)
	return f
}

// pace asks for a page at a steady pace until it is told to stop, and gives how long each took.
func pace(every time.Duration, stop <-chan struct{}, op func() error) []time.Duration {
	var mu sync.Mutex
	var took []time.Duration
	var all sync.WaitGroup
	tick := time.NewTicker(every)
	defer tick.Stop()
	for going := true; going; {
		select {
		case <-stop:
			going = false
		case <-tick.C:
			all.Go(func() {
				t := time.Now()
				must(op())
				mu.Lock()
				defer mu.Unlock()
				took = append(took, time.Since(t))
			})
		}
	}
	all.Wait()
	slices.Sort(took)
	return took
}

// worst is the ninety-ninth of a hundred.
func worst(took []time.Duration) time.Duration {
	if len(took) == 0 {
		return 0
	}
	return took[len(took)*99/100]
}
