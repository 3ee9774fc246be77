package identity

import (
	"bytes"
	"testing"
	"time"
)

// withKey is a person with a passkey (with or without PRF) beside passphrase, code and paper.
func (w *town) withKey(a *authenticator) (person, PasskeyMade) {
	w.t.Helper()
	p := person{mail: "karim@town.be"}
	k, made := w.withPasskey(w.enrolling(p.mail), &p, a)
	w.finish(w.withRecovery(w.withPassphrase(k, &p), &p), &p)
	w.later(24 * time.Hour)
	return p, made
}

// touch is one gesture: a proof, or the token that goes on to the passphrase.
func (w *town) touch(a *authenticator, change func(prf []byte) []byte) (*Proof, string, error) {
	w.t.Helper()
	c, err := w.door.AskPasskey(ctx, home, w.now)
	must(w.t, err)
	answer, prf := a.sign(c)
	who, err := w.door.LookPasskey(ctx, nil, answer)
	must(w.t, err)
	return w.door.ProvePasskey(ctx, who, c.Token, answer, change(prf), home, w.now)
}

func same(prf []byte) []byte { return prf }

func TestW4_PasskeyWithPRFUnlocks(t *testing.T) {
	w := newTown(t)
	p, made := w.withKey(newAuthenticator(t, true))
	if made != PasskeyOpens {
		t.Fatalf("a passkey with PRF was made as %q", made)
	}
	proof, shown, err := w.touch(p.passkey, same)
	must(t, err)
	if proof == nil || shown != "" || proof.Person() != p.id {
		t.Fatal("one gesture did not open the keys")
	}
	must(t, w.resume(w.begin(proof).Cookie()))
}

func TestW4_WithoutUsablePRFThePassphraseUnlocks(t *testing.T) {
	for name, change := range map[string]func([]byte) []byte{
		"absent":               func([]byte) []byte { return nil },
		"empty":                func([]byte) []byte { return []byte{} },
		"blank":                func([]byte) []byte { return make([]byte, prfSize) },
		"short":                func(b []byte) []byte { return b[:16] },
		"of a changed browser": func(b []byte) []byte { return bytes.Repeat([]byte{7}, len(b)) },
	} {
		t.Run("the output is "+name, func(t *testing.T) {
			w := newTown(t)
			p, _ := w.withKey(newAuthenticator(t, true))
			proof, shown, err := w.touch(p.passkey, change)
			must(t, err)
			if proof != nil || shown == "" {
				t.Fatal("the passkey should show, not open")
			}
			w.goOn(p, shown)
		})
	}
	t.Run("the authenticator has none", func(t *testing.T) {
		w := newTown(t)
		p, made := w.withKey(newAuthenticator(t, false))
		if made != PasskeyShows {
			t.Fatalf("made as %q", made)
		}
		_, shown, err := w.touch(p.passkey, same)
		must(t, err)
		w.goOn(p, shown)
	})
}

// goOn signs in with the passphrase after a passkey: no code is asked, and the token works once.
func (w *town) goOn(p person, shown string) {
	w.t.Helper()
	c, err := w.door.LookShown(ctx, nil, shown, w.now)
	must(w.t, err)
	proof, err := w.door.ProvePassphrase(ctx, c, p.passphrase, "", home, w.now)
	must(w.t, err)
	must(w.t, w.resume(w.begin(proof).Cookie()))
	_, err = w.door.LookShown(ctx, nil, shown, w.now)
	refused(w.t, err, "signin.passkey.late")
}

func TestW4_PRFThatIsReadInASecondCeremony(t *testing.T) {
	w := newTown(t)
	p := person{mail: "karim@town.be", passkey: newAuthenticator(t, true)}
	k := w.enrolling(p.mail)
	c, err := k.OfferPasskey(ctx, nil, w.now)
	must(t, err)
	answer, _ := p.passkey.make(c)
	made, err := k.AcceptPasskey(ctx, c.Token, answer, nil, w.now)
	must(t, err)
	if made != PasskeyUnread {
		t.Fatalf("made as %q", made)
	}
	k = w.next(k)
	c, err = k.AskPRF(ctx, w.now)
	must(t, err)
	answer, prf := p.passkey.sign(c)
	made, err = k.AcceptPRF(ctx, c.Token, answer, prf, w.now)
	must(t, err)
	if made != PasskeyOpens || len(k.state.Made) != 1 {
		t.Fatalf("made as %q, %d unlockers", made, len(k.state.Made))
	}
	w.finish(w.withRecovery(w.next(k), &p), &p)
	proof, _, err := w.touch(p.passkey, same)
	must(t, err)
	w.begin(proof)
}

