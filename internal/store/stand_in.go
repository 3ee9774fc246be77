package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

const (
	qInsertStandIn = `INSERT INTO stand_in (livc, id, hat, by_hat, from_day, until_day) VALUES ($1, $2, $3, $4, $5, $6)`
	qStandIns      = `SELECT id, hat, by_hat, from_day, until_day FROM stand_in WHERE livc = $1 ORDER BY until_day, id`
	qTicks         = `SELECT mark FROM stand_in_tick WHERE livc = $1 AND stand_in = $2`
	qTick          = `INSERT INTO stand_in_tick (livc, stand_in, mark) VALUES ($1, $2, $3) ON CONFLICT (livc, stand_in, mark) DO NOTHING`
	qUntick        = `DELETE FROM stand_in_tick WHERE livc = $1 AND stand_in = $2 AND mark = $3`

	qStandInsOf      = ` IN (SELECT s.id FROM stand_in s WHERE s.livc = $1 AND s.hat = $2)`
	qStandInsOver    = ` IN (SELECT s.id FROM stand_in s WHERE s.livc = $1 AND s.until_day < $2)`
	qDropTicksOf     = `DELETE FROM stand_in_tick WHERE livc = $1 AND stand_in` + qStandInsOf
	qDropStandIn     = `DELETE FROM stand_in WHERE livc = $1 AND hat = $2`
	qDropTicksOver   = `DELETE FROM stand_in_tick WHERE livc = $1 AND stand_in` + qStandInsOver
	qDropStandInOver = `DELETE FROM stand_in WHERE livc = $1 AND until_day < $2`
)

// InsertStandIn stores an appointment.
func (Support) InsertStandIn(ctx context.Context, tx *deed.Tx, s support.StandIn) error {
	_, err := of(tx).exec(ctx, qInsertStandIn, tx.By.Livc, s.ID, s.Hat, s.By, s.From, s.Until)
	return err
}

// StandIns lists the appointments of the LIVC R.
func (Support) StandIns(ctx context.Context, tx *deed.Tx) ([]support.StandIn, error) {
	return many(ctx, of(tx), qStandIns, a(tx.By.Livc), func(s scanner) (r support.StandIn, err error) {
		return r, s.Scan(&r.ID, &r.Hat, &r.By, &r.From, &r.Until)
	})
}

// DropStandIn forgets the appointment of a hat, with what was ticked.
func (Support) DropStandIn(ctx context.Context, tx *deed.Tx, hat livc.ID) error {
	return all(ctx, tx, hat, qDropTicksOf, qDropStandIn)
}

// Ticks lists what a stand-in ticked.
func (Support) Ticks(ctx context.Context, tx *deed.Tx, standIn livc.ID) ([]string, error) {
	return many(ctx, of(tx), qTicks, a(tx.By.Livc, standIn), func(s scanner) (mark string, err error) { return mark, s.Scan(&mark) })
}

// Tick notes that something was ticked, or no longer is.
func (Support) Tick(ctx context.Context, tx *deed.Tx, standIn livc.ID, mark string, done bool) error {
	q := qUntick
	if done {
		q = qTick
	}
	_, err := of(tx).exec(ctx, q, tx.By.Livc, standIn, mark)
	return err
}

// DropStandIns forgets the appointments whose last day is over.
func (Processing) DropStandIns(ctx context.Context, tx *deed.Tx) error {
	for _, q := range []string{qDropTicksOver, qDropStandInOver} {
		if _, err := of(tx).exec(ctx, q, tx.By.Livc, tx.Today); err != nil {
			return err
		}
	}
	return nil
}
