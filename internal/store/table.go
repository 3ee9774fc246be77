package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

// Table keeps the rows of a meeting that sits.
type Table struct{ Support }

var _ discussion.TableBook = Table{}

const (
	qInForce    = `SELECT version, settings FROM protocol WHERE livc = $1 AND state = 'in_force'`
	qWeighingOf = `SELECT id, text FROM protocol_criterion WHERE livc = $1 AND version = $2 AND list = 'weighing' ORDER BY place, id`
	qCriteria   = `SELECT id, text FROM criterion WHERE livc = $1 AND list = $2 ORDER BY place, id`
)

// InForce gives the version and the settings of the protocol in force; version 0 is none.
func (Table) InForce(ctx context.Context, tx *deed.Tx) (version int, s protocol.Settings, err error) {
	var text string
	err = of(tx).one(ctx, qInForce, a(tx.By.Livc), &version, &text)
	if livc.KindOf(err) == livc.NotFoundKind {
		return 0, protocol.Basic(), nil
	}
	if err != nil {
		return 0, s, err
	}
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return 0, s, fmt.Errorf("read the settings of the protocol: %w", err)
	}
	return version, s, nil
}

// WeighingOf lists what a version of the protocol always asks when the table weighs.
func (Table) WeighingOf(ctx context.Context, tx *deed.Tx, version int) ([]discussion.Criterion, error) {
	return many(ctx, of(tx), qWeighingOf, a(tx.By.Livc, version), func(s scanner) (c discussion.Criterion, err error) {
		return c, s.Scan(&c.ID, &c.Text)
	})
}

// Criteria lists the criteria of the protocol for a purpose.
func (Table) Criteria(ctx context.Context, tx *deed.Tx, list string) ([]discussion.Criterion, error) {
	return many(ctx, of(tx), qCriteria, a(tx.By.Livc, list), func(s scanner) (c discussion.Criterion, err error) {
		return c, s.Scan(&c.ID, &c.Text)
	})
}

const (
	sittingColumns = `id, day, clock, place, mode, kind, state, chair, chaired_by, delegate, protocol_version, basis, purpose, with_cases, secrecy_read_at,
		opened_at, closed_at, paper_attested_by, hybrid, revision`
	qSitting     = `SELECT ` + sittingColumns + ` FROM meeting WHERE livc = $1 AND id = $2`
	qSittingsNow = `SELECT ` + sittingColumns + ` FROM meeting WHERE livc = $1 AND (state = 'open'
		OR state IN ('planned','ready') AND mode = 'paper' AND day >= $2 AND day <= $3) ORDER BY day, id`
	qSetSitting = `UPDATE meeting SET state = $4, chair = $5, chaired_by = $6, protocol_version = $7, basis = $8, purpose = $9, with_cases = $10,
		secrecy_read_at = $11, opened_at = $12, closed_at = $13, paper_attested_by = $14, delegate = $15, revision = revision + 1
		WHERE livc = $1 AND id = $2 AND revision = $3`
)

func readSitting(s scanner) (x discussion.Sitting, err error) {
	var read, opened, closed int64
	err = s.Scan(&x.ID, &x.Day, &x.Clock, &x.Place, &x.Mode, &x.Kind, &x.State, &x.Chair, &x.ChairedBy, &x.Delegate, &x.ProtocolVersion, &x.Basis, &x.Purpose,
		&x.WithCases, &read, &opened, &closed, &x.PaperAttestedBy, &x.Hybrid, &x.Revision)
	x.SecrecyRead, x.Opened, x.Closed = moment(read), moment(opened), moment(closed)
	return x, err
}

// Sitting gives a meeting as it sits.
func (Table) Sitting(ctx context.Context, tx *deed.Tx, meeting livc.ID) (discussion.Sitting, error) {
	list, err := many(ctx, of(tx), qSitting, a(tx.By.Livc, meeting), readSitting)
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return discussion.Sitting{}, err
	}
	return list[0], nil
}

// SittingsNow gives the meetings that ask something of the desk today.
func (Table) SittingsNow(ctx context.Context, tx *deed.Tx, since livc.Day) ([]discussion.Sitting, error) {
	return many(ctx, of(tx), qSittingsNow, a(tx.By.Livc, since, tx.Today), readSitting)
}

// SetSitting writes a meeting; who saw an older one is refused.
func (Table) SetSitting(ctx context.Context, tx *deed.Tx, s discussion.Sitting) error {
	return of(tx).change(ctx, qSetSitting, tx.By.Livc, s.ID, s.Revision, s.State, s.Chair, s.ChairedBy, s.ProtocolVersion, s.Basis, s.Purpose,
		s.WithCases, micro(s.SecrecyRead), micro(s.Opened), micro(s.Closed), s.PaperAttestedBy, s.Delegate)
}

const (
	tableItemColumns = `id, meeting, case_id, place, kind, minutes, state, phase, cleared_police, first_speaker, opened_at, closed_at,
		stop_questions, guide, asked_protects, asked_concerns, outcome, agreement, dissent_theme, enough_signals, right_table, proportion,
		child_answers, substantive, informing, informing_by, informing_result, next_review, report_record, report_hash, report_at, feedback,
		from_paper, mode, room, phase_at, silent_at, revision`
	qTableItem  = `SELECT ` + tableItemColumns + ` FROM item WHERE livc = $1 AND id = $2`
	qTableItems = `SELECT ` + tableItemColumns + ` FROM item WHERE livc = $1 AND meeting = $2 ORDER BY place, id`
	qItemToTell = `SELECT ` + tableItemColumns + ` FROM item WHERE livc = $1 AND case_id = $2 AND informing = 'inform' AND informing_result = ''
		ORDER BY opened_at DESC, id LIMIT 1`
	qSetTableItem = `UPDATE item SET state = $3, phase = $4, cleared_police = $5, first_speaker = $6, opened_at = $7, closed_at = $8,
		stop_questions = $9, guide = $10, asked_protects = $11, asked_concerns = $12, outcome = $13, agreement = $14, dissent_theme = $15,
		enough_signals = $16, right_table = $17, proportion = $18, child_answers = $19, substantive = $20, informing = $21, informing_by = $22,
		informing_result = $23, next_review = $24, report_record = $25, report_hash = $26, report_at = $27, feedback = $28, from_paper = $29,
		mode = $30, room = $31, phase_at = $32, silent_at = $33, revision = revision + 1 WHERE livc = $1 AND id = $2`
)

