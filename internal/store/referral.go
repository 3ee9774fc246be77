package store

import (
	"context"
	"encoding/json"
	"fmt"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

// Referrals keeps the rows of what comes before the table. Municipalities it shares with step 1.
type Referrals struct{ Support }

var _ discussion.ReferralBook = Referrals{}

const (
	referralColumns = `id, municipality, state, manner, by_hat, sector, ages, member, container, consent, same_as, checked, officer,
		officer_note, officer_note_until, officer_on, weighed, reason, decided, decided_by, on_paper, answered, answer, case_id,
		received, erase_on, revision`
	qInsertReferral = `INSERT INTO referral (livc, ` + referralColumns + `, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)`
	qReferral    = `SELECT ` + referralColumns + ` FROM referral WHERE livc = $1 AND id = $2`
	qSetReferral = `UPDATE referral SET state = $4, manner = $5, by_hat = $6, sector = $7, ages = $8, member = $9, container = $10, consent = $11,
		same_as = $12, checked = $13, officer = $14, officer_note = $15, officer_note_until = $16, officer_on = $17, weighed = $18,
		reason = $19, decided = $20, decided_by = $21, on_paper = $22, answered = $23, answer = $24, case_id = $25, received = $26,
		erase_on = $27, revision = revision + 1 WHERE livc = $1 AND id = $2 AND revision = $3`
	qOpenReferrals = `SELECT ` + referralColumns + ` FROM referral WHERE livc = $1 AND municipality = $2
		AND state IN ('asked','received','proposed','more') ORDER BY received, id`
	qReferralsBy         = `SELECT ` + referralColumns + ` FROM referral WHERE livc = $1 AND by_hat = $2 ORDER BY received DESC, id`
	qNotHandedOver       = `SELECT count(*) FROM referral WHERE livc = $1 AND state IN ('received','proposed','more') AND officer = ''`
	qReferralsForOfficer = `SELECT ` + referralColumns + ` FROM referral WHERE livc = $1 AND officer = $2 ORDER BY received, id`
	qReferralsOf         = `SELECT ` + referralColumns + ` FROM referral WHERE livc = $1 AND case_id = $2 ORDER BY id`
	qThresholdCriteria   = `SELECT id, text FROM criterion WHERE livc = $1 AND list = 'threshold' ORDER BY place, id`
	qSettings            = `SELECT settings FROM protocol WHERE livc = $1 AND state = 'in_force' ORDER BY version DESC LIMIT 1`
	qCoordinators        = `SELECT id FROM hat WHERE livc = $1 AND organisation = $2 AND function = 'coordinator' AND state = 'active' ORDER BY id`
	qOfficers            = `SELECT id FROM hat WHERE livc = $1 AND function = 'officer' AND state = 'active' ORDER BY id`
)

func referralFields(r *discussion.Referral) []any {
	return []any{&r.ID, &r.Municipality, &r.State, &r.Manner, &r.By, &r.Sector, &r.Ages, &r.Member, &r.Container, &r.Consent, &r.SameAs,
		&r.Checked, &r.Officer, &r.OfficerNote, &r.OfficerNoteUntil, &r.OfficerOn, &r.Weighed, &r.Reason, &r.Decided, &r.DecidedBy,
		&r.OnPaper, &r.Answered, &r.Answer, &r.Case, &r.Received, &r.EraseOn, &r.Revision}
}

func readReferral(s scanner) (r discussion.Referral, err error) {
	return r, s.Scan(referralFields(&r)...)
}

// InsertReferral stores a new referral.
func (Referrals) InsertReferral(ctx context.Context, tx *deed.Tx, r discussion.Referral) error {
	r.Ages, r.Consent, r.Revision = orUnknown(r.Ages, livc.AgeUnknown), orUnknown(r.Consent, discussion.ConsentUnknown), 1
	_, err := of(tx).exec(ctx, qInsertReferral, tx.By.Livc, r.ID, r.Municipality, r.State, r.Manner, r.By, r.Sector, r.Ages, r.Member,
		r.Container, r.Consent, r.SameAs, r.Checked, r.Officer, r.OfficerNote, r.OfficerNoteUntil, r.OfficerOn, r.Weighed, r.Reason,
		r.Decided, r.DecidedBy, r.OnPaper, r.Answered, r.Answer, r.Case, r.Received, r.EraseOn, r.Revision, micro(tx.At))
	return err
}

// orUnknown gives v, or the word for what is not known.
func orUnknown[T ~string](v, unknown T) T {
	if v == "" {
		return unknown
	}
	return v
}

// Referral gives one referral.
func (Referrals) Referral(ctx context.Context, tx *deed.Tx, id livc.ID) (r discussion.Referral, err error) {
	return r, of(tx).one(ctx, qReferral, a(tx.By.Livc, id), referralFields(&r)...)
}

// SetReferral writes the next revision of a referral.
func (Referrals) SetReferral(ctx context.Context, tx *deed.Tx, r discussion.Referral) error {
	r.Ages, r.Consent = orUnknown(r.Ages, livc.AgeUnknown), orUnknown(r.Consent, discussion.ConsentUnknown)
	return of(tx).change(ctx, qSetReferral, tx.By.Livc, r.ID, r.Revision, r.State, r.Manner, r.By, r.Sector, r.Ages, r.Member,
		r.Container, r.Consent, r.SameAs, r.Checked, r.Officer, r.OfficerNote, r.OfficerNoteUntil, r.OfficerOn, r.Weighed, r.Reason,
		r.Decided, r.DecidedBy, r.OnPaper, r.Answered, r.Answer, r.Case, r.Received, r.EraseOn)
}

// OpenReferrals lists what is not decided in a municipality.
func (Referrals) OpenReferrals(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]discussion.Referral, error) {
	return many(ctx, of(tx), qOpenReferrals, a(tx.By.Livc, municipality), readReferral)
}

