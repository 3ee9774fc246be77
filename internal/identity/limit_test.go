package identity

import (
	"context"
	"fmt"
	"testing"
	"time"

	"beraad.eu/livc"
)

func TestLimits(t *testing.T) {
	attack := func(w *town, p person, times int) (err error) {
		for i := range times {
			from := From{Address: fmt.Sprintf("192.0.2.%d", i)}
			_, err = w.door.ProvePassphrase(ctx, w.look(p.mail), "iets anders dan het hoort", "", from, w.now)
		}
		return err
	}
	t.Run("ten tries for one account in fifteen minutes, wherever they come from", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		refused(t, attack(w, p, perAccount), "signin.wrong")
		_, err := w.door.ProvePassphrase(ctx, w.look(p.mail), p.passphrase, w.code(p), home, w.now)
		refused(t, err, "signin.busy")
		if livc.KindOf(err) != livc.BusyKind {
			t.Fatal("a full budget is not answered with: later")
		}
		w.later(limitWindow)
		w.signIn(p)
	})
	t.Run("an account that does not exist is limited alike", func(t *testing.T) {
		w := newTown(t)
		refused(t, attack(w, person{mail: "nobody@town.be"}, perAccount+1), "signin.busy")
	})
	t.Run("sixty tries from one address", func(t *testing.T) {
		w := newTown(t)
		for i := range perAddress {
			_, err := w.door.ProvePassphrase(ctx, w.look(fmt.Sprintf("n%d@town.be", i)), "x", "", home, w.now)
			refused(t, err, "signin.wrong")
		}
		_, err := w.door.ProvePassphrase(ctx, w.look("last@town.be"), "x", "", home, w.now)
		refused(t, err, "signin.busy")
	})
	t.Run("locking out an account never touches the session in the meeting", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		s := w.signIn(p)
		w.later(time.Minute)
		refused(t, attack(w, p, 3*perAccount), "signin.busy")
		must(t, w.resume(s.Cookie()))
		c, err := w.door.LookAgain(ctx, nil, s)
		must(t, err)
		_, err = w.door.ProvePassphrase(ctx, c, p.passphrase, w.code(p), From{Session: s}, w.now)
		must(t, err)
	})
	t.Run("nor keeps out a passkey", func(t *testing.T) {
		w := newTown(t)
		p, _ := w.withKey(newAuthenticator(t, true))
		refused(t, attack(w, p, 2*perAccount), "signin.busy")
		_, _, err := w.touch(p.passkey, same)
		must(t, err)
	})
	t.Run("challenges cannot be asked without end", func(t *testing.T) {
		w := newTown(t)
		for range perAddress {
			_, err := w.door.AskPasskey(ctx, home, w.now)
			must(t, err)
		}
		_, err := w.door.AskPasskey(ctx, home, w.now)
		refused(t, err, "signin.busy")
		_, err = w.door.AskPasskey(ctx, From{Address: "198.51.100.1"}, w.now)
		must(t, err)
	})
	t.Run("a session has a budget too", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		s := w.signIn(p)
		c, err := w.door.LookAgain(ctx, nil, s)
		must(t, err)
		for range perSession {
			_, err = w.door.ProvePassphrase(ctx, c, "x", "", From{Session: s}, w.now)
			refused(t, err, "signin.wrong")
		}
		_, err = w.door.ProvePassphrase(ctx, c, p.passphrase, w.code(p), From{Session: s}, w.now)
		refused(t, err, "signin.busy")
	})
}

