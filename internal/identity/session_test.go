package identity

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

func TestW6_SessionEnds(t *testing.T) {
	fresh := func(t *testing.T) (*town, person, *Session) {
		w := newTown(t)
		p := w.nele()
		s := w.signIn(p)
		must(t, w.door.ChooseHat(ctx, nil, s, "livc-a", p.hat))
		return w, p, s
	}
	t.Run("when the person signs out", func(t *testing.T) {
		w, _, s := fresh(t)
		must(t, w.resume(s.Cookie()))
		must(t, s.Leave(ctx))
		refused(t, w.resume(s.Cookie()), "session.over")
	})
	t.Run("after fifteen quiet minutes, and its row holds no keys any more", func(t *testing.T) {
		w, _, s := fresh(t)
		w.later(idleLife - time.Second)
		must(t, w.resume(s.Cookie()))
		w.later(time.Second)
		refused(t, w.resume(s.Cookie()), "session.over")
		if r := w.sessions.rows[s.Row.ID]; len(r.Wrapped) != 0 || r.Stage != OverStage {
			t.Fatal("the ended row still wraps the master key")
		}
	})
	t.Run("and does not come back by pressing", func(t *testing.T) {
		w, _, s := fresh(t)
		w.later(idleLife)
		refused(t, w.resume(s.Cookie()), "session.over")
		must(t, w.sessions.Touch(ctx, s.Row.ID, w.now))
		refused(t, w.resume(s.Cookie()), "session.over")
	})
	t.Run("after ten hours, however much was pressed", func(t *testing.T) {
		w, _, s := fresh(t)
		for range 59 {
			w.later(10 * time.Minute)
			must(t, w.resume(s.Cookie()))
			must(t, s.Press(ctx, w.now))
		}
		w.later(10 * time.Minute)
		refused(t, w.resume(s.Cookie()), "session.over")
	})
	t.Run("when the seat is left", func(t *testing.T) {
		w, p, s := fresh(t)
		delete(w.book.seats, p.hat)
		refused(t, w.resume(s.Cookie()), "session.over")
	})
	t.Run("when the function changes, though the row was not deleted", func(t *testing.T) {
		w, p, s := fresh(t)
		seat := w.book.seats[p.hat]
		seat.Generation++
		w.book.seats[p.hat] = seat
		refused(t, w.resume(s.Cookie()), "session.over")
	})
	t.Run("in every other browser when an unlocker changes; this browser gets a new cookie", func(t *testing.T) {
		w, p, other := fresh(t)
		w.later(time.Minute)
		s := w.signIn(p)
		k, _ := w.withPasskey(w.page(s.Cookie()), &p, newAuthenticator(t, true))
		entry, err := w.door.FinishKit(ctx, nil, k)
		must(t, err)
		renewed, err := w.door.Renew(ctx, entry, s, w.now)
		must(t, err)
		must(t, w.resume(renewed.Cookie()))
		refused(t, w.resume(other.Cookie()), "session.over")
		refused(t, w.resume(s.Cookie()), "session.over")
	})
	t.Run("when the person ends all others", func(t *testing.T) {
		w, p, other := fresh(t)
		w.later(time.Minute)
		s := w.signIn(p)
		must(t, w.door.EndOthers(ctx, s))
		must(t, w.resume(s.Cookie()))
		refused(t, w.resume(other.Cookie()), "session.over")
	})
	t.Run("and its row goes at the sweep", func(t *testing.T) {
		w, _, _ := fresh(t)
		w.later(absoluteLife + time.Second)
		must(t, w.door.Sweep(ctx, w.now))
		if len(w.sessions.rows) != 0 {
			t.Fatal("a row outlives its session")
		}
	})
}

