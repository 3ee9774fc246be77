package store

import (
	"context"

	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

const (
	qInsertEnrolment = `INSERT INTO enrolment (livc, id, hat_livc, controller, hat, function, name, mail, code, until_at)
		VALUES ('0', $1, $2, $3, $4, $5, $6, $7, $8, $9)`
	qEnrolment = `SELECT hat_livc, controller, hat, function, name, mail, code, guesses, until_at, done_at
		FROM enrolment WHERE livc = '0' AND id = $1`
	qSaveEnrolment = `UPDATE enrolment SET guesses = $2, done_at = $3 WHERE livc = '0' AND id = $1`
)

// InsertEnrolment opens a door for one person to one seat.
func (p *Identity) InsertEnrolment(ctx context.Context, tx identity.Tx, e identity.Enrolment) error {
	_, err := in(tx).exec(ctx, qInsertEnrolment, e.ID, e.Seat.Livc, e.Seat.Controller, e.Seat.Hat, e.Seat.Function,
		p.seal("enrolment", e.ID, "name", e.Name), p.seal("enrolment", e.ID, "mail", e.Mail), e.CodeHash, micro(e.Until))
	return err
}

// Enrolment finds one by the id in its link.
func (p *Identity) Enrolment(ctx context.Context, tx identity.Tx, id livc.ID) (identity.Enrolment, error) {
	e := identity.Enrolment{ID: id}
	var name, mail []byte
	var until, done int64
	err := in(tx).one(ctx, qEnrolment, a(id), &e.Seat.Livc, &e.Seat.Controller, &e.Seat.Hat, &e.Seat.Function, &name, &mail,
		&e.CodeHash, &e.Guesses, &until, &done)
	if err != nil {
		return e, err
	}
	e.Until, e.Done = moment(until), moment(done)
	e.Name, e.Mail, err = p.open("enrolment", id, name, mail)
	return e, err
}

// SaveEnrolment writes guesses and the end.
func (p *Identity) SaveEnrolment(ctx context.Context, tx identity.Tx, e identity.Enrolment) error {
	return in(tx).change(ctx, qSaveEnrolment, e.ID, e.Guesses, micro(e.Done))
}
