package bench

import (
	"fmt"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// company is somebody of a service that works in many towns: one account, and in every LIVC R that sits a
// hat with keys of its own. An account for each hat would take 480 derivations to fill; what a meeting costs
// hangs on hats, their keys and their sessions.
type company struct {
	mail   string
	person livc.ID
}

// sits tells whether a meeting will sit in a LIVC R, also while that is founded.
func (f *filling) sits(w *storetest.Town) bool {
	i := slices.Index(f.towns, w)
	if i < 0 {
		i = len(f.towns)
	}
	return i > 0 && i <= mostMeetings
}

// joins gives a hat to the next one who has none yet in this LIVC R.
func (f *filling) joins(w *storetest.Town, seat identity.Seat) (person livc.ID, keys deed.Keys) {
	n := f.joined[w.Livc]
	f.joined[w.Livc]++
	var s *identity.Session
	if n == len(f.others) {
		a := &account{Mail: fmt.Sprintf("%s@bench.example", seat.Hat), Hat: seat.Hat}
		s = f.enrol(w, a, seat)
		f.others = append(f.others, company{a.Mail, s.Row.Person})
	} else {
		s = f.join(f.others[n], seat)
	}
	keys, err := s.Keyring(f.house.Clock.Wall())
	must(err)
	return s.Row.Person, keys
}

// join adds a hat to who has an account.
func (f *filling) join(c company, seat identity.Seat) *identity.Session {
	s, g := f.signsIn(c.person), f.invited(seat, c.mail)
	f.record(access.Enrol, c.person, func(tx *deed.Tx) error {
		_, err := f.house.Door.Join(tx.Context(), tx.Handle(), g, s, f.house.Clock.Wall())
		return err
	})
	f.puts(s, seat.Livc, seat.Hat)
	return s
}

// session signs somebody in once more, in another browser.
func (f *filling) session(by deed.By) (cookie string) {
	s := f.signsIn(by.Person)
	f.puts(s, by.Livc, by.Hat)
	return s.Cookie()
}

// signsIn goes in by the entry of practice, without a derivation.
func (f *filling) signsIn(person livc.ID) *identity.Session {
	ctx, now, h := f.b.Context(), f.house.Clock.Wall(), f.house
	var c identity.Candidate
	must(h.People.Read(ctx, func(tx identity.Tx) (err error) { c, err = h.Door.LookPractice(ctx, tx, person); return err }))
	proof, err := h.Door.ProvePractice(c, now)
	must(err)
	var e identity.Entry
	f.record(access.SignIn, person, func(tx *deed.Tx) (err error) {
		e, err = h.Door.Enter(tx.Context(), tx.Handle(), proof, now)
		return err
	})
	s, err := h.Door.Begin(ctx, e, "", now)
	must(err)
	return s
}