func TestW6_MeetingPausesTheIdleEnd(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	s := w.signIn(p)
	must(t, w.door.ChooseHat(ctx, nil, s, "livc-a", p.hat))
	w.book.attendance[p.hat] = Attendance{Open: true}
	w.later(2 * time.Hour)
	t.Run("who listens for two hours is still in", func(t *testing.T) { must(t, w.resume(s.Cookie())) })
	w.book.attendance[p.hat] = Attendance{Ended: w.now}
	w.later(idleLife - time.Second)
	t.Run("and until fifteen minutes after the meeting", func(t *testing.T) { must(t, w.resume(s.Cookie())) })
	w.later(time.Second)
	t.Run("and no longer", func(t *testing.T) { refused(t, w.resume(s.Cookie()), "session.over") })
	t.Run("ten hours end it in the meeting too", func(t *testing.T) {
		r := SessionRow{Begun: w.now, Touched: w.now, Stage: OpenStage, Wrapped: []byte{1}}
		if r.Alive(Attendance{Open: true}, w.now.Add(absoluteLife)) {
			t.Fatal("an open meeting keeps a session for ever")
		}
	})
	t.Run("the page warns from the thirteenth minute", func(t *testing.T) {
		r := SessionRow{Begun: w.now, Touched: w.now}
		if r.Warns(Attendance{}, w.now.Add(13*time.Minute-time.Second)) || !r.Warns(Attendance{}, w.now.Add(13*time.Minute)) {
			t.Fatal("the warning comes at another moment")
		}
	})
}

func TestW6_NobodyFixesASessionBeforehand(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	planted := w.signIn(p)
	w.later(time.Minute)
	proof, err := w.door.ProvePassphrase(ctx, w.look(p.mail), p.passphrase, w.code(p), home, w.now)
	must(t, err)
	e, err := w.door.Enter(ctx, nil, proof, w.now)
	must(t, err)
	s, err := w.door.Begin(ctx, e, planted.Cookie(), w.now)
	must(t, err)
	t.Run("signing in gives a new cookie", func(t *testing.T) {
		if s.Cookie() == planted.Cookie() {
			t.Fatal("the cookie that came in is used on")
		}
	})
	t.Run("and ends the session of the cookie that came in", func(t *testing.T) {
		refused(t, w.resume(planted.Cookie()), "session.over")
	})
	t.Run("a cookie that nobody gave out opens nothing", func(t *testing.T) {
		for _, c := range []string{"", "x", (&Session{secret: make([]byte, 32)}).Cookie(), s.Cookie() + "A"} {
			refused(t, w.resume(c), "session.over")
		}
	})
}

func TestW6_StepUp(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	s := w.signIn(p)
	must(t, w.door.ChooseHat(ctx, nil, s, "livc-a", p.hat))
	t.Run("five minutes after the unlock a weighty step asks for a new one", func(t *testing.T) {
		must(t, s.NeedFresh(w.now.Add(freshLife)))
		refused(t, s.NeedFresh(w.now.Add(freshLife+time.Second)), "session.step_up")
	})
	w.later(10 * time.Minute)
	t.Run("keys cannot be changed without it", func(t *testing.T) {
		_, err := w.door.ResumeKit(ctx, nil, s.Cookie(), w.now)
		refused(t, err, "session.step_up")
	})
	t.Run("another person cannot step up for this one", func(t *testing.T) {
		other := person{mail: "other@town.be"}
		w.finish(w.withRecovery(w.withPassphrase(w.enrolling(other.mail), &other), &other), &other)
		w.later(time.Minute)
		proof, err := w.door.ProvePassphrase(ctx, w.look(other.mail), other.passphrase, w.code(other), home, w.now)
		must(t, err)
		e, err := w.door.Enter(ctx, nil, proof, w.now)
		must(t, err)
		_, err = w.door.Renew(ctx, e, s, w.now)
		refused(t, err, "signin.wrong")
	})
	t.Run("it keeps hat and absolute end, and changes the cookie", func(t *testing.T) {
		c, err := w.door.LookAgain(ctx, nil, s)
		must(t, err)
		proof, err := w.door.ProvePassphrase(ctx, c, p.passphrase, w.code(p), From{Session: s}, w.now)
		must(t, err)
		e, err := w.door.Enter(ctx, nil, proof, w.now)
		must(t, err)
		up, err := w.door.Renew(ctx, e, s, w.now)
		must(t, err)
		must(t, up.NeedFresh(w.now))
		must(t, w.resume(up.Cookie()))
		refused(t, w.resume(s.Cookie()), "session.over")
		if up.Row.Hat != p.hat || !up.Row.Begun.Equal(s.Row.Begun) {
			t.Fatal("the step-up lost the hat or prolonged the session")
		}
	})
}

