package identity

import (
	"context"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Resume finds the open session of a cookie: not ended, and of the present generation of person and
// hat. Everything else is Locked; session.new_unlocker means that a recovery code was used and a new
// unlocker comes first.
func (d *Door) Resume(ctx context.Context, tx Tx, cookie string, now time.Time) (*Session, error) {
	s, err := d.find(ctx, tx, cookie, now)
	if err != nil {
		return nil, err
	}
	switch s.Row.Stage {
	case OpenStage:
		return s, d.current(ctx, tx, s)
	case RenewStage:
		return nil, locked("session.new_unlocker")
	}
	return nil, locked("session.over")
}

// find gives a session of any stage that is alive; one that is not loses its keys now.
func (d *Door) find(ctx context.Context, tx Tx, cookie string, now time.Time) (*Session, error) {
	secret, ok := parseCookie(cookie)
	if !ok {
		return nil, locked("session.over")
	}
	r, err := d.sessions.Find(ctx, seal.SessionID(secret))
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil, locked("session.over")
	}
	if err != nil {
		return nil, err
	}
	s := &Session{Row: r, door: d, secret: secret}
	if r.Hat != "" {
		if s.Attendance, err = d.book.Attendance(ctx, tx, r.Livc, r.Hat); err != nil {
			return nil, err
		}
	}
	if !r.Alive(s.Attendance, now) {
		return nil, d.over(ctx, s)
	}
	return s, nil
}

// current compares generations: leaving, a changed function and a changed unlocker end a session at
// its next request, whether or not its row could be deleted (settled question 11).
func (d *Door) current(ctx context.Context, tx Tx, s *Session) error {
	same, err := d.samePerson(ctx, tx, s.Row)
	if same && s.Row.Hat != "" {
		var seat Seat
		seat, err = d.book.Seat(ctx, tx, s.Row.Livc, s.Row.Hat)
		same = err == nil && seat.Generation == s.Row.HatGeneration && seat.Person == s.Row.Person && seat.Function == s.Row.Function
	}
	if err != nil && livc.KindOf(err) != livc.NotFoundKind {
		return err
	}
	if !same {
		return d.over(ctx, s)
	}
	return nil
}

// samePerson tells whether the account is as it was. Who visits has none: the seat alone says it.
func (d *Door) samePerson(ctx context.Context, tx Tx, r SessionRow) (bool, error) {
	if r.Function.Visits() {
		return true, nil
	}
	p, err := d.book.Person(ctx, tx, r.Person)
	return err == nil && p.Generation == r.PersonGeneration, err
}

// over takes the keys out of a session. The row stays, so that a form that was on its way can come
// back to the same person.
func (d *Door) over(ctx context.Context, s *Session) error {
	d.keyrings.drop(s.Row.ID)
	r := s.Row
	r.Stage, r.Wrapped, r.Draft = OverStage, nil, nil
	if err := d.sessions.Save(ctx, r); err != nil && livc.KindOf(err) != livc.NotFoundKind {
		return err
	}
	if r.Function.Visits() {
		return locked("session.visit_over")
	}
	return locked("session.over")
}

// EndOthers ends all other sessions of the person.
func (d *Door) EndOthers(ctx context.Context, s *Session) error {
	return d.sessions.DeleteForPerson(ctx, s.Row.Person, s.Row.ID)
}

// Sweep is for the clock: it deletes sessions past their absolute end and old drafts, and wipes keys
// that nobody used for a minute.
func (d *Door) Sweep(ctx context.Context, now time.Time) error {
	d.keyrings.sweep(now)
	return d.sessions.Sweep(ctx, now.Add(-absoluteLife), now)
}
