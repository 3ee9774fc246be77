package identity

import (
	"slices"
	"testing"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

func TestEnrolment(t *testing.T) {
	t.Run("nothing is stored before the last page", func(t *testing.T) {
		w := newTown(t)
		var p person
		w.withRecovery(w.withPassphrase(w.enrolling("nele@town.be"), &p), &p)
		if len(w.book.people)+len(w.book.unlockers)+len(w.book.seats) != 0 {
			t.Fatal("somebody who stops half-way leaves something behind")
		}
	})
	t.Run("the last page stores person, unlockers and seat, and the founder can sign the first manifest", func(t *testing.T) {
		w := newTown(t)
		e, code := w.invite("founder@town.be", livc.Founder)
		g, err := w.door.GuessCode(ctx, nil, e.ID, code, w.now)
		must(t, err)
		s, err := w.door.BeginEnrolling(ctx, g, "", w.now)
		must(t, err)
		p := person{}
		k := w.withRecovery(w.withPassphrase(w.page(s.Cookie()), &p), &p)
		done, err := w.door.FinishEnrolling(ctx, nil, k, w.now)
		must(t, err)
		list, _ := w.book.UnlockersOf(ctx, nil, done.Seat.Person)
		if !slices.Equal(kinds(list), []string{"passphrase", "recovery", "totp"}) || len(w.book.seats) != 1 {
			t.Fatalf("stored %v", kinds(list))
		}
		signature := done.Hat.Sign("manifest", []byte("first"))
		if !seal.Verify(done.Hat.Sig(), "manifest", []byte("first"), signature) || done.Seat.Function != livc.Founder {
			t.Fatal("the founder cannot sign")
		}
	})
	t.Run("without paper nobody is enrolled", func(t *testing.T) {
		w := newTown(t)
		k, _ := w.withPasskey(w.withPassphrase(w.enrolling("nele@town.be"), &person{}), &person{}, newAuthenticator(t, true))
		_, err := w.door.FinishEnrolling(ctx, nil, k, w.now)
		refused(t, err, "unlocker.recovery_needed")
		if len(w.book.people) != 0 {
			t.Fatal("stored all the same")
		}
	})
	t.Run("what was discarded is not made", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		s := w.signIn(p)
		k, _ := w.withPasskey(w.page(s.Cookie()), &p, newAuthenticator(t, true))
		must(t, k.Discard(ctx))
		_, err := w.door.FinishKit(ctx, nil, w.page(s.Cookie()))
		refused(t, err, "unlocker.new_needed")
	})
	t.Run("the enrolling cookie opens no page but those of the keys", func(t *testing.T) {
		w := newTown(t)
		refused(t, w.resume(w.enrolling("nele@town.be").Session().Cookie()), "session.over")
	})
	t.Run("a link works once", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		for id := range w.book.enrolments {
			g, err := w.door.GuessCode(ctx, nil, id, "whatever", w.now)
			must(t, err)
			refused(t, g.Refusal(), "enrol.closed")
		}
		_ = p
	})
	t.Run("of two browsers with one link the second cannot finish", func(t *testing.T) {
		w := newTown(t)
		e, code := w.invite("nele@town.be", livc.Coordinator)
		var kits []*Kit
		for range 2 {
			g, err := w.door.GuessCode(ctx, nil, e.ID, code, w.now)
			must(t, err)
			s, err := w.door.BeginEnrolling(ctx, g, "", w.now)
			must(t, err)
			var p person
			kits = append(kits, w.withRecovery(w.withPassphrase(w.page(s.Cookie()), &p), &p))
		}
		w.finish(kits[0], &person{})
		_, err := w.door.FinishEnrolling(ctx, nil, kits[1], w.now)
		refused(t, err, "enrol.closed")
	})
}

func TestEnrolmentCode(t *testing.T) {
	guess := func(w *town, id livc.ID, code string) error {
		g, err := w.door.GuessCode(ctx, nil, id, code, w.now)
		must(t, err)
		return g.Refusal()
	}
	t.Run("five wrong codes make the link void, also for the right one", func(t *testing.T) {
		w := newTown(t)
		e, code := w.invite("nele@town.be", livc.Participant)
		for range guessesAtAll {
			refused(t, guess(w, e.ID, "0000-0000"), "enrol.code.wrong")
		}
		refused(t, guess(w, e.ID, code), "enrol.closed")
	})
	t.Run("four wrong codes do not", func(t *testing.T) {
		w := newTown(t)
		e, code := w.invite("nele@town.be", livc.Participant)
		for range guessesAtAll - 1 {
			refused(t, guess(w, e.ID, ""), "enrol.code.wrong")
		}
		must(t, guess(w, e.ID, " "+code[:4]+" "+code[5:]))
	})
	t.Run("a founder's code lives a day", func(t *testing.T) {
		w := newTown(t)
		e, code := w.invite("founder@town.be", livc.Founder)
		w.later(24*time.Hour - time.Second)
		must(t, guess(w, e.ID, code))
		w.later(time.Second)
		refused(t, guess(w, e.ID, code), "enrol.closed")
	})
	t.Run("the code of one link opens no other", func(t *testing.T) {
		w := newTown(t)
		_, code := w.invite("nele@town.be", livc.Participant)
		other, _ := w.invite("sofie@town.be", livc.Officer)
		refused(t, guess(w, other.ID, code), "enrol.code.wrong")
	})
	t.Run("an unknown link answers like a void one", func(t *testing.T) {
		refused(t, guess(newTown(t), "0123", "x"), "enrol.closed")
	})
	t.Run("the invitation of a known address looks like any other", func(t *testing.T) {
		w := newTown(t)
		w.nele()
		known, a := w.invite("nele@town.be", livc.Participant)
		fresh, b := w.invite("sofie@town.be", livc.Participant)
		if len(a) != len(b) || len(known.ID) != len(fresh.ID) || known.Until != fresh.Until {
			t.Fatal("the inviter can tell who has an account")
		}
	})
}