func TestC10_SessionRowWithoutCookieOpensNothing(t *testing.T) {
	w := newTown(t)
	s := w.signIn(w.nele())
	row := w.sessions.rows[s.Row.ID]
	t.Run("another secret beside the row", func(t *testing.T) {
		thief := &Session{Row: row, door: w.door, secret: seal.NewSessionSecret()}
		if m, err := thief.Master(); err == nil || m != nil {
			t.Fatal("the row opened without its cookie")
		}
	})
	t.Run("the row under another id", func(t *testing.T) {
		moved := row
		moved.ID = seal.SessionID(seal.NewSessionSecret())
		if _, err := (&Session{Row: moved, door: w.door, secret: s.secret}).Master(); err == nil {
			t.Fatal("a row can be moved")
		}
	})
	t.Run("row and cookie without the epoch key", func(t *testing.T) {
		thief := newTown(t, func(x *Setting) { x.Base, x.ServiceKey = w.setting.Base, w.setting.ServiceKey })
		if _, err := (&Session{Row: row, door: thief.door, secret: s.secret}).Master(); err == nil {
			t.Fatal("the row opened without the epoch key")
		}
	})
	t.Run("the cookie without the row", func(t *testing.T) {
		delete(w.sessions.rows, row.ID)
		refused(t, w.resume(s.Cookie()), "session.over")
	})
}

func TestC4_UnlockerNeedsEpochKeyAndSecret(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	u, _ := w.look(p.mail).of(Passphrase)
	_, err := w.door.open(u, []byte("iets anders dan het hoort"))
	if !errors.Is(err, seal.ErrWrongSecret) {
		t.Fatalf("a wrong passphrase answers %v", err)
	}
	thief := newTown(t, func(x *Setting) { x.Base, x.ServiceKey = w.setting.Base, w.setting.ServiceKey })
	if _, err := thief.door.open(u, []byte(goodPassphrase)); err == nil {
		t.Fatal("the row opened without the epoch key")
	}
}

func TestHatSwitch(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	s := w.signIn(p)
	t.Run("without a hat there are no keys", func(t *testing.T) {
		_, err := s.Keyring(w.now)
		refused(t, err, "session.choose_hat")
	})
	t.Run("another person's hat does not exist", func(t *testing.T) {
		w.book.seats["other"] = Seat{Livc: "livc-a", Hat: "other", Person: "somebody"}
		err := w.door.ChooseHat(ctx, nil, s, "livc-a", "other")
		if !reflect.DeepEqual(err, error(livc.NotFound())) || s.Row.Hat != "" {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("a hat of another LIVC R does not exist here", func(t *testing.T) {
		refused(t, w.door.ChooseHat(ctx, nil, s, "livc-b", p.hat), "error.not_found")
	})
	t.Run("changing hats takes the former keys out of memory", func(t *testing.T) {
		w.book.seats["second"] = Seat{Livc: "livc-b", Controller: "caw", Hat: "second", Person: p.id}
		must(t, w.door.ChooseHat(ctx, nil, s, "livc-a", p.hat))
		former, err := s.Keyring(w.now)
		must(t, err)
		must(t, w.door.ChooseHat(ctx, nil, s, "livc-b", "second"))
		ring, err := s.Keyring(w.now)
		must(t, err)
		if former.Hat() != nil || ring.Hat().ID() != "second" {
			t.Fatal("the former hat is still on")
		}
	})
}
