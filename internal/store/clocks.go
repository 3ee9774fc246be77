package store

import (
	"context"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

const (
	qRun    = `SELECT at, held, confirmed, confirmed_by FROM clock_run WHERE livc = $1`
	qSetRun = `INSERT INTO clock_run (livc, at, held, confirmed, confirmed_by) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (livc) DO UPDATE SET at = excluded.at, held = excluded.held, confirmed = excluded.confirmed, confirmed_by = excluded.confirmed_by`
	qLastCheckpoint = `SELECT COALESCE(MAX(at), 0) FROM checkpoint WHERE livc = $1`
	qMeetingClosed  = `SELECT count(*) FROM meeting WHERE livc = $1 AND state = 'closed' AND closed_at > $2`
	qSweep          = `SELECT (SELECT count(*) FROM dossier d WHERE d.livc = $1 AND d.due <= $2) + (SELECT count(*) FROM casus c WHERE c.livc = $1 AND c.due <= $2),
		(SELECT count(*) FROM dossier d WHERE d.livc = $1) + (SELECT count(*) FROM casus c WHERE c.livc = $1)`
)

// Run gives the last run of the clocks; none yet is an empty one.
func (Processing) Run(ctx context.Context, tx *deed.Tx) (r processing.Run, err error) {
	var at int64
	err = of(tx).one(ctx, qRun, a(tx.By.Livc), &at, &r.Held, &r.Confirmed, &r.By)
	if livc.KindOf(err) == livc.NotFoundKind {
		return processing.Run{}, nil
	}
	r.At = moment(at)
	return r, err
}

// SetRun writes the last run.
func (Processing) SetRun(ctx context.Context, tx *deed.Tx, r processing.Run) error {
	_, err := of(tx).exec(ctx, qSetRun, tx.By.Livc, micro(r.At), r.Held, r.Confirmed, r.By)
	return err
}

// LastCheckpoint gives the time of the newest checkpoint of the log.
func (Processing) LastCheckpoint(ctx context.Context, tx *deed.Tx) (time.Time, error) {
	var at int64
	err := of(tx).one(ctx, qLastCheckpoint, a(tx.By.Livc), &at)
	return moment(at), err
}

// MeetingClosedAfter tells whether a meeting was closed since.
func (Processing) MeetingClosedAfter(ctx context.Context, tx *deed.Tx, at time.Time) (bool, error) {
	var n int
	err := of(tx).one(ctx, qMeetingClosed, a(tx.By.Livc, micro(at)), &n)
	return n > 0, err
}

// Settings gives the choices of the protocol in force, or the basic ones.
func (Processing) Settings(ctx context.Context, tx *deed.Tx) (protocol.Settings, error) {
	return Referrals{}.Settings(ctx, tx)
}

// Sweep counts cases and dossiers that are due, and all of them.
func (Processing) Sweep(ctx context.Context, tx *deed.Tx) (due, all int, err error) {
	return due, all, of(tx).one(ctx, qSweep, a(tx.By.Livc, tx.Today), &due, &all)
}

const (
	qDueCases   = `SELECT ` + qCaseTermColumns + `, c.municipality, c.listed FROM casus c WHERE c.livc = $1 AND c.due <= $2 ORDER BY c.due, c.id LIMIT $3`
	qSetCaseDue = `UPDATE casus SET due = $3 WHERE livc = $1 AND id = $2`
	qCaseHolds  = `SELECT from_day, COALESCE(NULLIF(lifted, ''), until_day) FROM hold WHERE livc = $1 AND case_id = $2 ORDER BY from_day`

	qReferralClock = `id, municipality, state, received, decided FROM referral `
	qDueReferrals  = `SELECT ` + qReferralClock + `WHERE livc = $1 AND erase_on <= $2 AND case_id = '' ORDER BY erase_on, id LIMIT $3`
	qUndecided     = `SELECT ` + qReferralClock + `WHERE livc = $1 AND state IN ('asked','received','proposed','more') AND received <= $2 ORDER BY received, id LIMIT $3`
	qSetEraseOn    = `UPDATE referral SET erase_on = $3 WHERE livc = $1 AND id = $2`
	qReferralHold  = `SELECT from_day, COALESCE(NULLIF(lifted, ''), until_day) FROM hold WHERE livc = $1 AND referral = $2 ORDER BY from_day`
)

func readHold(s scanner) (h law.Hold, err error) { return h, s.Scan(&h.From, &h.Until) }

// DueCases lists cases whose row falls due by a day, with the holds on those never discussed.
func (Processing) DueCases(ctx context.Context, tx *deed.Tx, upTo livc.Day, limit int) ([]processing.WaitingCase, error) {
	list, err := many(ctx, of(tx), qDueCases, a(tx.By.Livc, upTo, limit), func(s scanner) (w processing.WaitingCase, err error) {
		c := &w.Retention.Clock
		return w, s.Scan(&w.Case, &w.Code, &w.State, &c.FirstDiscussed, &c.LastDiscussed, &c.Restarts, &w.Retention.Due, &w.Municipality, &w.Listed)
	})
	for i := range list {
		if err == nil && list[i].Retention.Clock.LastDiscussed == "" {
			list[i].Holds, err = many(ctx, of(tx), qCaseHolds, a(tx.By.Livc, list[i].Case), readHold)
		}
	}
	return list, err
}

// SetCaseDue moves the last day of a case that was never discussed.
func (Processing) SetCaseDue(ctx context.Context, tx *deed.Tx, caseID livc.ID, due livc.Day) error {
	return of(tx).change(ctx, qSetCaseDue, tx.By.Livc, caseID, due)
}

func (Processing) waiting(ctx context.Context, tx *deed.Tx, q string, day livc.Day, limit int) ([]processing.WaitingReferral, error) {
	list, err := many(ctx, of(tx), q, a(tx.By.Livc, day, limit), func(s scanner) (w processing.WaitingReferral, err error) {
		return w, s.Scan(&w.ID, &w.Municipality, &w.Clock.State, &w.Clock.Received, &w.Clock.Decided)
	})
	for i := range list {
		if err == nil {
			list[i].Clock.Holds, err = many(ctx, of(tx), qReferralHold, a(tx.By.Livc, list[i].ID), readHold)
		}
	}
	return list, err
}

// DueReferrals lists referrals without a case that are due today.
func (p Processing) DueReferrals(ctx context.Context, tx *deed.Tx, limit int) ([]processing.WaitingReferral, error) {
	return p.waiting(ctx, tx, qDueReferrals, tx.Today, limit)
}

// Undecided lists referrals received by a day on which nobody decided yet.
func (p Processing) Undecided(ctx context.Context, tx *deed.Tx, receivedBy livc.Day, limit int) ([]processing.WaitingReferral, error) {
	return p.waiting(ctx, tx, qUndecided, receivedBy, limit)
}

// SetEraseOn moves the last day of a referral that is on hold.
func (Processing) SetEraseOn(ctx context.Context, tx *deed.Tx, referral livc.ID, on livc.Day) error {
	return of(tx).change(ctx, qSetEraseOn, tx.By.Livc, referral, on)
}

const (
	qNoticed = `SELECT count(*) FROM clock_notice WHERE livc = $1 AND object = $2 AND kind = $3 AND due = $4`
	qNotice  = `INSERT INTO clock_notice (livc, object, kind, due, day) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (livc, object, kind, due) DO NOTHING`

	qOffersDue           = ` IN (SELECT x.note FROM register_offer x WHERE x.livc = $1 AND x.note <> '' AND x.until <= $2)`
	qDropOfferGrants     = `DELETE FROM key_grant WHERE livc = $1 AND container` + qOffersDue
	qDropOfferRecords    = `DELETE FROM record WHERE livc = $1 AND container` + qOffersDue
	qDropOfferContainers = `DELETE FROM container WHERE livc = $1 AND id` + qOffersDue
	qDropOffers          = `DELETE FROM register_offer WHERE livc = $1 AND until <= $2`

	qDropTokens = `DELETE FROM form_token WHERE livc = $1 AND at < $2`
	qChairs     = `SELECT h.id FROM hat h JOIN municipality m ON m.livc = h.livc AND m.organisation = h.organisation
		WHERE h.livc = $1 AND m.id = $2 AND h.state = 'active' AND h.function IN ('mayor','representative') ORDER BY h.id`
)

// Noticed tells whether something was told already.
func (Processing) Noticed(ctx context.Context, tx *deed.Tx, object livc.ID, kind string, due livc.Day) (bool, error) {
	var n int
	err := of(tx).one(ctx, qNoticed, a(tx.By.Livc, object, kind, due), &n)
	return n > 0, err
}

// Notice notes that something was told.
func (Processing) Notice(ctx context.Context, tx *deed.Tx, object livc.ID, kind string, due livc.Day) error {
	_, err := of(tx).exec(ctx, qNotice, tx.By.Livc, object, kind, due, tx.Today)
	return err
}

// DropOffers deletes the questions whose time is over, answered or not, with what was offered.
func (Processing) DropOffers(ctx context.Context, tx *deed.Tx) (int, error) {
	for _, q := range []string{qDropOfferGrants, qDropOfferRecords, qDropOfferContainers} {
		if _, err := of(tx).exec(ctx, q, tx.By.Livc, tx.Today); err != nil {
			return 0, err
		}
	}
	n, err := of(tx).exec(ctx, qDropOffers, tx.By.Livc, tx.Today)
	return int(n), err
}

// Notes that go on a day of their own: the officer's note with a name, worries and drafts, thinking
// along, a question to a service. $2 is today.
const (
	qNotesDue = ` IN (SELECT x.officer_note FROM referral x WHERE x.livc = $1 AND x.officer_note <> '' AND x.officer_note_until > '' AND x.officer_note_until <= $2
		UNION SELECT x.note FROM thinking_along x WHERE x.livc = $1 AND x.note <> '' AND x.erase_on <= $2
		UNION SELECT x.note FROM list_question x WHERE x.livc = $1 AND x.note <> '' AND x.erase_on <= $2)`
	qDropNoteGrants    = `DELETE FROM key_grant WHERE livc = $1 AND container` + qNotesDue
	qDropNoteWaiting   = `DELETE FROM waiting_grant WHERE livc = $1 AND container` + qNotesDue
	qDropNoteRecords   = `DELETE FROM record WHERE livc = $1 AND container` + qNotesDue
	qDropNoteContainer = `DELETE FROM container WHERE livc = $1 AND id` + qNotesDue
	qDropDrawerRecords = `DELETE FROM record WHERE livc = $1
		AND container IN (SELECT x.container FROM drawer_item x WHERE x.livc = $1 AND x.erase_on <= $2
		UNION SELECT x.container FROM thinking_along x WHERE x.livc = $1 AND x.erase_on <= $2)
		AND (container, id) IN (SELECT x.container, x.id FROM drawer_item x WHERE x.livc = $1 AND x.erase_on <= $2
		UNION SELECT x.container, x.id FROM thinking_along x WHERE x.livc = $1 AND x.erase_on <= $2)`
	qClearOfficerNote = `UPDATE referral SET officer_note = '', officer_note_until = '' WHERE livc = $1 AND officer_note <> '' AND officer_note_until > '' AND officer_note_until <= $2`
	qDropDrawerItems  = `DELETE FROM drawer_item WHERE livc = $1 AND erase_on <= $2`
	qDropThinking     = `DELETE FROM thinking_along WHERE livc = $1 AND erase_on <= $2`
	qDropArrivals     = `DELETE FROM arrival WHERE livc = $1 AND forget_on <= $2`
	qDropListQuestion = `DELETE FROM list_question WHERE livc = $1 AND erase_on <= $2`
)

// DropNotes deletes the short-lived notes whose day has come.
func (Processing) DropNotes(ctx context.Context, tx *deed.Tx) (gone int, err error) {
	for _, q := range []string{qDropNoteGrants, qDropNoteWaiting, qDropNoteRecords, qDropNoteContainer, qDropDrawerRecords} {
		if _, err := of(tx).exec(ctx, q, tx.By.Livc, tx.Today); err != nil {
			return gone, err
		}
	}
	for _, q := range []string{qClearOfficerNote, qDropDrawerItems, qDropThinking, qDropListQuestion, qDropArrivals} {
		n, err := of(tx).exec(ctx, q, tx.By.Livc, tx.Today)
		if err != nil {
			return gone, err
		}
		gone += int(n)
	}
	return gone, nil
}

// tokenHours is how long a form that was sent remembers what it made.
const tokenHours = 24

// DropTokens deletes tokens of forms older than a day.
func (Processing) DropTokens(ctx context.Context, tx *deed.Tx) error {
	_, err := of(tx).exec(ctx, qDropTokens, tx.By.Livc, micro(tx.At.Add(-tokenHours*time.Hour)))
	return err
}

// Chairs lists the mayor and the representative of a municipality.
func (Processing) Chairs(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]livc.ID, error) {
	return many(ctx, of(tx), qChairs, a(tx.By.Livc, municipality), readID)
}
