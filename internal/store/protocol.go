package store

import (
	"context"
	"encoding/json"
	"fmt"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/protocol"
)

// Protocol keeps the rows of step 2.
type Protocol struct{}

var _ protocol.Book = Protocol{}

const (
	qVersions      = `SELECT version, state, from_day FROM protocol WHERE livc = $1 ORDER BY version DESC`
	qVersion       = `SELECT version, state, from_day, settings FROM protocol WHERE livc = $1 AND version = $2`
	qInsertVersion = `INSERT INTO protocol (livc, version, state, settings, from_day, at) VALUES ($1, $2, $3, $4, $5, $6)`
	qPutSettings   = `UPDATE protocol SET settings = $3 WHERE livc = $1 AND version = $2 AND state = 'draft'`
	qSupersede     = `UPDATE protocol SET state = 'superseded' WHERE livc = $1 AND state = 'in_force'`
	qForce         = `UPDATE protocol SET state = 'in_force', from_day = $3 WHERE livc = $1 AND version = $2 AND state = 'draft'`

	qChapters   = `SELECT chapter, title, text FROM protocol_chapter WHERE livc = $1 AND version = $2 ORDER BY place`
	qPutChapter = `INSERT INTO protocol_chapter (livc, version, chapter, place, title, text) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (livc, version, chapter) DO UPDATE SET text = excluded.text`
	qCriteriaOf   = `SELECT list, id, text, help FROM protocol_criterion WHERE livc = $1 AND version = $2 ORDER BY list DESC, place`
	qPutCriterion = `INSERT INTO protocol_criterion (livc, version, id, list, place, text, help) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (livc, version, id) DO UPDATE SET text = excluded.text, help = excluded.help`
	qDropCriteria = `DELETE FROM criterion WHERE livc = $1`
	qUseCriteria  = `INSERT INTO criterion (livc, id, list, place, text, help)
		SELECT livc, id, list, place, text, help FROM protocol_criterion WHERE livc = $1 AND version = $2`

	qAnswersTo     = `SELECT organisation, answer, day FROM protocol_answer WHERE livc = $1 AND version = $2 ORDER BY organisation`
	qPutStandpoint = `INSERT INTO protocol_answer (livc, version, organisation, answer, day, noted_by) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (livc, version, organisation) DO UPDATE SET answer = excluded.answer, day = excluded.day, noted_by = excluded.noted_by`
)

// Versions gives every version without its text.
func (Protocol) Versions(ctx context.Context, tx *deed.Tx) ([]protocol.Version, error) {
	return many(ctx, of(tx), qVersions, a(tx.By.Livc), func(s scanner) (v protocol.Version, err error) {
		return v, s.Scan(&v.Number, &v.State, &v.From)
	})
}

// Version gives one version whole.
func (Protocol) Version(ctx context.Context, tx *deed.Tx, number int) (v protocol.Version, err error) {
	var settings string
	if err := of(tx).one(ctx, qVersion, a(tx.By.Livc, number), &v.Number, &v.State, &v.From, &settings); err != nil {
		return v, err
	}
	if err := json.Unmarshal([]byte(settings), &v.Settings); err != nil {
		return v, fmt.Errorf("read the settings of the protocol: %w", err)
	}
	v.Chapters, err = many(ctx, of(tx), qChapters, a(tx.By.Livc, number), func(s scanner) (c protocol.Chapter, err error) {
		return c, s.Scan(&c.Stem, &c.Title, &c.Text)
	})
	if err != nil {
		return v, err
	}
	v.Criteria, err = many(ctx, of(tx), qCriteriaOf, a(tx.By.Livc, number), func(s scanner) (c protocol.Criterion, err error) {
		return c, s.Scan(&c.List, &c.Stem, &c.Text, &c.Help)
	})
	if err != nil {
		return v, err
	}
	v.Answers, err = many(ctx, of(tx), qAnswersTo, a(tx.By.Livc, number), func(s scanner) (n protocol.Answer, err error) {
		return n, s.Scan(&n.Organisation, &n.Standpoint, &n.Day)
	})
	return v, err
}

// InsertVersion stores a version whole, without answers.
func (p Protocol) InsertVersion(ctx context.Context, tx *deed.Tx, v protocol.Version) error {
	settings, err := json.Marshal(v.Settings)
	if err != nil {
		return fmt.Errorf("write the settings of the protocol: %w", err)
	}
	if _, err := of(tx).exec(ctx, qInsertVersion, tx.By.Livc, v.Number, v.State, string(settings), v.From, micro(tx.At)); err != nil {
		return err
	}
	for i, c := range v.Chapters {
		if _, err := of(tx).exec(ctx, qPutChapter, tx.By.Livc, v.Number, c.Stem, i, c.Title, c.Text); err != nil {
			return err
		}
	}
	for i, c := range v.Criteria {
		if _, err := of(tx).exec(ctx, qPutCriterion, tx.By.Livc, v.Number, c.Stem, c.List, i, c.Text, c.Help); err != nil {
			return err
		}
	}
	return nil
}

// SetSettings writes the settings of a draft.
func (Protocol) SetSettings(ctx context.Context, tx *deed.Tx, number int, s protocol.Settings) error {
	text, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("write the settings of the protocol: %w", err)
	}
	return of(tx).change(ctx, qPutSettings, tx.By.Livc, number, string(text))
}

// SetChapter writes the text of a chapter that is there.
func (Protocol) SetChapter(ctx context.Context, tx *deed.Tx, number int, c protocol.Chapter) error {
	return of(tx).change(ctx, qPutChapter, tx.By.Livc, number, c.Stem, 0, c.Title, c.Text)
}

// SetCriterion writes the text of a criterion that is there.
func (Protocol) SetCriterion(ctx context.Context, tx *deed.Tx, number int, c protocol.Criterion) error {
	return of(tx).change(ctx, qPutCriterion, tx.By.Livc, number, c.Stem, c.List, 0, c.Text, c.Help)
}

// PutInForce lets a draft hold from today on and supersedes the version before it.
func (Protocol) PutInForce(ctx context.Context, tx *deed.Tx, number int) error {
	if _, err := of(tx).exec(ctx, qSupersede, tx.By.Livc); err != nil {
		return err
	}
	return of(tx).change(ctx, qForce, tx.By.Livc, number, tx.Today)
}

// UseCriteria makes the criteria of a version those that hold now.
func (Protocol) UseCriteria(ctx context.Context, tx *deed.Tx, number int) error {
	if _, err := of(tx).exec(ctx, qDropCriteria, tx.By.Livc); err != nil {
		return err
	}
	_, err := of(tx).exec(ctx, qUseCriteria, tx.By.Livc, number)
	return err
}

// SetAnswer writes what an organisation says of a version.
func (Protocol) SetAnswer(ctx context.Context, tx *deed.Tx, number int, n protocol.Answer) error {
	return of(tx).change(ctx, qPutStandpoint, tx.By.Livc, number, n.Organisation, n.Standpoint, n.Day, tx.By.Hat)
}
