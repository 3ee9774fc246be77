package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/followup"
	"beraad.eu/livc"
)

// Followup keeps the rows of step 5; what the table wrote it reads as the table does.
type Followup struct{ Table }

var _ followup.Book = Followup{}

const (
	qMyActionColumns = `x.id, x.case_id, x.item, x.hat, x.attendance, x.organisation, x.record, x.note_container, x.kind, x.due, x.state,
		x.may_betray_source, x.third_party, x.parents_know, x.own_yes, x.result, c.code, x.consult_by, x.progressed, x.revision
		FROM action x JOIN casus c ON c.livc = x.livc AND c.id = x.case_id `
	qMyActions = `SELECT ` + qMyActionColumns + `WHERE x.livc = $1 AND x.hat = $2 AND c.due > $3 ORDER BY x.due, x.id`
	qMyAction  = `SELECT ` + qMyActionColumns + `WHERE x.livc = $1 AND x.id = $2`
	qSetAction = `UPDATE action SET state = $4, own_yes = $5, consult_by = $6, third_party = $7, progressed = $8, result = $9, revision = revision + 1
		WHERE livc = $1 AND id = $2 AND revision = $3`
)

func readMyAction(s scanner) (x followup.MyAction, err error) {
	return x, s.Scan(&x.ID, &x.Case, &x.Item, &x.Hat, &x.Attendee, &x.Organisation, &x.Record, &x.Note, &x.Kind, &x.Due, &x.State, &x.Betrays,
		&x.ThirdParty, &x.ParentsKnow, &x.OwnYes, &x.Result, &x.Code, &x.ConsultBy, &x.Progressed, &x.Revision)
}

// MyActions lists the actions of a hat, the soonest first.
func (Followup) MyActions(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]followup.MyAction, error) {
	return many(ctx, of(tx), qMyActions, a(tx.By.Livc, hat, tx.Today), readMyAction)
}

// MyAction gives one action.
func (Followup) MyAction(ctx context.Context, tx *deed.Tx, id livc.ID) (followup.MyAction, error) {
	return first(many(ctx, of(tx), qMyAction, a(tx.By.Livc, id), readMyAction))
}

// SetAction writes what its holder says about an action.
func (Followup) SetAction(ctx context.Context, tx *deed.Tx, x followup.MyAction) error {
	return of(tx).change(ctx, qSetAction, tx.By.Livc, x.ID, x.Revision, x.State, x.OwnYes, x.ConsultBy, x.ThirdParty, x.Progressed, x.Result)
}

const (
	qOrganisationOf = `SELECT organisation FROM hat WHERE livc = $1 AND id = $2`
	qContactLines   = `SELECT id, organisation, toward, every_weeks, next FROM contact_line WHERE livc = $1 AND case_id = $2 ORDER BY id`
	qSetContactLine = `UPDATE contact_line SET every_weeks = $4, next = $5 WHERE livc = $1 AND case_id = $2 AND id = $3`
	qTalks          = `SELECT m.day, i.kind, i.outcome FROM item i JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting
		WHERE i.livc = $1 AND i.case_id = $2 AND i.state = 'closed' ORDER BY m.day DESC, i.id`
	qWord    = `SELECT word, day FROM path_word WHERE livc = $1 AND case_id = $2`
	qSetWord = `INSERT INTO path_word (livc, case_id, word, day) VALUES ($1, $2, $3, $4)
		ON CONFLICT (livc, case_id) DO UPDATE SET word = excluded.word, day = excluded.day`
	qPlan    = `SELECT container, given FROM plan_copy WHERE livc = $1 AND case_id = $2 AND hat = $3`
	qSetPlan = `INSERT INTO plan_copy (livc, case_id, hat, container, given) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (livc, case_id, hat) DO UPDATE SET container = excluded.container, given = excluded.given`
	qManaged    = `SELECT ` + caseColumns + ` FROM casus WHERE livc = $1 AND manager = $2 AND due > $3 AND state NOT IN ('closed', 'erased') ORDER BY due, id`
	qDueReviews = `SELECT ` + caseColumns + ` FROM casus WHERE livc = $1 AND municipality IN
		(SELECT m.id FROM municipality m WHERE m.livc = $1 AND m.organisation = $2) AND due > $3 AND review <> '' AND review <= $4
		AND state NOT IN ('closed', 'erased') ORDER BY due, id`
)

