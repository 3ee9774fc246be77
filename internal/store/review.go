package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

const (
	qFounded   = `SELECT founded FROM livc_r WHERE livc = $1`
	qReviews   = `SELECT topic, looked, due FROM review WHERE livc = $1`
	qSetReview = `INSERT INTO review (livc, topic, looked, due, hat) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (livc, topic) DO UPDATE SET looked = excluded.looked, due = excluded.due, hat = excluded.hat`

	qAtTable = `SELECT o.category, c.ages, count(DISTINCT i.id) FROM casus c
		JOIN item i ON i.livc = $1 AND i.case_id = c.id AND i.state = 'closed'
		JOIN presence p ON p.livc = $1 AND p.item = i.id
		JOIN attendance t ON t.livc = $1 AND t.meeting = i.meeting AND t.id = p.attendance
		JOIN organisation o ON o.livc = $1 AND o.id = t.organisation AND o.guest = FALSE
		WHERE c.livc = $1 AND c.municipality IN (SELECT m.id FROM municipality m WHERE m.livc = $1 AND m.organisation = $2)
		GROUP BY o.category, c.ages`
)

// Founded gives the day on which the LIVC R was founded.
func (Support) Founded(ctx context.Context, tx *deed.Tx) (on livc.Day, err error) {
	return on, of(tx).one(ctx, qFounded, a(tx.By.Livc), &on)
}

// Reviews gives what was looked at, by topic.
func (Support) Reviews(ctx context.Context, tx *deed.Tx) (map[support.StepTopic]support.StepReview, error) {
	list, err := many(ctx, of(tx), qReviews, a(tx.By.Livc), func(s scanner) (r support.StepReview, err error) {
		return r, s.Scan(&r.Topic, &r.Looked, &r.Due)
	})
	m := map[support.StepTopic]support.StepReview{}
	for _, r := range list {
		m[r.Topic] = r
	}
	return m, err
}

// SetReview writes when a topic was looked at.
func (Support) SetReview(ctx context.Context, tx *deed.Tx, r support.StepReview) error {
	return of(tx).change(ctx, qSetReview, tx.By.Livc, r.Topic, r.Looked, r.Due, tx.By.Hat)
}

// AtTable counts talks about cases of the actor's own municipality by kind of service and age band.
func (Support) AtTable(ctx context.Context, tx *deed.Tx) ([]support.AtTable, error) {
	return many(ctx, of(tx), qAtTable, a(tx.By.Livc, tx.By.Controller), func(s scanner) (c support.AtTable, err error) {
		return c, s.Scan(&c.Category, &c.Ages, &c.Talks)
	})
}
