package identity

import (
	"context"
	"crypto/rand"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Enrolled is a person who just got keys, or just got a further hat: what the manifest needs.
type Enrolled struct {
	Seat Seat
	// Hat signs and opens; a founder signs the first manifest with it. The caller wipes it.
	Hat *seal.Hat
	// Entry is for Begin; empty after Join.
	Entry Entry
}

// BeginEnrolling starts the making of keys after a right code: a session of its own, with a new
// master key that exists nowhere else.
func (d *Door) BeginEnrolling(ctx context.Context, g Guess, presented string, now time.Time) (*Session, error) {
	if g.refusal != nil {
		return nil, g.refusal
	}
	if g.Known {
		return nil, livc.Conflict("enrol.sign_in_first")
	}
	person, err := livc.NewID(rand.Reader)
	if err != nil {
		return nil, err
	}
	if err := d.end(ctx, presented); err != nil {
		return nil, err
	}
	m := seal.NewMaster()
	defer m.Wipe()
	s := d.newSession(SessionRow{Person: person, Stage: EnrollingStage, Begun: now, Touched: now, Fresh: now}, m)
	state := kitState{Enrolment: g.enrolment.ID, Person: person, Name: g.enrolment.Mail.Reveal()}
	if err := s.keepKit(state); err != nil {
		return nil, err
	}
	return s, d.sessions.Insert(ctx, s.Row)
}

// FinishEnrolling stores person, unlockers and seat in one go, if the unlockers are enough and the
// enrolment is still open. After the commit the caller begins a session with Entry.
func (d *Door) FinishEnrolling(ctx context.Context, tx Tx, k *Kit, now time.Time) (Enrolled, error) {
	if err := Enough(k.state.Made); err != nil {
		return Enrolled{}, err
	}
	e, err := d.book.Enrolment(ctx, tx, k.state.Enrolment)
	if livc.KindOf(err) == livc.NotFoundKind || (err == nil && !e.Open(now)) {
		return Enrolled{}, livc.Invalid("enrol.closed")
	}
	if err != nil {
		return Enrolled{}, err
	}
	p, known, err := d.account(ctx, tx, e)
	if err != nil {
		return Enrolled{}, err
	}
	if known {
		return Enrolled{}, livc.Conflict("enrol.sign_in_first")
	}
	p.ID, p.Name, p.Mail, p.Generation = k.state.Person, e.Name, e.Mail, 1
	p.Language = k.session.Row.Language
	return d.store(ctx, tx, k, e, p, now)
}

func (d *Door) store(ctx context.Context, tx Tx, k *Kit, e Enrolment, p Person, now time.Time) (Enrolled, error) {
	if err := d.book.InsertPerson(ctx, tx, p); err != nil {
		return Enrolled{}, err
	}
	for _, u := range k.state.Made {
		if err := d.book.InsertUnlocker(ctx, tx, u); err != nil {
			return Enrolled{}, err
		}
	}
	out, err := d.take(ctx, tx, e, p.ID, k.master, now)
	if err != nil {
		return Enrolled{}, err
	}
	out.Entry, err = k.entry(p)
	return out, err
}

// take seats a person and closes the enrolment.
func (d *Door) take(ctx context.Context, tx Tx, e Enrolment, person livc.ID, m *seal.Master, now time.Time) (Enrolled, error) {
	seat := e.Seat
	seat.Person, seat.Generation, e.Done = person, 1, now
	if err := d.book.InsertSeat(ctx, tx, seat); err != nil {
		return Enrolled{}, err
	}
	if err := d.book.SaveEnrolment(ctx, tx, e); err != nil {
		return Enrolled{}, err
	}
	hat, err := d.hatOf(m, seat.Livc, seat.Controller, seat.Hat)
	return Enrolled{Seat: seat, Hat: hat}, err
}

// Join adds a hat to somebody who has an account and signed in: with the link sent to his address,
// the code, and a fresh unlock.
func (d *Door) Join(ctx context.Context, tx Tx, g Guess, s *Session, now time.Time) (Enrolled, error) {
	if g.refusal != nil {
		return Enrolled{}, g.refusal
	}
	if err := s.NeedFresh(now); err != nil {
		return Enrolled{}, err
	}
	p, known, err := d.account(ctx, tx, g.enrolment)
	if err != nil {
		return Enrolled{}, err
	}
	if !known || p.ID != s.Row.Person {
		return Enrolled{}, livc.Denied("enrol.other_account")
	}
	m, err := s.Master()
	if err != nil {
		return Enrolled{}, err
	}
	defer m.Wipe()
	return d.take(ctx, tx, g.enrolment, p.ID, m, now)
}
