package store

import (
	"context"
	"iter"
	"math"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

const qLeaves = `SELECT idx, nonce, payload, commitment FROM log_leaf WHERE livc = $1 AND idx >= $2 ORDER BY idx LIMIT 1000`

// Leaves streams the log of a LIVC R in order, a thousand rows at a time.
func (d *DB) Leaves(ctx context.Context, id livc.ID) iter.Seq2[audit.Row, error] {
	return d.LeavesUntil(ctx, id, math.MaxInt64)
}

// LeavesUntil streams the first leaves of a log, as many as a head that was read before counts: while
// it streams, others may append.
func (d *DB) LeavesUntil(ctx context.Context, id livc.ID, size int64) iter.Seq2[audit.Row, error] {
	return func(yield func(audit.Row, error) bool) {
		for from := int64(0); from < size; {
			page, err := d.leaves(ctx, id, from)
			if err != nil {
				yield(audit.Row{}, err)
				return
			}
			for _, r := range page {
				if r.Index >= size || !yield(r, nil) {
					return
				}
			}
			if len(page) == 0 {
				return
			}
			from = page[len(page)-1].Index + 1
		}
	}
}

func (d *DB) leaves(ctx context.Context, id livc.ID, from int64) (page []audit.Row, err error) {
	err = d.Read(ctx, func(v deed.Vault) error {
		page, err = many(ctx, v.(*batch).handle, qLeaves, a(id, from), func(s scanner) (r audit.Row, err error) {
			var commitment []byte
			err = s.Scan(&r.Index, &r.Nonce, &r.Payload, &commitment)
			copy(r.Commitment[:], commitment)
			return r, err
		})
		return err
	})
	return page, err
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
