package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

const (
	qDrawer        = `SELECT id FROM container WHERE livc = $1 AND hat = $2 AND kind = 'drawer' ORDER BY id LIMIT 1`
	qPutDrawerItem = `INSERT INTO drawer_item (livc, id, hat, container, kind, item, kept, erase_on, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (livc, id) DO UPDATE SET kept = excluded.kept, erase_on = excluded.erase_on, at = excluded.at`
	qDrawerItems    = `SELECT id, hat, container, kind, item, kept, erase_on FROM drawer_item WHERE livc = $1 AND hat = $2 AND kind = $3 ORDER BY kept DESC, id`
	qDropDrawerItem = `DELETE FROM drawer_item WHERE livc = $1 AND hat = $2 AND id = $3`
)

// Drawer gives the drawer of a hat.
func (Referrals) Drawer(ctx context.Context, tx *deed.Tx, hat livc.ID) (id livc.ID, err error) {
	return id, of(tx).one(ctx, qDrawer, a(tx.By.Livc, hat), &id)
}

// PutDrawerItem notes that something lies in a drawer.
func (Referrals) PutDrawerItem(ctx context.Context, tx *deed.Tx, i discussion.DrawerItem) error {
	_, err := of(tx).exec(ctx, qPutDrawerItem, tx.By.Livc, i.ID, i.Hat, i.Container, i.Kind, i.Item, i.Kept, i.EraseOn, micro(tx.At))
	return err
}

// DrawerItems lists what lies in the drawer of a hat, the newest first.
func (Referrals) DrawerItems(ctx context.Context, tx *deed.Tx, hat livc.ID, kind discussion.DrawerKind) ([]discussion.DrawerItem, error) {
	return many(ctx, of(tx), qDrawerItems, a(tx.By.Livc, hat, kind), func(s scanner) (i discussion.DrawerItem, err error) {
		return i, s.Scan(&i.ID, &i.Hat, &i.Container, &i.Kind, &i.Item, &i.Kept, &i.EraseOn)
	})
}

// DropDrawerItem forgets that something lay in a drawer.
func (Referrals) DropDrawerItem(ctx context.Context, tx *deed.Tx, hat, item livc.ID) error {
	_, err := of(tx).exec(ctx, qDropDrawerItem, tx.By.Livc, hat, item)
	return err
}

const (
	thinkingColumns = `id, municipality, hat, note, advice, asked, answered, erase_on`
	qInsertThinking = `INSERT INTO thinking_along (livc, id, municipality, hat, container, note, asked, erase_on, at)
		VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`
	qAnswerThinking         = `UPDATE thinking_along SET advice = $3, answered = $4, erase_on = $5 WHERE livc = $1 AND id = $2 AND answered = ''`
	qThinking               = `SELECT ` + thinkingColumns + ` FROM thinking_along WHERE livc = $1 AND id = $2`
	qThinkingOfHat          = `SELECT ` + thinkingColumns + ` FROM thinking_along WHERE livc = $1 AND hat = $2 ORDER BY asked DESC, id`
	qThinkingOfMunicipality = `SELECT ` + thinkingColumns + ` FROM thinking_along WHERE livc = $1 AND municipality = $2 ORDER BY answered, asked, id`
)

func thinkingFields(t *discussion.Thinking) []any {
	return []any{&t.ID, &t.Municipality, &t.Hat, &t.Note, &t.Advice, &t.Asked, &t.Answered, &t.EraseOn}
}

// InsertThinking stores a question to think along.
func (Referrals) InsertThinking(ctx context.Context, tx *deed.Tx, t discussion.Thinking) error {
	_, err := of(tx).exec(ctx, qInsertThinking, tx.By.Livc, t.ID, t.Municipality, t.Hat, t.Note, t.Asked, t.EraseOn, micro(tx.At))
	return err
}

// AnswerThinking notes the answer.
func (Referrals) AnswerThinking(ctx context.Context, tx *deed.Tx, t discussion.Thinking) error {
	return of(tx).change(ctx, qAnswerThinking, tx.By.Livc, t.ID, t.Advice, t.Answered, t.EraseOn)
}

