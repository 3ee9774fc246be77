package store

import (
	"context"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// What the first page, the founding guide, the role cards and the log ask: dates, counts and random ids.
const (
	qFunctionsOf = `SELECT count(*) FROM hat a JOIN hat b ON b.livc = a.livc AND b.person = a.person
		WHERE a.livc = $1 AND a.id = $2 AND a.person <> '' AND b.state <> 'left'`
	qManages  = `SELECT count(*) FROM casus WHERE livc = $1 AND manager = $2 AND state NOT IN ('closed','erased')`
	qDirects  = `SELECT count(*) FROM casus WHERE livc = $1 AND director = $2 AND state NOT IN ('closed','erased')`
	qReferred = `SELECT count(*) FROM referral WHERE livc = $1 AND by_hat = $2 AND state IN ('asked','received','proposed','more')`
	qHatsEver = `SELECT id FROM hat WHERE livc = $1 AND organisation = $2`

	qInForceSince = `SELECT from_day FROM protocol WHERE livc = $1 AND state = 'in_force' ORDER BY version DESC LIMIT 1`
	qMeetingIn    = `SELECT count(*) FROM meeting WHERE livc = $1 AND state = $2`

	qNextMeeting = `SELECT id, day, clock, place, mode FROM meeting
		WHERE livc = $1 AND state IN ('planned','ready','open') AND day >= $2 ORDER BY day, id LIMIT 1`
	qNextInvited = `SELECT m.id, m.day, m.clock, m.place, m.mode FROM invitation i JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting
		WHERE i.livc = $1 AND i.hat = $3 AND i.state IN ('sent','accepted','call') AND m.state IN ('planned','ready','open') AND m.day >= $2
		ORDER BY m.day, m.id LIMIT 1`
	qCasesAt   = `SELECT count(*) FROM item WHERE livc = $1 AND meeting = $2 AND case_id <> ''`
	qInvitedTo = `SELECT count(DISTINCT hat) FROM invitation WHERE livc = $1 AND meeting = $2 AND state IN ('sent','accepted','call')`

	qDossierErasure = `SELECT due FROM dossier WHERE livc = $1 AND hat = $2 AND due <> '' ORDER BY due LIMIT 1`
	qSheetErasure   = `SELECT c.due FROM key_grant g JOIN casus c ON c.livc = g.livc AND c.sheet = g.container
		WHERE g.livc = $1 AND g.hat = $2 AND c.due <> '' ORDER BY c.due LIMIT 1`

	qNewestLeaves = `SELECT idx, payload FROM log_leaf WHERE livc = $1 ORDER BY idx DESC LIMIT $2`
	qLeavesBefore = `SELECT idx, payload FROM log_leaf WHERE livc = $1 AND idx < $2 ORDER BY idx DESC LIMIT $3`
)

// Roles counts the functions of the person under a hat, and the roles it has in open cases (R2.3.3-d).
func (Support) Roles(ctx context.Context, tx *deed.Tx, hat livc.ID) (n int, err error) {
	if err := of(tx).one(ctx, qFunctionsOf, a(tx.By.Livc, hat), &n); err != nil {
		return 0, err
	}
	for _, q := range []string{qManages, qDirects, qReferred} {
		var k int
		if err := of(tx).one(ctx, q, a(tx.By.Livc, hat), &k); err != nil {
			return 0, err
		}
		n += min(k, 1)
	}
	return n, nil
}

// HatsEver gives everybody an organisation ever had.
func (Support) HatsEver(ctx context.Context, tx *deed.Tx, organisation livc.ID) (map[livc.ID]bool, error) {
	list, err := many(ctx, of(tx), qHatsEver, a(tx.By.Livc, organisation), readID)
	ours := map[livc.ID]bool{}
	for _, id := range list {
		ours[id] = true
	}
	return ours, err
}

// Milestones tells whether a protocol is in force and whether a meeting was planned or held.
func (Support) Milestones(ctx context.Context, tx *deed.Tx) (m support.Milestones, err error) {
	err = of(tx).one(ctx, qInForceSince, a(tx.By.Livc), &m.ProtocolInForce)
	if err != nil && livc.KindOf(err) != livc.NotFoundKind {
		return m, err
	}
	for state, mark := range map[livc.MeetingState]*bool{livc.MeetingPlanned: &m.MeetingPlanned, livc.MeetingReady: &m.MeetingPlanned,
		livc.MeetingOpen: &m.MeetingPlanned, livc.MeetingClosed: &m.MeetingHeld} {
		var n int
		if err := of(tx).one(ctx, qMeetingIn, a(tx.By.Livc, state), &n); err != nil {
			return m, err
		}
		*mark = *mark || n > 0
	}
	return m, nil
}

// NextMeeting gives the next meeting; any tells whether the actor may know of meetings without invitation.
func (Support) NextMeeting(ctx context.Context, tx *deed.Tx, any bool) (m support.NextMeeting, err error) {
	q, args := qNextInvited, a(tx.By.Livc, tx.Today, tx.By.Hat)
	if any {
		q, args = qNextMeeting, a(tx.By.Livc, tx.Today)
	}
	err = of(tx).one(ctx, q, args, &m.ID, &m.Day, &m.Clock, &m.Place, &m.Mode)
	if livc.KindOf(err) == livc.NotFoundKind {
		return support.NextMeeting{}, nil
	}
	if err != nil || !any {
		return m, err
	}
	if err := of(tx).one(ctx, qCasesAt, a(tx.By.Livc, m.ID), &m.Cases); err != nil {
		return m, err
	}
	return m, of(tx).one(ctx, qInvitedTo, a(tx.By.Livc, m.ID), &m.Invited)
}

// NextErasure gives the first day on which something that the hat keeps is erased.
func (Support) NextErasure(ctx context.Context, tx *deed.Tx, hat livc.ID) (first livc.Day, err error) {
	for _, q := range []string{qDossierErasure, qSheetErasure} {
		var due livc.Day
		err := of(tx).one(ctx, q, a(tx.By.Livc, hat), &due)
		if err != nil && livc.KindOf(err) != livc.NotFoundKind {
			return "", err
		}
		if due != "" && (first == "" || due < first) {
			first = due
		}
	}
	return first, nil
}

// Leaves gives the newest n leaves before an index, the newest first.
func (Support) Leaves(ctx context.Context, tx *deed.Tx, before int64, n int) ([]support.LogLine, error) {
	q, args := qLeavesBefore, a(tx.By.Livc, before, n)
	if before == 0 {
		q, args = qNewestLeaves, a(tx.By.Livc, n)
	}
	return many(ctx, of(tx), q, args, func(s scanner) (l support.LogLine, err error) {
		var payload []byte
		if err := s.Scan(&l.Index, &payload); err != nil {
			return l, err
		}
		l.Entry, err = audit.ParseEntry(payload)
		return l, err
	})
}