func TestW4_BlankPRFNeverWrapsTheKeys(t *testing.T) {
	for name, prf := range map[string][]byte{"absent": nil, "empty": {}, "blank": make([]byte, prfSize), "short": {1, 2, 3}} {
		t.Run(name, func(t *testing.T) {
			w := newTown(t)
			a := newAuthenticator(t, false)
			k := w.enrolling("karim@town.be")
			c, err := k.OfferPasskey(ctx, nil, w.now)
			must(t, err)
			answer, _ := a.make(c)
			made, err := k.AcceptPasskey(ctx, c.Token, answer, prf, w.now)
			must(t, err)
			if made != PasskeyShows || k.state.Made[0].Opens() {
				t.Fatalf("made as %q", made)
			}
		})
	}
}

func TestPasskeyIsNotMade(t *testing.T) {
	w := newTown(t)
	a := newAuthenticator(t, true)
	k := w.enrolling("karim@town.be")
	c, err := k.OfferPasskey(ctx, nil, w.now)
	must(t, err)
	answer, prf := a.make(c)
	t.Run("with the challenge of another person", func(t *testing.T) {
		other := w.enrolling("sofie@town.be")
		o, err := other.OfferPasskey(ctx, nil, w.now)
		must(t, err)
		theirs, prf := newAuthenticator(t, true).make(o)
		_, err = k.AcceptPasskey(ctx, o.Token, theirs, prf, w.now)
		refused(t, err, "passkey.refused")
	})
	t.Run("twice with one challenge", func(t *testing.T) {
		_, err := k.AcceptPasskey(ctx, c.Token, answer, prf, w.now)
		must(t, err)
		_, err = k.AcceptPasskey(ctx, c.Token, answer, prf, w.now)
		refused(t, err, "signin.passkey.late")
	})
	t.Run("from something that is no answer", func(t *testing.T) {
		c, err := k.OfferPasskey(ctx, nil, w.now)
		must(t, err)
		_, err = k.AcceptPasskey(ctx, c.Token, []byte("{}"), nil, w.now)
		refused(t, err, "passkey.refused")
	})
}

func TestW4_LosingAnyOneUnlockerLocksNobodyOut(t *testing.T) {
	w := newTown(t)
	p, _ := w.withKey(newAuthenticator(t, true))
	t.Run("without the passkey", func(t *testing.T) { w.signIn(p) })
	t.Run("without passphrase and code", func(t *testing.T) {
		proof, _, err := w.touch(p.passkey, same)
		must(t, err)
		w.begin(proof)
	})
	t.Run("without either", func(t *testing.T) {
		proof, err := w.door.ProveRecovery(ctx, w.look(p.mail), p.recovery, home, w.now)
		must(t, err)
		w.begin(proof)
	})
}

