package identity

import (
	"context"
	"encoding/base64"
	"fmt"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Session is a browser that is signed in. Its secret stands in the cookie only. Dutch: sessie.
type Session struct {
	Row        SessionRow
	Attendance Attendance
	door       *Door
	secret     []byte
}

// Cookie is the value of the session cookie. It carries no Max-Age: it ends with the browser.
func (s *Session) Cookie() string { return base64.RawURLEncoding.EncodeToString(s.secret) }

func parseCookie(cookie string) ([]byte, bool) {
	b, err := base64.RawURLEncoding.DecodeString(cookie)
	return b, err == nil && len(b) == 32
}

// Actor is who acts in this session; without a chosen hat, a person only.
func (s *Session) Actor() livc.Actor {
	r := s.Row
	return livc.Actor{Livc: r.Livc, Person: r.Person, Hat: r.Hat, Controller: r.Controller, Function: r.Function}
}

// NeedFresh refuses unless the person unlocked within five minutes: export, grants, manifests,
// keys, the feedback sheet, extension, opening a meeting.
func (s *Session) NeedFresh(now time.Time) error {
	if s.Row.IsFresh(now) {
		return nil
	}
	return locked("session.step_up")
}

func locked(key string) error { return &livc.Error{Kind: livc.LockedKind, Key: key} }

// Master opens the master key for the step at hand; the caller wipes it.
func (s *Session) Master() (*seal.Master, error) {
	inner, err := s.door.ring.Unwrap(s.door.base, SessionTable, s.Row.ID, s.Row.Wrapped)
	if err != nil {
		return nil, fmt.Errorf("open the epoch layer of a session: %w", err)
	}
	m, err := seal.UnwrapSession(s.door.base, s.secret, inner)
	if err != nil {
		return nil, fmt.Errorf("open a session: %w", err)
	}
	return m, nil
}

// pressStep is how often a press is written down at most: the idle time counts from a press that may be so
// much older than the last one. A page of many parts would write as often as it has parts.
const pressStep = 5 * time.Second

// Press notes that the person did something, which starts the idle time anew. A page that refreshes
// itself is not a press.
func (s *Session) Press(ctx context.Context, now time.Time) error {
	if since := now.Sub(s.Row.Touched); since >= 0 && since < pressStep {
		return nil
	}
	s.Row.Touched = now
	return s.door.sessions.Touch(ctx, s.Row.ID, now)
}

// Show sets language and theme of the pages.
func (s *Session) Show(ctx context.Context, language livc.Language, theme string) error {
	s.Row.Language, s.Row.Theme = language, theme
	return s.door.sessions.Save(ctx, s.Row)
}

// Leave signs out: the row and the keys in memory are gone.
func (s *Session) Leave(ctx context.Context) error {
	s.door.keyrings.drop(s.Row.ID)
	return s.door.sessions.Delete(ctx, s.Row.ID)
}

// newSession draws a secret and wraps m under it. The secret never comes from the browser, so that
// nobody can fix it beforehand (W6).
func (d *Door) newSession(r SessionRow, m *seal.Master) *Session {
	s := &Session{Row: r, door: d, secret: seal.NewSessionSecret()}
	s.Row.ID = seal.SessionID(s.secret)
	s.Row.Wrapped = d.ring.Wrap(d.base, SessionTable, s.Row.ID, seal.WrapSession(d.base, s.secret, m))
	return s
}