// ReferralsBy lists what a hat referred.
func (Referrals) ReferralsBy(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]discussion.Referral, error) {
	return many(ctx, of(tx), qReferralsBy, a(tx.By.Livc, hat), readReferral)
}

// ReferralsForOfficer lists what an officer was asked to check.
func (Referrals) ReferralsForOfficer(ctx context.Context, tx *deed.Tx, officer livc.ID) ([]discussion.Referral, error) {
	return many(ctx, of(tx), qReferralsForOfficer, a(tx.By.Livc, officer), readReferral)
}

// NotHandedOver counts the referrals that were told and that no officer was asked to check.
func (Referrals) NotHandedOver(ctx context.Context, tx *deed.Tx) (n int, err error) {
	return n, of(tx).one(ctx, qNotHandedOver, a(tx.By.Livc), &n)
}

// ReferralsOf lists the referrals of a case.
func (Referrals) ReferralsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.Referral, error) {
	return many(ctx, of(tx), qReferralsOf, a(tx.By.Livc, caseID), readReferral)
}

// Criteria lists the questions of the third gate; until the protocol has its own, those it begins with.
func (Referrals) Criteria(ctx context.Context, tx *deed.Tx) ([]discussion.Criterion, error) {
	return many(ctx, of(tx), qThresholdCriteria, a(tx.By.Livc), func(s scanner) (c discussion.Criterion, err error) {
		return c, s.Scan(&c.ID, &c.Text)
	})
}

// Settings gives the choices of the protocol in force, or the basic ones.
func (Referrals) Settings(ctx context.Context, tx *deed.Tx) (p protocol.Settings, err error) {
	var text string
	err = of(tx).one(ctx, qSettings, a(tx.By.Livc), &text)
	if livc.KindOf(err) == livc.NotFoundKind {
		return protocol.Basic(), nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(text), &p)
	}
	if err != nil {
		return p, fmt.Errorf("read the protocol in force: %w", err)
	}
	return p, nil
}

// Coordinators lists the active coordinators of an organisation.
func (Referrals) Coordinators(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]livc.ID, error) {
	return many(ctx, of(tx), qCoordinators, a(tx.By.Livc, organisation), readID)
}

// Officers lists the active information officers.
func (Referrals) Officers(ctx context.Context, tx *deed.Tx) ([]livc.ID, error) {
	return many(ctx, of(tx), qOfficers, a(tx.By.Livc), readID)
}

const (
	qInsertHold = `INSERT INTO hold (livc, id, referral, case_id, by_hat, from_day, until_day) VALUES ($1, $2, $3, $4, $5, $6, $7)`
	qLiftHold   = `UPDATE hold SET lifted = $3 WHERE livc = $1 AND id = $2 AND lifted = ''`
	qHoldRows   = `SELECT id, referral, case_id, by_hat, from_day, until_day, lifted FROM hold WHERE livc = $1 AND referral = $2`
)

// InsertHold stores a hold.
func (Referrals) InsertHold(ctx context.Context, tx *deed.Tx, h discussion.Hold) error {
	_, err := of(tx).exec(ctx, qInsertHold, tx.By.Livc, h.ID, h.Referral, h.Case, h.By, h.From, h.Until)
	return err
}

// LiftHold ends a hold today.
func (Referrals) LiftHold(ctx context.Context, tx *deed.Tx, hold livc.ID) error {
	return of(tx).change(ctx, qLiftHold, tx.By.Livc, hold, tx.Today)
}

// Holds lists the holds of a referral.
func (Referrals) Holds(ctx context.Context, tx *deed.Tx, referral livc.ID) ([]discussion.Hold, error) {
	return many(ctx, of(tx), qHoldRows, a(tx.By.Livc, referral), func(s scanner) (h discussion.Hold, err error) {
		return h, s.Scan(&h.ID, &h.Referral, &h.Case, &h.By, &h.From, &h.Until, &h.Lifted)
	})
}
