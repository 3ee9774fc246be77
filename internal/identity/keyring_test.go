package identity

import (
	"testing"
	"time"

	"beraad.eu/internal/seal"
)

func TestC11_KeysLeaveMemory(t *testing.T) {
	start := func(t *testing.T) (*town, *Session, *Keyring) {
		w := newTown(t)
		p := w.nele()
		s := w.signIn(p)
		must(t, w.door.ChooseHat(ctx, nil, s, "livc-a", p.hat))
		k, err := s.Keyring(w.now)
		must(t, err)
		k.Put("dossier", seal.NewKey(1))
		return w, s, k
	}
	gone := func(k *Keyring) bool {
		_, ok := k.Key("dossier")
		return !ok && k.Hat() == nil
	}
	t.Run("within the minute a page finds the keys again", func(t *testing.T) {
		w, s, k := start(t)
		again, err := s.Keyring(w.now.Add(keyringLife))
		must(t, err)
		if _, ok := again.Key("dossier"); again != k || !ok {
			t.Fatal("the keys were opened anew")
		}
	})
	t.Run("after a quiet minute they are gone", func(t *testing.T) {
		w, s, k := start(t)
		must(t, w.door.Sweep(ctx, w.now.Add(keyringLife+time.Second)))
		if !gone(k) {
			t.Fatal("keys stay")
		}
		if again, err := s.Keyring(w.now.Add(2 * keyringLife)); err != nil || again == k {
			t.Fatal("the session should make its keys anew")
		}
	})
	t.Run("signing out takes them at once", func(t *testing.T) {
		_, s, k := start(t)
		must(t, s.Leave(ctx))
		if !gone(k) {
			t.Fatal("keys outlive the session")
		}
	})
	t.Run("a session that ended takes them along", func(t *testing.T) {
		w, s, k := start(t)
		w.later(idleLife)
		refused(t, w.resume(s.Cookie()), "session.over")
		if !gone(k) {
			t.Fatal("keys outlive the session")
		}
	})
	t.Run("a request that comes late puts nothing in", func(t *testing.T) {
		_, _, k := start(t)
		k.Wipe()
		k.Put("dossier", seal.NewKey(1))
		if !gone(k) {
			t.Fatal("a wiped ring took a key")
		}
	})
	t.Run("two pages at once share one ring", func(t *testing.T) {
		w, s, k := start(t)
		if w.door.keyrings.put(s.Row.ID, &Keyring{used: w.now}, w.now) != k || gone(k) {
			t.Fatal("the second page took the keys of the first away")
		}
	})
	t.Run("after Begin the proof holds no master key", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		proof, err := w.door.ProvePassphrase(ctx, w.look(p.mail), p.passphrase, w.code(p), home, w.now)
		must(t, err)
		w.begin(proof)
		if len(proof.master.Bytes()) != 0 {
			t.Fatal("the master key is still there")
		}
	})
}
