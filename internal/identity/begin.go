package identity

import (
	"context"
	"time"

	"beraad.eu/internal/seal"
)

// Begin opens a session after the commit of Enter, forgets the master key, and ends whatever session
// the browser came with.
func (d *Door) Begin(ctx context.Context, e Entry, presented string, now time.Time) (*Session, error) {
	r := SessionRow{Begun: now, Language: e.proof.person.Language}
	return d.begin(ctx, e, r, presented, now)
}

// Renew gives a session that stepped up, or whose keys changed, a new cookie. Hat, pages and
// absolute end stay; only the same person may.
func (d *Door) Renew(ctx context.Context, e Entry, s *Session, now time.Time) (*Session, error) {
	if e.proof.person.ID != s.Row.Person {
		e.proof.Drop()
		return nil, wrong()
	}
	return d.begin(ctx, e, s.Row, s.Cookie(), now)
}

func (d *Door) begin(ctx context.Context, e Entry, r SessionRow, presented string, now time.Time) (*Session, error) {
	defer e.proof.Drop()
	if err := d.end(ctx, presented); err != nil {
		return nil, err
	}
	r.Person, r.PersonGeneration = e.proof.person.ID, e.proof.person.Generation
	r.Stage, r.Draft, r.Touched, r.Fresh = e.proof.stage, nil, now, now
	s := d.newSession(r, e.proof.master)
	return s, d.sessions.Insert(ctx, s.Row)
}

// end deletes the session of a cookie, if there is one.
func (d *Door) end(ctx context.Context, cookie string) error {
	secret, ok := parseCookie(cookie)
	if !ok {
		return nil
	}
	return (&Session{Row: SessionRow{ID: seal.SessionID(secret)}, door: d}).Leave(ctx)
}
