package store

import (
	"context"
	_ "embed"
	"time"

	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

//go:embed volatile/session.sql
var volatile string

// makeVolatile makes the tables that may be lost at any moment.
func (d *DB) makeVolatile(ctx context.Context) error {
	_, err := d.session.ExecContext(ctx, spoken(d.engine.name(), volatile))
	return err
}

// Sessions keeps sessions, forms on their way and challenges in the volatile database.
type Sessions struct{ db *DB }

var (
	_ identity.Sessions = Sessions{}
	_ identity.Once     = Sessions{}
)

// NewSessions gives the volatile half of signing in.
func NewSessions(db *DB) Sessions { return Sessions{db} }

const (
	qInsertSession = `INSERT INTO session (livc, id, person, stage, wrapped, draft, begun, touched, fresh, hat_livc, controller, hat,
		function, person_generation, hat_generation, language, theme)
		VALUES ('0', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`
	qFindSession = `SELECT id, person, stage, wrapped, draft, begun, touched, fresh, hat_livc, controller, hat, function,
		person_generation, hat_generation, language, theme FROM session WHERE livc = '0' AND id = $1`
	qSaveSession = `UPDATE session SET person = $2, stage = $3, wrapped = $4, draft = $5, begun = $6, touched = $7, fresh = $8,
		hat_livc = $9, controller = $10, hat = $11, function = $12, person_generation = $13, hat_generation = $14, language = $15,
		theme = $16 WHERE livc = '0' AND id = $1`
	qTouchSession  = `UPDATE session SET touched = $2 WHERE livc = '0' AND id = $1`
	qDropSession   = `DELETE FROM session WHERE livc = '0' AND id = $1`
	qDropSessions  = `DELETE FROM session WHERE livc = '0' AND person = $1 AND id <> $2`
	qCountSessions = `SELECT count(*) FROM session WHERE livc = '0'`
	qSweepSessions = `DELETE FROM session WHERE livc = '0' AND begun < $1`
)

func columns(r identity.SessionRow) []any {
	return a(r.ID, r.Person, string(r.Stage), r.Wrapped, r.Draft, micro(r.Begun), micro(r.Touched), micro(r.Fresh), r.Livc, r.Controller,
		r.Hat, string(r.Function), r.PersonGeneration, r.HatGeneration, string(r.Language), r.Theme)
}

// Insert stores a session.
func (s Sessions) Insert(ctx context.Context, r identity.SessionRow) error {
	_, err := s.exec(ctx, qInsertSession, columns(r)...)
	return err
}

// Find gives a session; NotFound when there is none.
func (s Sessions) Find(ctx context.Context, id string) (r identity.SessionRow, err error) {
	var begun, touched, fresh int64
	err = s.one(ctx, qFindSession, a(id), &r.ID, &r.Person, &r.Stage, &r.Wrapped, &r.Draft, &begun, &touched, &fresh,
		&r.Livc, &r.Controller, &r.Hat, &r.Function, &r.PersonGeneration, &r.HatGeneration, &r.Language, &r.Theme)
	r.Begun, r.Touched, r.Fresh = moment(begun), moment(touched), moment(fresh)
	return r, err
}

// Save replaces a session; one that is gone stays gone.
func (s Sessions) Save(ctx context.Context, r identity.SessionRow) error {
	n, err := s.exec(ctx, qSaveSession, columns(r)...)
	if err == nil && n == 0 {
		return livc.NotFound()
	}
	return err
}

// Touch notes a press.
func (s Sessions) Touch(ctx context.Context, id string, at time.Time) error {
	_, err := s.exec(ctx, qTouchSession, id, micro(at))
	return err
}

// Count tells how many sessions are kept.
func (s Sessions) Count(ctx context.Context) (n int, err error) {
	return n, s.one(ctx, qCountSessions, nil, &n)
}

// Delete ends a session.
func (s Sessions) Delete(ctx context.Context, id string) error {
	_, err := s.exec(ctx, qDropSession, id)
	return err
}

// DeleteForPerson ends all sessions of a person but one.
func (s Sessions) DeleteForPerson(ctx context.Context, person livc.ID, but string) error {
	_, err := s.exec(ctx, qDropSessions, person, but)
	return err
}