func TestLimiter(t *testing.T) {
	at := time.Unix(1_800_000_000, 0)
	t.Run("the window slides", func(t *testing.T) {
		l := Limiter{Max: 2, Window: time.Minute, Size: 10}
		must(t, l.Allow("a", at))
		must(t, l.Allow("a", at.Add(30*time.Second)))
		refused(t, l.Allow("a", at.Add(59*time.Second)), "signin.busy")
		must(t, l.Allow("a", at.Add(60*time.Second)))
		refused(t, l.Allow("a", at.Add(61*time.Second)), "signin.busy")
		must(t, l.Allow("b", at.Add(61*time.Second)))
	})
	t.Run("the answer says how long to wait", func(t *testing.T) {
		l := Limiter{Max: 1, Window: 15 * time.Minute, Size: 10}
		must(t, l.Allow("a", at))
		e := l.Allow("a", at.Add(5*time.Minute)).(*livc.Error)
		if e.Args["minutes"] != 10 {
			t.Fatalf("wait %v minutes", e.Args["minutes"])
		}
	})
	t.Run("it stays bounded and forgets the quietest", func(t *testing.T) {
		l := Limiter{Max: 1, Window: time.Hour, Size: 3}
		for i := range 50 {
			must(t, l.Allow(fmt.Sprint(i), at.Add(time.Duration(i)*time.Second)))
		}
		if len(l.seen) > 3 {
			t.Fatalf("%d keys kept", len(l.seen))
		}
		refused(t, l.Allow("49", at.Add(time.Minute)), "signin.busy")
	})
}

func TestAddressClass(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.7":              "192.0.2.7",
		"::ffff:192.0.2.7":       "192.0.2.7",
		"2001:db8:1:2:3:4:5:6":   "2001:db8:1:2::/64",
		"2001:db8:1:2:ffff::1%e": "2001:db8:1:2::/64",
		"no address":             "unknown",
	} {
		if got := AddressClass(remote); got != want {
			t.Errorf("%s is of class %s", remote, got)
		}
	}
}

func TestP11_DerivationsQueue(t *testing.T) {
	t.Run("half of the processors, one at least", func(t *testing.T) {
		for cores, want := range map[int]int{0: 1, 1: 1, 2: 1, 3: 1, 4: 2, 16: 8} {
			if got := cap(NewAdmission(cores).places); got != want {
				t.Errorf("%d processors: %d places", cores, got)
			}
		}
	})
	a := NewAdmission(2)
	inside, release, done := make(chan bool), make(chan bool), make(chan error, queueLength+1)
	go func() { done <- a.Do(ctx, func() error { inside <- true; <-release; return nil }) }()
	<-inside
	for range queueLength {
		go func() { done <- a.Do(ctx, func() error { return nil }) }()
	}
	for a.waiting.Load() < queueLength+1 {
		time.Sleep(time.Millisecond)
	}
	t.Run("the twenty-first in the queue is told to come later", func(t *testing.T) {
		refused(t, a.Do(ctx, func() error { t.Error("let in"); return nil }), "signin.busy")
	})
	t.Run("everybody in the queue gets a turn", func(t *testing.T) {
		close(release)
		for range queueLength + 1 {
			must(t, <-done)
		}
	})
	t.Run("who leaves while waiting takes no turn", func(t *testing.T) {
		full := &Admission{places: make(chan struct{})}
		gone, leave := context.WithCancel(ctx)
		leave()
		if err := full.Do(gone, func() error { t.Error("let in"); return nil }); err != context.Canceled {
			t.Fatal(err)
		}
	})
}

func TestOnce(t *testing.T) {
	at := time.Unix(1_800_000_000, 0)
	o := &MemoryOnce{Size: 2}
	must(t, o.Put(ctx, "a", []byte("1"), at.Add(onceLife)))
	must(t, o.Put(ctx, "b", []byte("2"), at.Add(onceLife)))
	t.Run("a flood pushes out nobody who is waiting", func(t *testing.T) {
		refused(t, o.Put(ctx, "c", nil, at.Add(onceLife)), "signin.busy")
		b, err := o.Take(ctx, "a", at)
		must(t, err)
		if string(b) != "1" {
			t.Fatal("another value")
		}
	})
	t.Run("what is too old makes room", func(t *testing.T) {
		later := at.Add(onceLife + time.Second)
		must(t, o.Put(ctx, "c", nil, later.Add(onceLife)))
		must(t, o.Put(ctx, "d", nil, later.Add(onceLife)))
		_, err := o.Take(ctx, "b", later)
		refused(t, err, "error.not_found")
	})
}
