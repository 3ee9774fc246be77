package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

const (
	qListHolders = `SELECT m.name, m.list, (SELECT count(*) FROM key_grant g WHERE g.livc = $1 AND g.container = m.list)
		FROM municipality m WHERE m.livc = $1 ORDER BY m.id`
	qHeldAlone = `SELECT c.kind, count(*) FROM container c WHERE c.livc = $1 AND c.kind IN ('dossier','sheet')
		AND (SELECT count(*) FROM key_grant g WHERE g.livc = $1 AND g.container = c.id) < 2 GROUP BY c.kind`
	qPeople      = `SELECT id FROM person WHERE livc = '0' ORDER BY id`
	qOutbox      = `SELECT state, count(*) FROM outbox WHERE livc = $1 AND state <> 'sent' GROUP BY state`
	qLastLeaf    = `SELECT idx FROM log_leaf WHERE livc = $1 ORDER BY idx DESC LIMIT 1`
	qCheckpoints = `SELECT note FROM checkpoint WHERE livc = $1 ORDER BY size`
)

// ListHolders is how many hold the list of a municipality; Minted is no until the mayor's first session.
type ListHolders struct {
	Municipality string
	Minted       bool
	Holders      int
}

// ListHolders tells of every list in a LIVC R how many hold it.
func (d *DB) ListHolders(ctx context.Context, id livc.ID) ([]ListHolders, error) {
	return read(ctx, d, qListHolders, a(id), func(s scanner) (l ListHolders, err error) {
		var list string
		err = s.Scan(&l.Municipality, &list, &l.Holders)
		l.Minted = list != ""
		return l, err
	})
}

// HeldAlone counts the containers of a LIVC R that one person holds, by their kind.
func (d *DB) HeldAlone(ctx context.Context, id livc.ID) (map[livc.ContainerKind]int, error) {
	type line struct {
		kind livc.ContainerKind
		n    int
	}
	list, err := read(ctx, d, qHeldAlone, a(id), func(s scanner) (l line, err error) { return l, s.Scan(&l.kind, &l.n) })
	count := map[livc.ContainerKind]int{}
	for _, l := range list {
		count[l.kind] = l.n
	}
	return count, err
}

// Ways gives the unlockers of every person, for the doctor.
func (p *Identity) Ways(ctx context.Context) (all [][]identity.Unlocker, err error) {
	people, err := read(ctx, p.db, qPeople, nil, readID)
	if err != nil {
		return nil, err
	}
	err = p.Read(ctx, func(tx identity.Tx) error {
		for _, id := range people {
			list, err := p.UnlockersOf(ctx, tx, id)
			if err != nil {
				return err
			}
			all = append(all, list)
		}
		return nil
	})
	return all, err
}

// Outbox counts the mail of a LIVC R that did not leave, by its state.
func (d *DB) Outbox(ctx context.Context, id livc.ID) (map[string]int, error) {
	type line struct {
		state string
		n     int
	}
	list, err := read(ctx, d, qOutbox, a(id), func(s scanner) (l line, err error) { return l, s.Scan(&l.state, &l.n) })
	count := map[string]int{}
	for _, l := range list {
		count[l.state] = l.n
	}
	return count, err
}

// LeavesAtEnd is the number of leaves as the last one says; it must be the size in the head.
func (d *DB) LeavesAtEnd(ctx context.Context, id livc.ID) (int64, error) {
	list, err := read(ctx, d, qLastLeaf, a(id), func(s scanner) (n int64, err error) { return n, s.Scan(&n) })
	if err != nil || len(list) == 0 {
		return 0, err
	}
	return list[0] + 1, nil
}

// Checkpoints gives the signed checkpoints of a log, the oldest first.
func (d *DB) Checkpoints(ctx context.Context, id livc.ID) ([]string, error) {
	return read(ctx, d, qCheckpoints, a(id), func(s scanner) (note string, err error) { return note, s.Scan(&note) })
}

// read reads all rows of a query outside a deed: plain columns, for whoever runs the machine.
func read[T any](ctx context.Context, d *DB, q string, args []any, row func(scanner) (T, error)) (list []T, err error) {
	err = d.Read(ctx, func(v deed.Vault) error {
		list, err = many(ctx, v.(*batch).handle, q, args, row)
		return err
	})
	return list, err
}
