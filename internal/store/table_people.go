package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

const (
	qAttendees = `SELECT t.id, t.hat, t.organisation, t.seat, t.name, t.stands_in_for, t.clearance_until, t.state, t.secrecy_at, t.briefed, t.framed,
		t.arrived_at, t.left_at, t.only_item, CASE WHEN o.guest THEN o.category ELSE o.name END, o.regime, ` + regionOfService + `, o.municipality,
		COALESCE(h.function, ''), COALESCE(h.person, ''), COALESCE(h.state, ''), COALESCE(h.mandate, ''),
		COALESCE(h.mandate_from, ''), COALESCE(h.mandate_until, ''), COALESCE(h.clearance_until, ''), h.name
		FROM attendance t JOIN organisation o ON o.livc = t.livc AND o.id = t.organisation
		LEFT JOIN hat h ON h.livc = t.livc AND h.id = t.hat` + joinMunicipality + ` WHERE t.livc = $1 AND t.meeting = $2 ORDER BY t.id`
	qAwaited = `SELECT h.id, h.organisation, h.function, h.person, h.state, h.mandate, h.mandate_from, h.mandate_until, h.clearance_until, h.name, o.name, o.regime, ` + regionOfService + `, o.municipality
		FROM hat h JOIN organisation o ON o.livc = h.livc AND o.id = h.organisation` + joinMunicipality + `
		WHERE h.livc = $1 AND h.state <> 'left' AND (h.function IN ('mayor','representative','coordinator','officer')
		OR h.id IN (SELECT hat FROM invitation WHERE livc = $1 AND meeting = $2 AND state IN ('sent','accepted','call')))
		AND h.id NOT IN (SELECT hat FROM attendance WHERE livc = $1 AND meeting = $2) ORDER BY h.id`
	qInvitedToSit = `SELECT hat FROM invitation WHERE livc = $1 AND meeting = $2 AND case_id = $3 AND state IN ('sent','accepted','call')`
	qQuestioned   = `SELECT id FROM invitation WHERE livc = $1 AND meeting = $2 AND case_id = $3 ORDER BY id`
	qPutPerson    = `INSERT INTO attendance (livc, meeting, id, hat, organisation, seat, name, stands_in_for, clearance_until, state, secrecy_at,
		briefed, framed, arrived_at, left_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
		ON CONFLICT (livc, meeting, id) DO UPDATE SET seat = excluded.seat, state = excluded.state, secrecy_at = excluded.secrecy_at,
		briefed = excluded.briefed, framed = excluded.framed, arrived_at = excluded.arrived_at, left_at = excluded.left_at`
)

// Attendees gives everybody with a row at a meeting.
func (Table) Attendees(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]discussion.Attendee, error) {
	return many(ctx, of(tx), qAttendees, a(tx.By.Livc, meeting), func(s scanner) (p discussion.Attendee, err error) {
		var at, arrived, left int64
		var ownName, hatName []byte
		var municipality, state string
		var mandate support.Mandate
		var cleared livc.Day
		err = s.Scan(&p.ID, &p.Hat, &p.Organisation, &p.Seat, &ownName, &p.StandsInFor, &p.ClearedUntil, &p.State, &at, &p.Briefed, &p.Framed,
			&arrived, &left, &p.OnlyItem, &p.Service, &p.Regime, &p.Region, &municipality, &p.Function, &p.Person, &state, &mandate.Text, &mandate.From, &mandate.Until, &cleared, &hatName)
		if err != nil {
			return p, err
		}
		p.Acknowledged, p.Arrived, p.Left = moment(at), moment(arrived), moment(left)
		return attendee(tx, p, municipality, state, mandate, cleared, ownName, hatName)
	})
}

// attendee fills in what follows from the hat, or from the row of who has no account.
func attendee(tx *deed.Tx, p discussion.Attendee, municipality, state string, mandate support.Mandate, cleared livc.Day, ownName, hatName []byte) (discussion.Attendee, error) {
	p.Municipal, p.HasAccount, p.Mandate = municipality != "", state == "active", mandate.Holds(tx.Today)
	if p.ClearedUntil == "" {
		p.ClearedUntil = cleared
	}
	if p.Function == "" {
		p.Function = p.Seat.Function()
	}
	table, row, sealed := "attendance", p.ID, ownName
	if p.Hat != "" {
		table, row, sealed = "hat", p.Hat, hatName
	}
	if p.Person == "" {
		p.Person = row
	}
	var err error
	p.Name, err = tx.OpenContact(table, row, "name", sealed)
	return p, err
}