func TestPasskeyIsRefused(t *testing.T) {
	w := newTown(t)
	p, _ := w.withKey(newAuthenticator(t, true))
	ask := func(a *authenticator) (Ceremony, []byte, []byte) {
		c, err := w.door.AskPasskey(ctx, home, w.now)
		must(t, err)
		answer, prf := a.sign(c)
		return c, answer, prf
	}
	prove := func(c Ceremony, answer, prf []byte) error {
		who, err := w.door.LookPasskey(ctx, nil, answer)
		must(t, err)
		_, _, err = w.door.ProvePasskey(ctx, who, c.Token, answer, prf, home, w.now)
		return err
	}
	t.Run("one challenge is answered once", func(t *testing.T) {
		c, answer, prf := ask(p.passkey)
		must(t, prove(c, answer, prf))
		refused(t, prove(c, answer, prf), "signin.passkey.late")
	})
	t.Run("after five minutes the challenge is gone", func(t *testing.T) {
		c, answer, prf := ask(p.passkey)
		w.later(onceLife + time.Second)
		refused(t, prove(c, answer, prf), "signin.passkey.late")
	})
	t.Run("an answer to another challenge", func(t *testing.T) {
		_, answer, prf := ask(p.passkey)
		c, _, _ := ask(p.passkey)
		refused(t, prove(c, answer, prf), "signin.wrong")
	})
	t.Run("another key that names this person", func(t *testing.T) {
		thief := newAuthenticator(t, true)
		thief.user, thief.id, thief.secret = p.passkey.user, p.passkey.id, p.passkey.secret
		c, answer, prf := ask(thief)
		refused(t, prove(c, answer, prf), "signin.wrong")
	})
	t.Run("a passkey of nobody here", func(t *testing.T) {
		stranger := newAuthenticator(t, true)
		stranger.user = []byte("0000000000000000000000000g")
		c, answer, prf := ask(stranger)
		refused(t, prove(c, answer, prf), "signin.wrong")
	})
	t.Run("a page of another origin", func(t *testing.T) {
		p.passkey.origin = "https://beraad.example.com"
		defer func() { p.passkey.origin = testOrigin }()
		c, answer, prf := ask(p.passkey)
		refused(t, prove(c, answer, prf), "signin.wrong")
	})
	t.Run("no answer at all", func(t *testing.T) {
		c, _, _ := ask(p.passkey)
		refused(t, prove(c, []byte("{}"), nil), "signin.wrong")
	})
	t.Run("a copied authenticator whose counter went back", func(t *testing.T) {
		proof, _, err := w.touch(p.passkey, same)
		must(t, err)
		w.begin(proof)
		p.passkey.counter = 0
		c, answer, prf := ask(p.passkey)
		refused(t, prove(c, answer, prf), "signin.wrong")
	})
	t.Run("whose counter went back while it only showed", func(t *testing.T) {
		p.passkey.counter = 50
		_, shown, err := w.touch(p.passkey, func([]byte) []byte { return nil })
		must(t, err)
		w.goOn(p, shown)
		p.passkey.counter = 10
		c, answer, prf := ask(p.passkey)
		refused(t, prove(c, answer, prf), "signin.wrong")
	})
	t.Run("a challenge in the place of a shown passkey shows nobody", func(t *testing.T) {
		c, _, _ := ask(p.passkey)
		who, err := w.door.LookShown(ctx, nil, c.Token, w.now)
		must(t, err)
		_, err = w.door.ProvePassphrase(ctx, who, p.passphrase, "", home, w.now)
		refused(t, err, "signin.wrong")
	})
	t.Run("a passkey that was removed between proof and entry", func(t *testing.T) {
		p.passkey.counter = 100
		proof, _, err := w.touch(p.passkey, same)
		must(t, err)
		for id, u := range w.book.unlockers {
			if u.Kind == Passkey {
				delete(w.book.unlockers, id)
			}
		}
		_, err = w.door.Enter(ctx, nil, proof, w.now)
		refused(t, err, "signin.wrong")
	})
}

func FuzzW13_PasskeyAnswer(f *testing.F) {
	f.Add([]byte("{}"))
	f.Add([]byte(`{"id":"AA","rawId":"AA","type":"public-key","response":{"authenticatorData":"AA","clientDataJSON":"e30","signature":"AA","userHandle":"AA"}}`))
	f.Fuzz(func(t *testing.T, answer []byte) {
		w := newTown(t)
		c, err := w.door.LookPasskey(ctx, nil, answer)
		must(t, err)
		if _, _, err := w.door.ProvePasskey(ctx, c, "no token", answer, nil, home, w.now); err == nil {
			t.Fatal("an invented answer signed in")
		}
	})
}

func TestPasskeysOfPractice(t *testing.T) {
	t.Run("a passkey is bound to localhost, whatever the port", func(t *testing.T) {
		w := newTown(t, func(s *Setting) { s.Origin = "http://localhost:8080" })
		if got := w.door.passkeys.web.Config.RPID; got != "localhost" {
			t.Fatalf("bound to %q", got)
		}
	})
	t.Run("an installation without origin does not start", func(t *testing.T) {
		w := newTown(t)
		s := w.setting
		s.Origin = "beraad"
		if _, err := NewDoor(s, w.book, w.sessions, &MemoryOnce{Size: 1}); err == nil {
			t.Fatal("started")
		}
	})
}
