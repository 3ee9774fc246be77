package store

import (
	"context"

	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

const (
	qInsertUnlocker = `INSERT INTO unlocker (livc, id, person, kind, wrapped, factor, step, made_at, used_at)
		VALUES ('0', $1, $2, $3, $4, $5, $6, $7, $8)`
	qUnlockersOf = `SELECT id, person, kind, wrapped, factor, step, made_at, used_at FROM unlocker
		WHERE livc = '0' AND person = $1 ORDER BY made_at, id`
	qSaveUnlocker   = `UPDATE unlocker SET factor = $2, step = $3, used_at = $4 WHERE livc = '0' AND id = $1`
	qDeleteUnlocker = `DELETE FROM unlocker WHERE livc = '0' AND person = $1 AND id = $2`
)

// InsertUnlocker stores one way in.
func (p *Identity) InsertUnlocker(ctx context.Context, tx identity.Tx, u identity.Unlocker) error {
	_, err := in(tx).exec(ctx, qInsertUnlocker, u.ID, u.Person, string(u.Kind), u.Wrapped, u.Factor, u.Step, micro(u.Made), micro(u.Used))
	return err
}

// UnlockersOf lists the ways in of a person by age.
func (p *Identity) UnlockersOf(ctx context.Context, tx identity.Tx, person livc.ID) ([]identity.Unlocker, error) {
	return many(ctx, in(tx), qUnlockersOf, a(person), func(s scanner) (u identity.Unlocker, err error) {
		var made, used int64
		err = s.Scan(&u.ID, &u.Person, &u.Kind, &u.Wrapped, &u.Factor, &u.Step, &made, &used)
		u.Made, u.Used = moment(made), moment(used)
		return u, err
	})
}

// SaveUnlocker writes what using one changes.
func (p *Identity) SaveUnlocker(ctx context.Context, tx identity.Tx, u identity.Unlocker) error {
	return in(tx).change(ctx, qSaveUnlocker, u.ID, u.Factor, u.Step, micro(u.Used))
}

// DeleteUnlocker takes one way in away.
func (p *Identity) DeleteUnlocker(ctx context.Context, tx identity.Tx, person, id livc.ID) error {
	return in(tx).change(ctx, qDeleteUnlocker, person, id)
}