// ContactLines lists who speaks with the person or the parents.
func (Followup) ContactLines(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]followup.ContactLine, error) {
	return many(ctx, of(tx), qContactLines, a(tx.By.Livc, caseID), func(s scanner) (l followup.ContactLine, err error) {
		return l, s.Scan(&l.ID, &l.Organisation, &l.Toward, &l.EveryWeeks, &l.Next)
	})
}

// SetContactLine writes how often a contact line is used.
func (Followup) SetContactLine(ctx context.Context, tx *deed.Tx, caseID livc.ID, l followup.ContactLine) error {
	return of(tx).change(ctx, qSetContactLine, tx.By.Livc, caseID, l.ID, l.EveryWeeks, l.Next)
}

// Talks lists when the table talked about a case, the newest first.
func (Followup) Talks(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]followup.Talk, error) {
	return many(ctx, of(tx), qTalks, a(tx.By.Livc, caseID), func(s scanner) (t followup.Talk, err error) {
		return t, s.Scan(&t.Day, &t.Kind, &t.Outcome)
	})
}

// Word gives the last word about a path; none yet is an empty one.
func (Followup) Word(ctx context.Context, tx *deed.Tx, caseID livc.ID) (w followup.PathWord, err error) {
	err = of(tx).one(ctx, qWord, a(tx.By.Livc, caseID), &w.Word, &w.Day)
	if livc.KindOf(err) == livc.NotFoundKind {
		err = nil
	}
	return w, err
}

// SetWord writes the last word about a path.
func (Followup) SetWord(ctx context.Context, tx *deed.Tx, caseID livc.ID, w followup.Word) error {
	_, err := of(tx).exec(ctx, qSetWord, tx.By.Livc, caseID, w, tx.Today)
	return err
}

// Plan gives the container of a copy of the plan; "" when none was given.
func (Followup) Plan(ctx context.Context, tx *deed.Tx, caseID, hat livc.ID) (container livc.ID, given livc.Day, err error) {
	err = of(tx).one(ctx, qPlan, a(tx.By.Livc, caseID, hat), &container, &given)
	if livc.KindOf(err) == livc.NotFoundKind {
		err = nil
	}
	return container, given, err
}

// SetPlan notes to whom a copy of the plan was given.
func (Followup) SetPlan(ctx context.Context, tx *deed.Tx, caseID, hat, container livc.ID) error {
	_, err := of(tx).exec(ctx, qSetPlan, tx.By.Livc, caseID, hat, container, tx.Today)
	return err
}

// Managed lists the cases that a hat manages.
func (Followup) Managed(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]discussion.Case, error) {
	return many(ctx, of(tx), qManaged, a(tx.By.Livc, hat, tx.Today), readCase)
}

// DueReviews lists the cases of a municipality whose review falls by a day.
func (Followup) DueReviews(ctx context.Context, tx *deed.Tx, organisation livc.ID, upTo livc.Day) ([]discussion.Case, error) {
	return many(ctx, of(tx), qDueReviews, a(tx.By.Livc, organisation, tx.Today, upTo), readCase)
}

// Chairs lists the mayor and the representative of a municipality.
func (Followup) Chairs(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]livc.ID, error) {
	return Processing{}.Chairs(ctx, tx, municipality)
}

// OrganisationOf gives the organisation of a hat; "" for no hat.
func (Followup) OrganisationOf(ctx context.Context, tx *deed.Tx, hat livc.ID) (id livc.ID, err error) {
	if hat == "" {
		return "", nil
	}
	return id, of(tx).one(ctx, qOrganisationOf, a(tx.By.Livc, hat), &id)
}