func TestJoin(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	s := w.signIn(p)
	e, code := w.invite(p.mail, livc.Participant)
	seat := e.Seat
	seat.Livc, seat.Hat = "livc-b", "second hat"
	e.Seat = seat
	w.book.enrolments[e.ID] = e
	g, err := w.door.GuessCode(ctx, nil, e.ID, code, w.now)
	must(t, err)
	if !g.Known {
		t.Fatal("the person is not told to sign in")
	}
	t.Run("needs a fresh unlock", func(t *testing.T) {
		_, err := w.door.Join(ctx, nil, g, s, w.now.Add(freshLife+time.Second))
		refused(t, err, "session.step_up")
	})
	t.Run("gives a hat with keys of its own, and leaves the first", func(t *testing.T) {
		done, err := w.door.Join(ctx, nil, g, s, w.now)
		must(t, err)
		must(t, w.door.ChooseHat(ctx, nil, s, "livc-a", p.hat))
		first, err := s.Keyring(w.now)
		must(t, err)
		if slices.Equal(first.Hat().KEM(), done.Hat.KEM()) {
			t.Fatal("two hats share keys")
		}
		list, err := w.door.Hats(ctx, nil, s)
		must(t, err)
		if len(list) != 2 {
			t.Fatalf("%d hats to choose from", len(list))
		}
	})
}

func TestEnough(t *testing.T) {
	wrapped := []byte{1}
	open := func(k Kind) Unlocker { return Unlocker{Kind: k, Wrapped: wrapped} }
	for name, c := range map[string]struct {
		list []Unlocker
		key  string
	}{
		"nothing":              {nil, "unlocker.two_needed"},
		"a recovery code only": {[]Unlocker{open(Recovery)}, "unlocker.two_needed"},
		"a passkey that opens nothing beside the code": {[]Unlocker{{Kind: Passkey}, open(Recovery)}, "unlocker.two_needed"},
		"two ways in without paper":                    {[]Unlocker{open(Passkey), open(Passphrase), {Kind: TOTP}}, "unlocker.recovery_needed"},
		"a passphrase without second factor":           {[]Unlocker{open(Passphrase), open(Recovery)}, "unlocker.second_factor_needed"},
		"the practice file does not count":             {[]Unlocker{open(Practice), open(Recovery)}, "unlocker.two_needed"},
		"passkey and paper":                            {[]Unlocker{open(Passkey), open(Recovery)}, ""},
		"passphrase, app and paper":                    {[]Unlocker{open(Passphrase), {Kind: TOTP}, open(Recovery)}, ""},
		"passphrase, passkey that shows, and paper":    {[]Unlocker{open(Passphrase), {Kind: Passkey}, open(Recovery)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if err := Enough(c.list); c.key == "" {
				must(t, err)
			} else {
				refused(t, err, c.key)
			}
		})
	}
	t.Run("a lost passkey is taken away and opens nothing any more", func(t *testing.T) {
		w := newTown(t)
		p, _ := w.withKey(newAuthenticator(t, true))
		s := w.signIn(p)
		u, _ := w.look(p.mail).of(Passkey)
		entry, err := w.door.RemoveUnlocker(ctx, nil, w.page(s.Cookie()), u.ID)
		must(t, err)
		_, err = w.door.Renew(ctx, entry, s, w.now)
		must(t, err)
		_, _, err = w.touch(p.passkey, same)
		refused(t, err, "signin.wrong")
	})
	t.Run("another person's unlocker cannot be taken away", func(t *testing.T) {
		w := newTown(t)
		s := w.signIn(w.nele())
		w.book.unlockers["theirs"] = Unlocker{ID: "theirs", Person: "somebody"}
		_, err := w.door.RemoveUnlocker(ctx, nil, w.page(s.Cookie()), "theirs")
		refused(t, err, "error.not_found")
	})
	t.Run("the last but one way in cannot be taken away", func(t *testing.T) {
		w := newTown(t)
		s := w.signIn(w.nele())
		for _, u := range w.book.unlockers {
			_, err := w.door.RemoveUnlocker(ctx, nil, w.page(s.Cookie()), u.ID)
			if livc.KindOf(err) != livc.InvalidKind {
				t.Fatalf("%s could be taken away", u.Kind)
			}
		}
	})
}
