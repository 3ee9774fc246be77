package store

import (
	"context"
	"fmt"
	"iter"
	"math"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/store/lite"
	"beraad.eu/livc"
)

const qLeaves = `SELECT idx, nonce, payload, commitment, about FROM log_leaf WHERE livc = $1 AND idx < $2 ORDER BY idx`

// Leaves streams the log of a LIVC R in order, in one reading transaction. A row is valid until the next.
func (d *DB) Leaves(ctx context.Context, id livc.ID) iter.Seq2[audit.Row, error] {
	return d.LeavesUntil(ctx, id, math.MaxInt64)
}

// LeavesUntil streams the first leaves of a log, as many as a head that was read before counts: while
// it streams, others may append. A row is valid until the next.
func (d *DB) LeavesUntil(ctx context.Context, id livc.ID, size int64) iter.Seq2[audit.Row, error] {
	return func(yield func(audit.Row, error) bool) {
		stopped := false
		err := d.Read(ctx, func(v deed.Vault) error {
			return v.(*batch).each(ctx, qLeaves, a(id, size), func(s scanner) (bool, error) {
				r, err := leaf(s)
				stopped = err == nil && !yield(r, nil)
				return !stopped, err
			})
		})
		if err != nil && !stopped {
			yield(audit.Row{}, err)
		}
	}
}

// leaf reads a leaf; from SQLite without a copy.
func leaf(s scanner) (r audit.Row, err error) {
	if row, ok := s.(lite.Row); ok {
		r = audit.Row{Index: row.Int(0), Nonce: row.Bytes(1), Payload: row.Bytes(2)}
		if n := copy(r.Commitment[:], row.Bytes(3)); n != len(r.Commitment) {
			err = fmt.Errorf("leaf %d: a commitment of %d bytes", r.Index, n)
		}
		if about := row.Bytes(4); about != nil { // seldom: own dossiers only
			r.About = livc.ID(about)
		}
		return r, err
	}
	var commitment []byte
	err = s.Scan(&r.Index, &r.Nonce, &r.Payload, &commitment, &r.About)
	copy(r.Commitment[:], commitment)
	return r, err
}

// LogHead gives the last state of a log.
func (d *DB) LogHead(ctx context.Context, id livc.ID) (h deed.Head, err error) {
	err = d.Read(ctx, func(v deed.Vault) error {
		var frontier []byte
		var last int64
		b := v.(*batch)
		if err := b.one(ctx, qHead, a(id), &frontier, &last); err != nil {
			return err
		}
		h.LastAt = moment(last)
		return h.Frontier.UnmarshalBinary(frontier)
	})
	return h, err
}