// Thinking gives one question.
func (Referrals) Thinking(ctx context.Context, tx *deed.Tx, id livc.ID) (t discussion.Thinking, err error) {
	return t, of(tx).one(ctx, qThinking, a(tx.By.Livc, id), thinkingFields(&t)...)
}

// ThinkingOf lists what was asked in a municipality, or what a hat asked when none is given.
func (Referrals) ThinkingOf(ctx context.Context, tx *deed.Tx, hat, municipality livc.ID) ([]discussion.Thinking, error) {
	q, who := qThinkingOfHat, hat
	if municipality != "" {
		q, who = qThinkingOfMunicipality, municipality
	}
	return many(ctx, of(tx), q, a(tx.By.Livc, who), func(s scanner) (t discussion.Thinking, err error) {
		return t, s.Scan(thinkingFields(&t)...)
	})
}

const (
	listQuestionColumns = `id, referral, hat, note, state, asked, answered, erase_on`
	qInsertListQuestion = `INSERT INTO list_question (livc, id, referral, hat, note, state, asked, erase_on, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
	qAnswerListQuestion = `UPDATE list_question SET state = $3, answered = $4 WHERE livc = $1 AND id = $2 AND state = 'asked'`
	qListQuestion       = `SELECT ` + listQuestionColumns + ` FROM list_question WHERE livc = $1 AND id = $2`
	qListQuestionsOf    = `SELECT ` + listQuestionColumns + ` FROM list_question WHERE livc = $1 AND referral = $2 ORDER BY asked, id`
	qListQuestionsTo    = `SELECT ` + listQuestionColumns + ` FROM list_question WHERE livc = $1 AND hat = $2 AND state = 'asked' ORDER BY asked, id`
	qDropOneQuestion    = `DELETE FROM list_question WHERE livc = $1 AND id = $2`
)

func listQuestionFields(q *discussion.ServiceQuestion) []any {
	return []any{&q.ID, &q.Referral, &q.Hat, &q.Note, &q.State, &q.Asked, &q.Answered, &q.EraseOn}
}

func readListQuestion(s scanner) (q discussion.ServiceQuestion, err error) {
	return q, s.Scan(listQuestionFields(&q)...)
}

// InsertQuestion stores the mayor's question to a service.
func (Referrals) InsertQuestion(ctx context.Context, tx *deed.Tx, q discussion.ServiceQuestion) error {
	_, err := of(tx).exec(ctx, qInsertListQuestion, tx.By.Livc, q.ID, q.Referral, q.Hat, q.Note, q.State, q.Asked, q.EraseOn, micro(tx.At))
	return err
}

// AnswerQuestion notes that a question was answered, or will not be.
func (Referrals) AnswerQuestion(ctx context.Context, tx *deed.Tx, q discussion.ServiceQuestion) error {
	return of(tx).change(ctx, qAnswerListQuestion, tx.By.Livc, q.ID, q.State, q.Answered)
}

// Question gives one question.
func (Referrals) Question(ctx context.Context, tx *deed.Tx, id livc.ID) (q discussion.ServiceQuestion, err error) {
	return q, of(tx).one(ctx, qListQuestion, a(tx.By.Livc, id), listQuestionFields(&q)...)
}

// QuestionsOf lists the questions about a referral.
func (Referrals) QuestionsOf(ctx context.Context, tx *deed.Tx, referral livc.ID) ([]discussion.ServiceQuestion, error) {
	return many(ctx, of(tx), qListQuestionsOf, a(tx.By.Livc, referral), readListQuestion)
}

// QuestionsTo lists the open questions to a hat.
func (Referrals) QuestionsTo(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]discussion.ServiceQuestion, error) {
	return many(ctx, of(tx), qListQuestionsTo, a(tx.By.Livc, hat), readListQuestion)
}

// DropQuestion deletes a question.
func (Referrals) DropQuestion(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	_, err := of(tx).exec(ctx, qDropOneQuestion, tx.By.Livc, id)
	return err
}
