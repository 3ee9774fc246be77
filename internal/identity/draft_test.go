package identity

import (
	"bytes"
	"testing"
	"time"
)

func TestFormOfAnEndedSession(t *testing.T) {
	form := []byte("concern=wat+we+hoorden")
	start := func(t *testing.T) (*town, person, string) {
		w := newTown(t)
		p := w.nele()
		s := w.signIn(p)
		w.later(idleLife)
		refused(t, w.resume(s.Cookie()), "session.over")
		cookie, err := w.door.KeepDraft(ctx, s.Cookie(), form, w.now)
		must(t, err)
		return w, p, cookie
	}
	back := func(t *testing.T, w *town, cookie string, s *Session) []byte {
		b, err := w.door.ReturnDraft(ctx, cookie, s, w.now)
		must(t, err)
		return b
	}
	t.Run("comes back to the same person, once", func(t *testing.T) {
		w, p, cookie := start(t)
		s := w.signIn(p)
		if got := back(t, w, cookie, s); !bytes.Equal(got, form) {
			t.Fatalf("got %q", got)
		}
		if got := back(t, w, cookie, s); got != nil {
			t.Fatal("it came back twice")
		}
	})
	t.Run("is gone when somebody else signs in", func(t *testing.T) {
		w, p, cookie := start(t)
		other := person{mail: "other@town.be"}
		s := w.finish(w.withRecovery(w.withPassphrase(w.enrolling(other.mail), &other), &other), &other)
		if got := back(t, w, cookie, s); got != nil {
			t.Fatal("another person got the form")
		}
		if got := back(t, w, cookie, w.signIn(p)); got != nil {
			t.Fatal("it was kept after another person had asked")
		}
	})
	t.Run("is gone after fifteen minutes", func(t *testing.T) {
		w, p, cookie := start(t)
		w.later(draftLife + time.Second)
		if got := back(t, w, cookie, w.signIn(p)); got != nil {
			t.Fatal("it was kept too long")
		}
	})
	t.Run("does not stand readable in the store", func(t *testing.T) {
		w, _, _ := start(t)
		for _, d := range w.sessions.drafts {
			if bytes.Contains(d.Sealed, []byte("hoorden")) {
				t.Fatal("the form is readable")
			}
		}
	})
	t.Run("is not kept when nobody knows whose it was", func(t *testing.T) {
		w := newTown(t)
		cookie, err := w.door.KeepDraft(ctx, "unknown", form, w.now)
		must(t, err)
		if cookie != "" || len(w.sessions.drafts) != 0 {
			t.Fatal("a form of nobody was kept")
		}
	})
}
