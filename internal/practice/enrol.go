package practice

import (
	"fmt"
	"strings"
	"time"

	"github.com/pquerna/otp/totp"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// enrol lets a person make keys as everybody does: a link and a spoken code, a passphrase with a second
// factor, a printed recovery code. The practice unlocker comes on top of those, so that one click is
// the ordinary unlock (settled 26).
func (p *play) enrol(x seed.PracticePerson, hat livc.ID) error {
	e, code, err := p.invite(x, hat)
	if err != nil {
		return fmt.Errorf("invite %s: %w", x.Stem, err)
	}
	now := p.Clock.Wall()
	k, err := p.guess(e, code, now)
	if err != nil {
		return fmt.Errorf("begin to enrol %s: %w", x.Stem, err)
	}
	defer k.Drop()
	if err := p.makeKeys(k, now); err != nil {
		return fmt.Errorf("make the keys of %s: %w", x.Stem, err)
	}
	s, err := p.finish(k, now)
	if err != nil {
		return fmt.Errorf("enrol %s: %w", x.Stem, err)
	}
	return p.sit(x, s, hat, now)
}

// record is a deed of the system in the log of the installation.
func (p *play) record(a access.Action, person livc.ID, f func(*deed.Tx) error) error {
	by := deed.By{Actor: livc.Actor{Livc: livc.Installation, Person: person, Function: livc.System}}
	return p.Gate.Do(p.ctx, by, a, access.Whole(livc.Installation), f)
}

func (p *play) invite(x seed.PracticePerson, hat livc.ID) (e identity.Enrolment, code string, err error) {
	seat := identity.Seat{Livc: p.livc, Controller: p.places[x.At], Hat: hat, Function: livc.Function(x.Function)}
	err = p.record(access.Enrol, "", func(tx *deed.Tx) error {
		e, code, err = p.Door.Invite(tx.Context(), tx.Handle(), seat, livc.NewContact(x.Name), mailOf(x), p.Clock.Wall())
		return err
	})
	return e, code, err
}

func (p *play) guess(e identity.Enrolment, code string, now time.Time) (k *identity.Kit, err error) {
	var g identity.Guess
	err = p.record(access.GuessCode, "", func(tx *deed.Tx) error {
		g, err = p.Door.GuessCode(tx.Context(), tx.Handle(), e.ID, code, now)
		return err
	})
	if err == nil {
		err = g.Refusal()
	}
	if err != nil {
		return nil, err
	}
	s, err := p.Door.BeginEnrolling(p.ctx, g, "", now)
	if err != nil {
		return nil, err
	}
	err = p.People.Read(p.ctx, func(tx identity.Tx) error {
		k, err = p.Door.ResumeKit(p.ctx, tx, s.Cookie(), now)
		return err
	})
	return k, err
}

// makeKeys makes the unlockers. Nobody keeps the passphrase of an invented person.
func (p *play) makeKeys(k *identity.Kit, now time.Time) error {
	passphrase, err := livc.NewID(p.Gate.Rand)
	if err != nil {
		return err
	}
	if err := k.SetPassphrase(p.ctx, string(passphrase), now); err != nil {
		return err
	}
	secret, _, err := k.ProposeTOTP()
	if err != nil {
		return err
	}
	code, err := totp.GenerateCode(secret, now)
	if err != nil {
		return fmt.Errorf("read the second factor: %w", err)
	}
	if err := k.ProveTOTP(code, now); err != nil {
		return err
	}
	if err := keepPaper(k, now); err != nil {
		return err
	}
	return k.AddPractice(now)
}

// keepPaper prints the recovery code and types the asked groups back.
func keepPaper(k *identity.Kit, now time.Time) error {
	printed, err := k.PrintRecovery()
	if err != nil {
		return err
	}
	groups := strings.FieldsFunc(printed, func(r rune) bool { return r == '-' || r == ' ' })
	var typed []string
	for _, n := range k.Asked() {
		typed = append(typed, groups[n-1])
	}
	return k.KeepRecovery(typed, now)
}

func (p *play) finish(k *identity.Kit, now time.Time) (s *identity.Session, err error) {
	var out identity.Enrolled
	err = p.record(access.Enrol, k.Session().Row.Person, func(tx *deed.Tx) error {
		out, err = p.Door.FinishEnrolling(tx.Context(), tx.Handle(), k, now)
		return err
	})
	if err != nil {
		return nil, err
	}
	out.Hat.Wipe()
	return p.Door.Begin(p.ctx, out.Entry, k.Session().Cookie(), now)
}

// sit puts on the hat and makes its keys known to the LIVC R.
func (p *play) sit(x seed.PracticePerson, s *identity.Session, hat livc.ID, now time.Time) error {
	err := p.People.Read(p.ctx, func(tx identity.Tx) error { return p.Door.ChooseHat(p.ctx, tx, s, p.livc, hat) })
	if err != nil {
		return err
	}
	keys, err := s.Keyring(now)
	if err != nil {
		return err
	}
	p.players[x.Stem] = player{x, deed.By{Actor: s.Actor(), Keys: keys}, s}
	return p.Support.Enrol(p.ctx, p.livc, hat, s.Row.Person, keys)
}
