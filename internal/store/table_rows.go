package store

import (
	"context"
	"strconv"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

const (
	qWeighed    = `SELECT domain, protects, concerns, unknown, not_applicable FROM weighing WHERE livc = $1 AND item = $2 ORDER BY domain`
	qPutWeighed = `INSERT INTO weighing (livc, item, domain, protects, concerns, unknown, not_applicable) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (livc, item, domain) DO UPDATE SET protects = excluded.protects, concerns = excluded.concerns, unknown = excluded.unknown,
		not_applicable = excluded.not_applicable`
	qOpenQuestions = `SELECT id, case_id, item, domain, record, attendance, hat, organisation, due, state FROM question
		WHERE livc = $1 AND case_id = $2 AND state = 'open' ORDER BY id`
	qInsertQuestion = `INSERT INTO question (livc, id, case_id, item, domain, record, attendance, hat, organisation, due, state)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
	qInsertCard = `INSERT INTO card_shown (livc, id, meeting, whole, day) VALUES ($1, $2, $3, $4, $5)`
	qCardsShown = `SELECT count(*) FROM card_shown WHERE livc = $1 AND meeting = $2`
)

// Weighed gives how far each life domain was talked about.
func (Table) Weighed(ctx context.Context, tx *deed.Tx, item livc.ID) ([]discussion.DomainWeighed, error) {
	return many(ctx, of(tx), qWeighed, a(tx.By.Livc, item), func(s scanner) (d discussion.DomainWeighed, err error) {
		return d, s.Scan(&d.Domain, &d.Protects, &d.Concerns, &d.Unknown, &d.NotApplicable)
	})
}

// PutWeighed stores one life domain.
func (Table) PutWeighed(ctx context.Context, tx *deed.Tx, item livc.ID, d discussion.DomainWeighed) error {
	_, err := of(tx).exec(ctx, qPutWeighed, tx.By.Livc, item, d.Domain, d.Protects, d.Concerns, d.Unknown, d.NotApplicable)
	return err
}

// OpenQuestions gives what is not known yet about a case.
func (Table) OpenQuestions(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.OpenQuestion, error) {
	return many(ctx, of(tx), qOpenQuestions, a(tx.By.Livc, caseID), func(s scanner) (q discussion.OpenQuestion, err error) {
		return q, s.Scan(&q.ID, &q.Case, &q.Item, &q.Domain, &q.Record, &q.Attendee, &q.Hat, &q.Organisation, &q.Due, &q.State)
	})
}

// InsertQuestion stores an open question.
func (Table) InsertQuestion(ctx context.Context, tx *deed.Tx, q discussion.OpenQuestion) error {
	_, err := of(tx).exec(ctx, qInsertQuestion, tx.By.Livc, q.ID, q.Case, q.Item, q.Domain, q.Record, q.Attendee, q.Hat, q.Organisation, q.Due, q.State)
	return err
}

// InsertCard counts an information card that was shown: no case stands beside it.
func (Table) InsertCard(ctx context.Context, tx *deed.Tx, id, meeting livc.ID, whole bool) error {
	_, err := of(tx).exec(ctx, qInsertCard, tx.By.Livc, id, meeting, whole, tx.Today)
	return err
}

// CardsShown counts the cards of a meeting.
func (Table) CardsShown(ctx context.Context, tx *deed.Tx, meeting livc.ID) (n int, err error) {
	return n, of(tx).one(ctx, qCardsShown, a(tx.By.Livc, meeting), &n)
}

const (
	qActionsOf = `SELECT id, case_id, item, hat, attendance, organisation, record, note_container, kind, due, state, may_betray_source,
		third_party, parents_know, own_yes, result FROM action WHERE livc = $1 AND case_id = $2 ORDER BY due, id`
	qInsertAction = `INSERT INTO action (livc, id, case_id, item, hat, attendance, organisation, record, note_container, kind, due, state,
		may_betray_source, third_party, parents_know, own_yes, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`
	qGoalsOf       = `SELECT id, record, domain, due, state FROM goal WHERE livc = $1 AND case_id = $2 ORDER BY id`
	qInsertGoal    = `INSERT INTO goal (livc, id, case_id, record, domain, due, state) VALUES ($1, $2, $3, $4, $5, $6, $7)`
	qClosingOf     = `SELECT criterion FROM closing_criterion WHERE livc = $1 AND case_id = $2 ORDER BY criterion`
	qPutClosing    = `INSERT INTO closing_criterion (livc, case_id, criterion) VALUES ($1, $2, $3) ON CONFLICT (livc, case_id, criterion) DO NOTHING`
	qInsertContact = `INSERT INTO contact_line (livc, case_id, id, organisation, toward) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (livc, case_id, id) DO UPDATE SET toward = excluded.toward`
	qInsertOffer = `INSERT INTO register_offer (livc, item, hat, case_id, until, note, state) VALUES ($1, $2, $3, $4, $5, $6, 'open')
		ON CONFLICT (livc, item, hat) DO NOTHING`
)

// ActionsOf gives the agreed actions of a case.
func (Table) ActionsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.AgreedAction, error) {
	return many(ctx, of(tx), qActionsOf, a(tx.By.Livc, caseID), func(s scanner) (x discussion.AgreedAction, err error) {
		return x, s.Scan(&x.ID, &x.Case, &x.Item, &x.Hat, &x.Attendee, &x.Organisation, &x.Record, &x.Note, &x.Kind, &x.Due, &x.State, &x.Betrays,
			&x.ThirdParty, &x.ParentsKnow, &x.OwnYes, &x.Result)
	})
}

// InsertAction stores an agreed action.
func (Table) InsertAction(ctx context.Context, tx *deed.Tx, x discussion.AgreedAction) error {
	_, err := of(tx).exec(ctx, qInsertAction, tx.By.Livc, x.ID, x.Case, x.Item, x.Hat, x.Attendee, x.Organisation, x.Record, x.Note, x.Kind, x.Due,
		x.State, x.Betrays, x.ThirdParty, x.ParentsKnow, x.OwnYes, micro(tx.At))
	return err
}

// GoalsOf gives the goals of a case.
func (Table) GoalsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.Goal, error) {
	return many(ctx, of(tx), qGoalsOf, a(tx.By.Livc, caseID), func(s scanner) (g discussion.Goal, err error) {
		return g, s.Scan(&g.ID, &g.Record, &g.Domain, &g.Due, &g.State)
	})
}

// InsertGoal stores a goal.
func (Table) InsertGoal(ctx context.Context, tx *deed.Tx, caseID livc.ID, g discussion.Goal) error {
	_, err := of(tx).exec(ctx, qInsertGoal, tx.By.Livc, g.ID, caseID, g.Record, g.Domain, g.Due, g.State)
	return err
}

// ClosingCriteria gives the criteria that were chosen for a case.
func (Table) ClosingCriteria(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]livc.ID, error) {
	return many(ctx, of(tx), qClosingOf, a(tx.By.Livc, caseID), readID)
}

// PutClosingCriterion chooses a criterion for a case.
func (Table) PutClosingCriterion(ctx context.Context, tx *deed.Tx, caseID, criterion livc.ID) error {
	_, err := of(tx).exec(ctx, qPutClosing, tx.By.Livc, caseID, criterion)
	return err
}

// PutContactLine names the service that speaks with the person or the parents.
func (Table) PutContactLine(ctx context.Context, tx *deed.Tx, caseID, id, organisation livc.ID, toward string) error {
	_, err := of(tx).exec(ctx, qInsertContact, tx.By.Livc, caseID, id, organisation, toward)
	return err
}

// InsertOffer asks a hat what to register after an item.
func (Table) InsertOffer(ctx context.Context, tx *deed.Tx, o discussion.PersonalOffer) error {
	_, err := of(tx).exec(ctx, qInsertOffer, tx.By.Livc, o.Item, o.Hat, o.Case, o.Until, o.Note)
	return err
}

const (
	sheetColumns = `id, case_id, item, number, record, state, positive, negative, lines, circle, agreed, hash, adopted_at`
	qSheet       = `SELECT ` + sheetColumns + ` FROM ltf_sheet WHERE livc = $1 AND id = $2`
	qSheetsOf    = `SELECT ` + sheetColumns + ` FROM ltf_sheet WHERE livc = $1 AND case_id = $2 AND item = $3 ORDER BY number`
	qSheetsIn    = `SELECT count(*) FROM ltf_sheet WHERE livc = $1 AND number >= $2 AND number < $3`
	qPutSheet    = `INSERT INTO ltf_sheet (livc, id, case_id, item, number, record, state, positive, negative, lines, circle, agreed, hash, adopted_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
		ON CONFLICT (livc, id) DO UPDATE SET state = excluded.state, positive = excluded.positive, negative = excluded.negative,
		lines = excluded.lines, circle = excluded.circle, agreed = excluded.agreed, hash = excluded.hash, adopted_at = excluded.adopted_at`
	qSheetAnswers   = `SELECT attendance FROM ltf_answer WHERE livc = $1 AND sheet = $2 ORDER BY attendance`
	qPutSheetAnswer = `INSERT INTO ltf_answer (livc, sheet, attendance, agreed, at) VALUES ($1, $2, $3, TRUE, $4)
		ON CONFLICT (livc, sheet, attendance) DO NOTHING`
	qForgetAnswers = `DELETE FROM ltf_answer WHERE livc = $1 AND sheet = $2`
)

func readSheet(s scanner) (x discussion.LTFSheet, err error) {
	var adopted int64
	err = s.Scan(&x.ID, &x.Case, &x.Item, &x.Number, &x.Record, &x.State, &x.Positive, &x.Negative, &x.Lines, &x.Circle, &x.Agreed, &x.Hash, &adopted)
	x.Adopted = moment(adopted)
	return x, err
}

// Sheet gives one sheet for the LTF.
func (Table) Sheet(ctx context.Context, tx *deed.Tx, id livc.ID) (discussion.LTFSheet, error) {
	list, err := many(ctx, of(tx), qSheet, a(tx.By.Livc, id), readSheet)
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return discussion.LTFSheet{}, err
	}
	return list[0], nil
}

// SheetsOf gives the sheets of one item.
func (Table) SheetsOf(ctx context.Context, tx *deed.Tx, item, caseID livc.ID) ([]discussion.LTFSheet, error) {
	return many(ctx, of(tx), qSheetsOf, a(tx.By.Livc, caseID, item), readSheet)
}

// SheetsInYear counts the sheets of a civil year.
func (Table) SheetsInYear(ctx context.Context, tx *deed.Tx, year int) (n int, err error) {
	return n, of(tx).one(ctx, qSheetsIn, a(tx.By.Livc, strconv.Itoa(year)+"-", strconv.Itoa(year+1)+"-"), &n)
}

// PutSheet stores a sheet.
func (Table) PutSheet(ctx context.Context, tx *deed.Tx, x discussion.LTFSheet) error {
	_, err := of(tx).exec(ctx, qPutSheet, tx.By.Livc, x.ID, x.Case, x.Item, x.Number, x.Record, x.State, x.Positive, x.Negative, x.Lines, x.Circle,
		x.Agreed, x.Hash, micro(x.Adopted))
	return err
}

// SheetAnswers lists who said yes.
func (Table) SheetAnswers(ctx context.Context, tx *deed.Tx, sheet livc.ID) ([]livc.ID, error) {
	return many(ctx, of(tx), qSheetAnswers, a(tx.By.Livc, sheet), readID)
}

// PutSheetAnswer notes a yes.
func (Table) PutSheetAnswer(ctx context.Context, tx *deed.Tx, sheet, attendee livc.ID) error {
	_, err := of(tx).exec(ctx, qPutSheetAnswer, tx.By.Livc, sheet, attendee, micro(tx.At))
	return err
}

// ForgetSheetAnswers lets everybody answer anew.
func (Table) ForgetSheetAnswers(ctx context.Context, tx *deed.Tx, sheet livc.ID) error {
	_, err := of(tx).exec(ctx, qForgetAnswers, tx.By.Livc, sheet)
	return err
}