// Awaited gives who can be checked in without a row yet.
func (Table) Awaited(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]discussion.Attendee, error) {
	return many(ctx, of(tx), qAwaited, a(tx.By.Livc, meeting), func(s scanner) (p discussion.Attendee, err error) {
		var municipality, state string
		var mandate support.Mandate
		var name []byte
		err = s.Scan(&p.Hat, &p.Organisation, &p.Function, &p.Person, &state, &mandate.Text, &mandate.From, &mandate.Until, &p.ClearedUntil, &name, &p.Service, &p.Regime, &p.Region, &municipality)
		if err != nil {
			return p, err
		}
		p.State, p.Seat = discussion.Expected, discussion.SeatFor(p.Function)
		return attendee(tx, p, municipality, state, mandate, p.ClearedUntil, nil, name)
	})
}

// PutAttendee stores somebody at a meeting.
func (Table) PutAttendee(ctx context.Context, tx *deed.Tx, meeting livc.ID, p discussion.Attendee) error {
	var name []byte
	cleared := p.ClearedUntil
	if p.Hat == "" {
		name = tx.SealContact("attendance", p.ID, "name", p.Name)
	} else {
		cleared = "" // stands with the hat, where it is kept true
	}
	_, err := of(tx).exec(ctx, qPutPerson, tx.By.Livc, meeting, p.ID, p.Hat, p.Organisation, p.Seat, name, p.StandsInFor, cleared, p.State,
		micro(p.Acknowledged), p.Briefed, p.Framed, micro(p.Arrived), micro(p.Left))
	return err
}

// Questioned lists the invitations under whose ids the questions to partners stand.
func (Table) Questioned(ctx context.Context, tx *deed.Tx, meeting, caseID livc.ID) ([]livc.ID, error) {
	return many(ctx, of(tx), qQuestioned, a(tx.By.Livc, meeting, caseID), readID)
}

// InvitedTo lists who was invited for a case of a meeting and did not decline.
func (Table) InvitedTo(ctx context.Context, tx *deed.Tx, meeting, caseID livc.ID) ([]livc.ID, error) {
	return many(ctx, of(tx), qInvitedToSit, a(tx.By.Livc, meeting, caseID), readID)
}

const (
	qPresences = `SELECT attendance, hat, entered_at, left_at, admitted_by FROM presence WHERE livc = $1 AND item = $2
		ORDER BY entered_at, attendance`
	qPutPresence = `INSERT INTO presence (livc, item, attendance, hat, entered_at, left_at, admitted_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (livc, item, attendance, entered_at) DO UPDATE SET left_at = excluded.left_at`
	qForgetPresences = `DELETE FROM presence WHERE livc = $1 AND item = $2`
)

// Presences gives every stay inside an item.
func (Table) Presences(ctx context.Context, tx *deed.Tx, item livc.ID) ([]discussion.Presence, error) {
	return many(ctx, of(tx), qPresences, a(tx.By.Livc, item), func(s scanner) (p discussion.Presence, err error) {
		var in, out int64
		err = s.Scan(&p.Attendee, &p.Hat, &in, &out, &p.AdmittedBy)
		p.Entered, p.Left = moment(in), moment(out)
		return p, err
	})
}

// PutPresence stores a stay, or its end.
func (Table) PutPresence(ctx context.Context, tx *deed.Tx, item livc.ID, p discussion.Presence) error {
	_, err := of(tx).exec(ctx, qPutPresence, tx.By.Livc, item, p.Attendee, p.Hat, micro(p.Entered), micro(p.Left), p.AdmittedBy)
	return err
}

// ForgetPresences takes back who was entered as inside an item.
func (Table) ForgetPresences(ctx context.Context, tx *deed.Tx, item livc.ID) error {
	_, err := of(tx).exec(ctx, qForgetPresences, tx.By.Livc, item)
	return err
}
