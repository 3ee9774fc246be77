package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Stone is a tombstone as who runs the machine checks it. Dutch: grafsteen van wat gewist is.
type Stone struct {
	ID, Object  livc.ID
	Kind, Cause string
	Day         livc.Day
	Certificate []byte
}

const qStones = `SELECT id, object, kind, cause, day, certificate FROM tombstone WHERE livc = $1 ORDER BY at, id`

// Stones lists the tombstones of a LIVC R, the oldest first.
func (d *DB) Stones(ctx context.Context, id livc.ID) ([]Stone, error) {
	return read(ctx, d, qStones, a(id), func(s scanner) (t Stone, err error) {
		return t, s.Scan(&t.ID, &t.Object, &t.Kind, &t.Cause, &t.Day, &t.Certificate)
	})
}

const (
	qLeftCase      = `SELECT count(*) FROM casus WHERE livc = $1 AND id = $2`
	qLeftOfCase    = `SELECT count(*) FROM container WHERE livc = $1 AND case_id = $2 AND kind <> 'dossier'`
	qLeftDossier   = `SELECT count(*) FROM dossier WHERE livc = $1 AND id = $2`
	qLeftInOffices = `SELECT count(*) FROM record WHERE livc = $1 AND id = $2 AND container` + qOfficesOfLivc
	qLeftOfHat     = `SELECT count(*) FROM key_grant WHERE livc = $1 AND hat = $2`
)

// leftOf are the queries that count what may not be there any more of something that was erased: its row, the
// containers of its keys, its text with the mayor. The row of a referral that was taken back stays without text.
var leftOf = map[string][]string{
	"case":     {qLeftCase, qLeftOfCase, qLeftInOffices},
	"dossier":  {qLeftDossier},
	"referral": {qLeftInOffices},
	"hat":      {qLeftOfHat},
}

// Left counts what is left of something that was erased; 0 is as it should be.
func (d *DB) Left(ctx context.Context, id livc.ID, s Stone) (n int, err error) {
	err = d.Read(ctx, func(v deed.Vault) error {
		n = 0
		for _, q := range leftOf[s.Kind] {
			var found int
			if err := v.(*batch).one(ctx, q, a(id, s.Object), &found); err != nil {
				return err
			}
			n += found
		}
		return nil
	})
	return n, err
}
