package store

import (
	"context"
	"time"

	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

const (
	qInsertDraft = `INSERT INTO draft (livc, id, person, sealed, until_at) VALUES ('0', $1, $2, $3, $4)`
	qTakeDraft   = `DELETE FROM draft WHERE livc = '0' AND id = $1 RETURNING id, person, sealed, until_at`
	qSweepDrafts = `DELETE FROM draft WHERE livc = '0' AND until_at < $1`

	qPutOnce   = `INSERT INTO once (livc, id, value, until_at) VALUES ('0', $1, $2, $3)`
	qTakeOnce  = `DELETE FROM once WHERE livc = '0' AND id = $1 RETURNING value, until_at`
	qSweepOnce = `DELETE FROM once WHERE livc = '0' AND until_at < $1`
)

// Sweep deletes what is too old.
func (s Sessions) Sweep(ctx context.Context, begunBefore, now time.Time) error {
	if _, err := s.exec(ctx, qSweepSessions, micro(begunBefore)); err != nil {
		return err
	}
	for _, q := range []string{qSweepDrafts, qSweepOnce} {
		if _, err := s.exec(ctx, q, micro(now)); err != nil {
			return err
		}
	}
	return nil
}

// InsertDraft keeps a form that came too late.
func (s Sessions) InsertDraft(ctx context.Context, d identity.DraftRow) error {
	_, err := s.exec(ctx, qInsertDraft, d.ID, d.Person, d.Sealed, micro(d.Until))
	return err
}

// TakeDraft gives it back and forgets it.
func (s Sessions) TakeDraft(ctx context.Context, id string) (d identity.DraftRow, err error) {
	var until int64
	err = s.one(ctx, qTakeDraft, a(id), &d.ID, &d.Person, &d.Sealed, &until)
	d.Until = moment(until)
	return d, err
}

// Put keeps a challenge for one answer; every node can take it.
func (s Sessions) Put(ctx context.Context, key string, value []byte, until time.Time) error {
	_, err := s.exec(ctx, qPutOnce, key, value, micro(until))
	return err
}

// Take gives a challenge and forgets it.
func (s Sessions) Take(ctx context.Context, key string, now time.Time) (value []byte, err error) {
	var until int64
	if err := s.one(ctx, qTakeOnce, a(key), &value, &until); err != nil {
		return nil, err
	}
	if now.After(moment(until)) {
		return nil, livc.NotFound()
	}
	return value, nil
}
