package identity

import (
	"reflect"
	"testing"
	"time"

	"beraad.eu/livc"
)

func TestSignInWithPassphrase(t *testing.T) {
	t.Run("passphrase and code open a session that gives the keys of the chosen hat", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		s := w.signIn(p)
		must(t, w.door.ChooseHat(ctx, nil, s, "livc-a", p.hat))
		k, err := s.Keyring(w.now)
		must(t, err)
		if k.Hat().ID() != p.hat || s.Actor().Hat != p.hat || s.Actor().Function != livc.Coordinator {
			t.Fatal("the session acts under another hat")
		}
	})
	t.Run("a pasted passphrase with a line end, or written with loose accents, is the same", func(t *testing.T) {
		if NormalPassphrase("caf\u00e9 zonder muren\n") != NormalPassphrase("cafe\u0301 zonder muren") {
			t.Fatal("two ways to type one passphrase differ")
		}
	})
	t.Run("one code signs in once", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		code := w.code(p)
		w.signIn(p)
		_, err := w.door.ProvePassphrase(ctx, w.look(p.mail), p.passphrase, code, home, w.now)
		refused(t, err, "signin.wrong")
	})
	t.Run("of two requests that prove with one code at the same moment the second is refused", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		c := w.look(p.mail)
		first, err := w.door.ProvePassphrase(ctx, c, p.passphrase, w.code(p), home, w.now)
		must(t, err)
		second, err := w.door.ProvePassphrase(ctx, c, p.passphrase, w.code(p), home, w.now)
		must(t, err)
		w.begin(first)
		_, err = w.door.Enter(ctx, nil, second, w.now)
		refused(t, err, "signin.wrong")
	})
	t.Run("a proof from before the keys changed does not enter", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		proof, err := w.door.ProvePassphrase(ctx, w.look(p.mail), p.passphrase, w.code(p), home, w.now)
		must(t, err)
		_, err = w.book.BumpPerson(ctx, nil, p.id)
		must(t, err)
		_, err = w.door.Enter(ctx, nil, proof, w.now)
		refused(t, err, "signin.wrong")
	})
	t.Run("the first page tells the last sign-in and what went wrong since", func(t *testing.T) {
		w := newTown(t)
		p := w.nele()
		w.signIn(p)
		before := w.now
		w.later(time.Hour)
		must(t, w.door.Fail(ctx, nil, w.look(p.mail), w.now))
		w.later(time.Hour)
		proof, err := w.door.ProvePassphrase(ctx, w.look(p.mail), p.passphrase, w.code(p), home, w.now)
		must(t, err)
		e, err := w.door.Enter(ctx, nil, proof, w.now)
		must(t, err)
		if !e.Last.Equal(before) || e.Failures != 1 {
			t.Fatalf("last %v, failures %d", e.Last, e.Failures)
		}
	})
}

func TestW1_MailAloneRestoresNothing(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	e, code := w.invite(p.mail, livc.Coordinator)
	g, err := w.door.GuessCode(ctx, nil, e.ID, code, w.now)
	must(t, err)

	t.Run("who reads the mail and knows a code makes no new keys for an account", func(t *testing.T) {
		_, err := w.door.BeginEnrolling(ctx, g, "", w.now)
		refused(t, err, "enrol.sign_in_first")
	})
	t.Run("and joins with no other person's session", func(t *testing.T) {
		other := person{mail: "other@town.be"}
		s := w.finish(w.withRecovery(w.withPassphrase(w.enrolling(other.mail), &other), &other), &other)
		_, err := w.door.Join(ctx, nil, g, s, w.now)
		refused(t, err, "enrol.other_account")
	})
	t.Run("the passphrase of before a change opens nothing", func(t *testing.T) {
		s := w.signIn(p)
		k := w.page(s.Cookie())
		must(t, k.SetPassphrase(ctx, "een heel ander gezegde van thuis", w.now))
		entry, err := w.door.FinishKit(ctx, nil, k)
		must(t, err)
		_, err = w.door.Renew(ctx, entry, s, w.now)
		must(t, err)
		w.later(time.Minute)
		_, err = w.door.ProvePassphrase(ctx, w.look(p.mail), p.passphrase, w.code(p), home, w.now)
		refused(t, err, "signin.wrong")
	})
}

func TestW7_EveryWrongSignInAnswersAlike(t *testing.T) {
	w := newTown(t)
	p := w.nele()
	try := func(mail, passphrase, code string) error {
		_, err := w.door.ProvePassphrase(ctx, w.look(mail), passphrase, code, home, w.now)
		return err
	}
	want := livc.Invalid("signin.wrong")
	answers := map[string]error{
		"unknown account":    try("nobody@town.be", p.passphrase, w.code(p)),
		"wrong passphrase":   try(p.mail, "iets anders dan het hoort", w.code(p)),
		"wrong code":         try(p.mail, p.passphrase, "000000"),
		"no code":            try(p.mail, p.passphrase, ""),
		"both wrong":         try(p.mail, "", "12"),
		"recovery of nobody": recoveryOf(w, "nobody@town.be", p.recovery),
		"wrong recovery":     recoveryOf(w, p.mail, "0000-0000"),
	}
	for name, err := range answers {
		if !reflect.DeepEqual(err, error(want)) {
			t.Errorf("%s answers %v", name, err)
		}
	}
	t.Run("an unknown account costs a derivation too", func(t *testing.T) {
		full := newTown(t)
		full.door.admission = &Admission{places: make(chan struct{})} // no place ever comes free
		full.door.admission.waiting.Store(queueLength)
		_, err := full.door.ProvePassphrase(ctx, full.look("nobody@town.be"), "x", "", home, full.now)
		refused(t, err, "signin.busy")
	})
	t.Run("failures of unknown accounts are noted too", func(t *testing.T) {
		must(t, w.door.Fail(ctx, nil, w.look("nobody@town.be"), w.now))
		if len(w.book.failures) != 1 {
			t.Fatal("an unknown account leaves no trace")
		}
	})
}

func recoveryOf(w *town, mail, code string) error {
	_, err := w.door.ProveRecovery(ctx, w.look(mail), code, home, w.now)
	return err
}

func TestAccount(t *testing.T) {
	w := newTown(t)
	t.Run("one mail address, however typed, is one account", func(t *testing.T) {
		if w.look(" Nele@Town.be ").account != w.look("nele@town.be").account {
			t.Fatal("case and space make another account")
		}
	})
	t.Run("another installation has other account keys", func(t *testing.T) {
		if newTown(t).look("nele@town.be").account == w.look("nele@town.be").account {
			t.Fatal("the key does not depend on the service key")
		}
	})
	for _, bad := range []string{"", "nele", "Nele <nele@town.be>", "a@b.be, c@d.be", "a@b.be\r\nBcc: c@d.be"} {
		t.Run("is no mail address: "+bad, func(t *testing.T) {
			_, err := w.door.Look(ctx, nil, livc.NewContact(bad))
			refused(t, err, "mail.invalid")
		})
	}
}
