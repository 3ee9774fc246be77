package store

import (
	"context"
	"math"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/livc"
)

const (
	qLeavesAbout = `SELECT idx, payload FROM log_leaf WHERE livc = $1 AND about IN ($2, $3) AND about <> '' AND idx < $4 AND payload IS NOT NULL
		ORDER BY idx DESC LIMIT $5`
	qServiceOf = `SELECT o.name FROM hat h JOIN organisation o ON o.livc = h.livc AND o.id = h.organisation WHERE h.livc = $1 AND h.id = $2`
)

// LeavesAbout gives the newest leaves about an own dossier or its container, before an index; 0 is from
// the last. A leaf whose payload has expired says nothing any more.
func (Processing) LeavesAbout(ctx context.Context, tx *deed.Tx, dossier, container livc.ID, before int64, n int) ([]processing.Look, error) {
	if before <= 0 {
		before = math.MaxInt64
	}
	return many(ctx, of(tx), qLeavesAbout, a(tx.By.Livc, dossier, container, before, n), func(s scanner) (l processing.Look, err error) {
		var payload []byte
		if err := s.Scan(&l.Index, &payload); err != nil {
			return l, err
		}
		l.Entry, err = audit.ParseEntry(payload)
		return l, err
	})
}

// ServiceOf gives the name of the organisation of a hat; "" when the hat is gone.
func (Processing) ServiceOf(ctx context.Context, tx *deed.Tx, hat livc.ID) (name string, err error) {
	err = of(tx).one(ctx, qServiceOf, a(tx.By.Livc, hat), &name)
	if livc.KindOf(err) == livc.NotFoundKind {
		return "", nil
	}
	return name, err
}
