package store

import (
	"context"
	"time"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/live"
	"beraad.eu/livc"
)

// batch is one transaction as the gate sees it.
type batch struct {
	handle
	stirred []live.At // on SQLite: who is told after the commit
}

var _ deed.Batch = (*batch)(nil)

// of gives the transaction of a deed to the functions of this package.
func of(tx interface{ Handle() any }) handle { return tx.Handle().(handle) }

// Handle is what the steps' own functions of this package get back through deed.Tx.
func (b *batch) Handle() any { return b.handle }

func micro(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func moment(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}

const (
	qSavepoint = `SAVEPOINT deed`
	qRollback  = `ROLLBACK TO SAVEPOINT deed`
	qRelease   = `RELEASE SAVEPOINT deed`
)

// Savepoint marks where one deed begins.
func (b *batch) Savepoint(ctx context.Context) error { _, err := b.exec(ctx, qSavepoint); return err }

// Rollback undoes the deed and keeps its neighbours.
func (b *batch) Rollback(ctx context.Context) error {
	if _, err := b.exec(ctx, qRollback); err != nil {
		return err
	}
	return b.Release(ctx)
}

// Release ends the deed.
func (b *batch) Release(ctx context.Context) error { _, err := b.exec(ctx, qRelease); return err }

const (
	qInsertHead = `INSERT INTO log_head (livc, size, frontier, last_at) VALUES ($1, 0, $2, 0) ON CONFLICT (livc) DO NOTHING`
	qHead       = `SELECT frontier, last_at FROM log_head WHERE livc = $1`
	qSaveHead   = `UPDATE log_head SET size = $2, frontier = $3, last_at = $4 WHERE livc = $1`
	qInsertLeaf = `INSERT INTO log_leaf (livc, idx, nonce, payload, commitment, about) VALUES ($1, $2, $3, $4, $5, $6)`
)

// Head locks the head of a log, so that deeds of one LIVC R follow each other on every node.
func (b *batch) Head(ctx context.Context, id livc.ID) (deed.Head, error) {
	h, err := b.head(ctx, id)
	if livc.KindOf(err) != livc.NotFoundKind {
		return h, err
	}
	empty, err := audit.Frontier{}.MarshalBinary()
	if err != nil {
		return h, err
	}
	if _, err := b.exec(ctx, qInsertHead, id, empty); err != nil {
		return h, err
	}
	return b.head(ctx, id)
}

func (b *batch) head(ctx context.Context, id livc.ID) (h deed.Head, err error) {
	var frontier []byte
	var last int64
	if err := b.one(ctx, qHead+b.db.engine.lockHead(), a(id), &frontier, &last); err != nil {
		return h, err
	}
	h.LastAt = moment(last)
	return h, h.Frontier.UnmarshalBinary(frontier)
}

// SaveHead writes the head back.
func (b *batch) SaveHead(ctx context.Context, id livc.ID, h deed.Head) error {
	f, err := h.Frontier.MarshalBinary()
	if err != nil {
		return err
	}
	return b.change(ctx, qSaveHead, id, h.Frontier.Size, f, micro(h.LastAt))
}

// AppendLeaf stores one leaf.
func (b *batch) AppendLeaf(ctx context.Context, id livc.ID, r audit.Row) error {
	_, err := b.exec(ctx, qInsertLeaf, id, r.Index, r.Nonce, r.Payload, r.Commitment[:], r.About)
	return err
}

// Newest hands over the payloads of the last n leaves, the newest first, until no more are asked for; one
// that has expired is empty.
func (b *batch) Newest(ctx context.Context, id livc.ID, n int, read func(payload []byte) (more bool)) error {
	return b.each(ctx, qNewestLeaves, a(id, n), func(s scanner) (bool, error) {
		var payload []byte
		if err := s.Scan(new(int64), &payload); err != nil {
			return false, err
		}
		return read(payload), nil
	})
}

const (
	qMade     = `SELECT made FROM form_token WHERE livc = $1 AND hat = $2 AND token = $3`
	qSaveMade = `INSERT INTO form_token (livc, hat, token, made, at) VALUES ($1, $2, $3, $4, $5)`
)

// Made gives what an earlier post of the same form made.
func (b *batch) Made(ctx context.Context, id, hat livc.ID, token string) (made livc.ID, found bool, err error) {
	err = b.one(ctx, qMade, a(id, hat, token), &made)
	if livc.KindOf(err) == livc.NotFoundKind {
		return "", false, nil
	}
	return made, err == nil, err
}

// SaveMade keeps what a form made.
func (b *batch) SaveMade(ctx context.Context, id, hat livc.ID, token string, made livc.ID, at time.Time) error {
	_, err := b.exec(ctx, qSaveMade, id, hat, token, made, micro(at))
	return err
}
