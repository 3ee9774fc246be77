package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// Closing keeps the rows of step 7; what the table wrote it reads as the table does.
type Closing struct{ Table }

var _ closing.Book = Closing{}

const (
	qSetGoal = `UPDATE goal SET state = $3 WHERE livc = $1 AND id = $2`
	qLetGo   = `UPDATE question SET state = 'let_go' WHERE livc = $1 AND id = $2 AND state = 'open'`
	qChosen  = `SELECT k.criterion, COALESCE(t.text, c.text, ''), k.answer FROM closing_criterion k
		LEFT JOIN criterion c ON c.livc = k.livc AND c.id = k.criterion
		LEFT JOIN protocol_criterion t ON t.livc = k.livc AND t.id = k.criterion AND t.version =
			(SELECT MAX(v.version) FROM protocol_criterion v WHERE v.livc = k.livc AND v.id = k.criterion)
		WHERE k.livc = $1 AND k.case_id = $2 ORDER BY t.place, c.place, k.criterion`
	qSetCriterion = `UPDATE closing_criterion SET answer = $4 WHERE livc = $1 AND case_id = $2 AND criterion = $3`
	qTouched      = `SELECT DISTINCT w.domain FROM weighing w JOIN item i ON i.livc = w.livc AND i.id = w.item
		WHERE i.livc = $1 AND i.case_id = $2 AND (w.protects > 0 OR w.concerns > 0 OR w.unknown OR w.not_applicable) ORDER BY w.domain`
	qSetClosed = `UPDATE casus SET state = $4, review = $5, closed = $6, closing_reason = $7, revision = revision + 1
		WHERE livc = $1 AND id = $2 AND revision = $3`
)

// SetGoal writes how far a goal was reached.
func (Closing) SetGoal(ctx context.Context, tx *deed.Tx, goal livc.ID, state closing.GoalState) error {
	return of(tx).change(ctx, qSetGoal, tx.By.Livc, goal, state)
}

// LetGo leaves a question open for good.
func (Closing) LetGo(ctx context.Context, tx *deed.Tx, question livc.ID) error {
	return of(tx).change(ctx, qLetGo, tx.By.Livc, question)
}

// Chosen lists the closing criteria that were chosen for a case.
func (Closing) Chosen(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]closing.Criterion, error) {
	return many(ctx, of(tx), qChosen, a(tx.By.Livc, caseID), func(s scanner) (c closing.Criterion, err error) {
		return c, s.Scan(&c.ID, &c.Text, &c.Answer)
	})
}

// SetCriterion writes the answer to a closing criterion.
func (Closing) SetCriterion(ctx context.Context, tx *deed.Tx, caseID, criterion livc.ID, f closing.Fulfilled) error {
	return of(tx).change(ctx, qSetCriterion, tx.By.Livc, caseID, criterion, f)
}

// Touched lists the life domains that came up at any meeting about a case.
func (Closing) Touched(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]string, error) {
	return many(ctx, of(tx), qTouched, a(tx.By.Livc, caseID), func(s scanner) (d string, err error) { return d, s.Scan(&d) })
}

// SetClosed writes state, reason and next look back; never the last day.
func (Closing) SetClosed(ctx context.Context, tx *deed.Tx, c discussion.Case) error {
	return of(tx).change(ctx, qSetClosed, tx.By.Livc, c.ID, c.Revision, c.State, c.Review, c.Closed, c.ClosingReason)
}
