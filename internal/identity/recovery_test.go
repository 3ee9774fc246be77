package identity

import (
	"errors"
	"slices"
	"testing"
	"time"

	"beraad.eu/livc"
)

func TestRecovery(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	proof, err := w.door.ProveRecovery(ctx, w.look(p.mail), p.recovery, home, w.now)
	must(t, err)
	s := w.begin(proof)

	t.Run("the printed code lets in as far as a new unlocker", func(t *testing.T) {
		refused(t, w.resume(s.Cookie()), "session.new_unlocker")
	})
	t.Run("a new recovery code alone is not enough", func(t *testing.T) {
		k := w.withRecovery(w.page(s.Cookie()), &person{})
		_, err := w.door.FinishKit(ctx, nil, k)
		refused(t, err, "unlocker.new_needed")
	})
	t.Run("with a new passphrase and second factor the same keys are open again", func(t *testing.T) {
		k := w.withPassphrase(w.page(s.Cookie()), &p)
		before, err := w.door.hatOf(k.master, "livc-a", "town", p.hat)
		must(t, err)
		entry, err := w.door.FinishKit(ctx, nil, k)
		must(t, err)
		open, err := w.door.Renew(ctx, entry, k.Session(), w.now)
		must(t, err)
		must(t, w.door.ChooseHat(ctx, nil, open, "livc-a", p.hat))
		ring, err := open.Keyring(w.now)
		must(t, err)
		if !slices.Equal(before.KEM(), ring.Hat().KEM()) {
			t.Fatal("recovery gave other keys")
		}
		w.later(time.Minute)
		w.signIn(p)
	})
}

func TestRecoveryCodeIsKept(t *testing.T) {
	code := "AB1D-EFGH-JK0M"
	for name, c := range map[string]struct {
		typed []string
		want  bool
	}{
		"the asked groups":                     {[]string{"AB1D", "JK0M"}, true},
		"small letters and letters for digits": {[]string{"abid ", "jkom"}, true},
		"another group":                        {[]string{"AB1D", "EFGH"}, false},
		"the right groups in another order":    {[]string{"JK0M", "AB1D"}, false},
		"one group only":                       {[]string{"AB1D"}, false},
		"nothing":                              {nil, false},
		"two empty fields":                     {[]string{"", ""}, false},
	} {
		t.Run(name, func(t *testing.T) {
			if (kept(code, []int{1, 3}, c.typed) == nil) != c.want {
				t.Fatal("wrongly judged")
			}
		})
	}
	t.Run("the message stands at the group that is wrong", func(t *testing.T) {
		var e *livc.Error
		if !errors.As(kept(code, []int{1, 3}, []string{"AB1D", "EFGH"}), &e) || e.Field != "second" || len(e.More) > 0 {
			t.Fatalf("%+v", e)
		}
	})
	t.Run("nothing is kept before it was asked", func(t *testing.T) {
		if kept("", nil, nil) == nil {
			t.Fatal("an unasked code counts as kept")
		}
	})
	t.Run("two different groups are asked", func(t *testing.T) {
		for range 200 {
			a, err := askGroups(code)
			must(t, err)
			if len(a) != 2 || a[0] >= a[1] || a[0] < 1 || a[1] > 3 {
				t.Fatalf("asked %v", a)
			}
		}
	})
}
