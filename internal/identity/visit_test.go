package identity

import (
	"testing"
	"time"

	"beraad.eu/livc"
)

// A guest's keys lie wrapped under the cookie of one browser and nowhere else.
//
// proves C10, W6
func TestC10_AGuestHasKeysInOneBrowserAndNoAccount(t *testing.T) {
	w := newTown(t)
	v, err := w.door.NewVisit("l1", "o1", "gast")
	if err != nil {
		t.Fatal(err)
	}
	sig := v.Keys().Hat().Sig()
	if err := w.book.InsertSeat(ctx, nil, Seat{Livc: "l1", Controller: "o1", Hat: "gast", Person: v.Person, Function: livc.Guest, Generation: 1}); err != nil {
		t.Fatal(err)
	}
	s, err := v.Begin(ctx, "", w.now)
	if err != nil {
		t.Fatal(err)
	}
	v.Drop()
	resume := func(cookie string) (*Session, error) { return w.door.Resume(ctx, nil, cookie, w.now) }
	t.Run("the cookie brings the same keys back", func(t *testing.T) {
		s, err := resume(s.Cookie())
		if err != nil {
			t.Fatal(err)
		}
		k, err := s.Keyring(w.now.Add(time.Hour)) // not those still in memory
		if err != nil || string(k.Hat().Sig()) != string(sig) {
			t.Fatalf("other keys: %v", err)
		}
	})
	t.Run("nothing but the cookie does: no unlocker, no person", func(t *testing.T) {
		if list, err := w.book.UnlockersOf(ctx, nil, v.Person); err != nil || len(list) > 0 {
			t.Fatalf("%v, %v", list, err)
		}
		if _, err := w.book.Person(ctx, nil, v.Person); livc.KindOf(err) != livc.NotFoundKind {
			t.Fatalf("a person is kept: %v", err)
		}
		other := *s
		other.secret = make([]byte, 32)
		if _, err := other.Master(); err == nil {
			t.Fatal("the row opens without its cookie")
		}
	})
	t.Run("no unlocker can be made for it, and it is never fresh", func(t *testing.T) {
		if _, err := w.door.ResumeKit(ctx, nil, s.Cookie(), w.now); livc.KindOf(err) != livc.NotFoundKind {
			t.Fatalf("keys can be made: %v", err)
		}
		if s.NeedFresh(w.now) == nil {
			t.Fatal("it counts as unlocked")
		}
	})
	t.Run("waiting does not end it, ten hours do", func(t *testing.T) {
		if s.Row.Alive(Attendance{}, w.now.Add(9*time.Hour)) != true || s.Row.Alive(Attendance{}, w.now.Add(10*time.Hour)) {
			t.Fatal("it lives another time")
		}
	})
	t.Run("when the seat has left the next request ends it", func(t *testing.T) {
		delete(w.book.seats, "gast")
		if _, err := resume(s.Cookie()); livc.KindOf(err) != livc.LockedKind {
			t.Fatalf("it goes on: %v", err)
		}
		if _, err := resume(s.Cookie()); livc.KindOf(err) != livc.LockedKind {
			t.Fatalf("it goes on: %v", err)
		}
	})
}
