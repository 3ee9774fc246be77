package store

import (
	"context"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

const (
	qInstall      = `INSERT INTO installation (livc, id, practice, clock_offset, created_at) VALUES ('0', $1, $2, 0, $3)`
	qInstallation = `SELECT id, practice, clock_offset FROM installation WHERE livc = '0'`
	qSetOffset    = `UPDATE installation SET clock_offset = $1 WHERE livc = '0'`
)

// Installation is what a database says about itself.
type Installation struct {
	ID       string
	Practice bool
	Offset   time.Duration // of the civil clock
}

// Install marks an empty database as an installation of one kind; the kind never changes.
func (d *DB) Install(ctx context.Context, id string, practice bool, at time.Time) error {
	return d.Write(ctx, "", func(b deed.Batch) error {
		_, err := b.Handle().(handle).exec(ctx, qInstall, id, practice, micro(at))
		return err
	})
}

// Installation gives what Install wrote; NotFound for an empty database.
func (d *DB) Installation(ctx context.Context) (i Installation, err error) {
	err = d.Read(ctx, func(v deed.Vault) error {
		var offset int64
		err := v.(*batch).one(ctx, qInstallation, nil, &i.ID, &i.Practice, &offset)
		i.Offset = time.Duration(offset) * time.Microsecond
		return err
	})
	return i, err
}

// SetOffset keeps how far the civil clock of a practice installation runs ahead.
func (d *DB) SetOffset(ctx context.Context, tx *deed.Tx, offset time.Duration) error {
	return of(tx).change(ctx, qSetOffset, offset.Microseconds())
}

// LivcRs lists the LIVC R's of this installation.
func (d *DB) LivcRs(ctx context.Context) (list []livc.ID, err error) {
	err = d.Read(ctx, func(v deed.Vault) error {
		list, err = many(ctx, v.(*batch).handle, qLivcRs, nil, readID)
		return err
	})
	return list, err
}

// qLivcRs is the one list over all LIVC R's: jobs go through them one by one.
const qLivcRs = `SELECT livc FROM livc_r WHERE state <> 'ended' ORDER BY livc`