func readTableItem(s scanner) (i discussion.TableItem, err error) {
	var opened, closed, reported, phase, silent int64
	var stops, proportion, child string
	err = s.Scan(&i.ID, &i.Meeting, &i.Case, &i.Place, &i.Kind, &i.Minutes, &i.State, &i.Phase, &i.ClearedPolice, &i.FirstSpeaker, &opened, &closed,
		&stops, &i.Guide, &i.AskedProtects, &i.AskedConcerns, &i.Outcome, &i.Agreement, &i.DissentTheme, &i.EnoughSignals, &i.RightTable, &proportion,
		&child, &i.Substantive, &i.Informing, &i.InformingBy, &i.InformingResult, &i.NextReview, &i.ReportRecord, &i.ReportHash, &reported, &i.Feedback,
		&i.FromPaper, &i.Mode, &i.Room, &phase, &silent, &i.Revision)
	i.Opened, i.Closed, i.Reported, i.PhaseAt, i.Silent = moment(opened), moment(closed), moment(reported), moment(phase), moment(silent)
	i.Stops, i.ChildAnswers = strings.Fields(stops), strings.Fields(child)
	for _, w := range strings.Fields(proportion) {
		i.Proportion = append(i.Proportion, discussion.Known(w))
	}
	return i, err
}

// TableItem gives one point of the agenda.
func (Table) TableItem(ctx context.Context, tx *deed.Tx, item livc.ID) (discussion.TableItem, error) {
	return tableItem(ctx, tx, qTableItem, item)
}

// ItemToTell gives the item after which the person is to hear of the talk.
func (Table) ItemToTell(ctx context.Context, tx *deed.Tx, caseID livc.ID) (discussion.TableItem, error) {
	return tableItem(ctx, tx, qItemToTell, caseID)
}

func tableItem(ctx context.Context, tx *deed.Tx, q string, id livc.ID) (discussion.TableItem, error) {
	list, err := many(ctx, of(tx), q, a(tx.By.Livc, id), readTableItem)
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return discussion.TableItem{}, err
	}
	return list[0], nil
}

// TableItems gives the points of a meeting in their order.
func (Table) TableItems(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]discussion.TableItem, error) {
	return many(ctx, of(tx), qTableItems, a(tx.By.Livc, meeting), readTableItem)
}

// SetTableItem writes a point of the agenda.
func (Table) SetTableItem(ctx context.Context, tx *deed.Tx, i discussion.TableItem) error {
	var proportion []string
	for _, k := range i.Proportion {
		proportion = append(proportion, string(k))
	}
	return of(tx).change(ctx, qSetTableItem, tx.By.Livc, i.ID, i.State, i.Phase, i.ClearedPolice, i.FirstSpeaker, micro(i.Opened), micro(i.Closed),
		strings.Join(i.Stops, " "), i.Guide, i.AskedProtects, i.AskedConcerns, i.Outcome, i.Agreement, i.DissentTheme, i.EnoughSignals, i.RightTable,
		strings.Join(proportion, " "), strings.Join(i.ChildAnswers, " "), i.Substantive, i.Informing, i.InformingBy, i.InformingResult, i.NextReview,
		i.ReportRecord, i.ReportHash, micro(i.Reported), i.Feedback, i.FromPaper,
		i.Mode, i.Room, micro(i.PhaseAt), micro(i.Silent))
}

const (
	qTableCase    = `SELECT ` + caseColumns + ` FROM casus WHERE livc = $1 AND id = $2`
	qSetTableCase = `UPDATE casus SET state = $4, manager = $5, director = $6, first_discussed = $7, last_discussed = $8, restarts = $9, due = $10,
		review = $11, manager_reach = $12, revision = revision + 1 WHERE livc = $1 AND id = $2 AND revision = $3`
	qHeld = `SELECT count(*) FROM hold WHERE livc = $1 AND case_id = $2 AND lifted = '' AND until_day >= $3`
)

// TableCase gives a case.
func (Table) TableCase(ctx context.Context, tx *deed.Tx, id livc.ID) (c discussion.Case, err error) {
	return c, of(tx).one(ctx, qTableCase, a(tx.By.Livc, id), caseFields(&c)...)
}

// SetTableCase writes what a meeting changes about a case.
func (Table) SetTableCase(ctx context.Context, tx *deed.Tx, c discussion.Case) error {
	return of(tx).change(ctx, qSetTableCase, tx.By.Livc, c.ID, c.Revision, c.State, c.Manager, c.Director, c.FirstDiscussed, c.LastDiscussed,
		c.Restarts, c.Due, c.Review, c.Reach)
}

// Held tells whether the information officer asked to wait with a case.
func (Table) Held(ctx context.Context, tx *deed.Tx, caseID livc.ID) (bool, error) {
	var n int
	err := of(tx).one(ctx, qHeld, a(tx.By.Livc, caseID, tx.Today), &n)
	return n > 0, err
}
