package store

import (
	"context"
	"encoding/json"
	"fmt"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

// Invitation keeps the rows of meetings, agendas and invitations. People and organisations are those of
// step 1.
type Invitation struct{ Support }

var _ invitation.Book = Invitation{}

const (
	qInsertMeeting = `INSERT INTO meeting (livc, id, day, clock, place, municipality, mode, kind, state, at, hybrid)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
	qMeeting         = `SELECT id, day, clock, place, municipality, mode, kind, state, hybrid, revision FROM meeting WHERE livc = $1 AND id = $2`
	qSetMeetingState = `UPDATE meeting SET state = $3, revision = revision + 1 WHERE livc = $1 AND id = $2`
	qMeetings        = `SELECT id, day, clock, place, municipality, mode, kind, state, hybrid, revision FROM meeting
		WHERE livc = $1 AND (day, id) > ($2, $3) ORDER BY day, id LIMIT $4`
	qOwnMeetings = `SELECT m.id, m.day, m.clock, m.place, m.municipality, m.mode, m.kind, m.state, m.hybrid, m.revision FROM meeting m
		WHERE m.livc = $1 AND (m.day, m.id) > ($2, $3) AND m.id IN (
			SELECT meeting FROM invitation WHERE livc = $1 AND hat = $4 AND state IN ('sent','accepted','call')
			UNION SELECT meeting FROM attendance WHERE livc = $1 AND hat = $4)
		ORDER BY m.day, m.id LIMIT $5`
)

// InsertMeeting stores a new meeting.
func (Invitation) InsertMeeting(ctx context.Context, tx *deed.Tx, m invitation.Meeting) error {
	_, err := of(tx).exec(ctx, qInsertMeeting, tx.By.Livc, m.ID, m.Day, m.Clock, m.Place, m.Municipality, m.Mode, m.Kind, m.State, micro(tx.At), m.Hybrid)
	return err
}

func readMeeting(s scanner) (m invitation.Meeting, err error) {
	return m, s.Scan(&m.ID, &m.Day, &m.Clock, &m.Place, &m.Municipality, &m.Mode, &m.Kind, &m.State, &m.Hybrid, &m.Revision)
}

// Meeting gives one meeting.
func (Invitation) Meeting(ctx context.Context, tx *deed.Tx, id livc.ID) (invitation.Meeting, error) {
	list, err := many(ctx, of(tx), qMeeting, a(tx.By.Livc, id), readMeeting)
	return only(list, err)
}

// only gives the one row of a list; none is NotFound.
func only[T any](list []T, err error) (one T, _ error) {
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return one, err
	}
	return list[0], nil
}

// SetMeetingState writes where a meeting stands.
func (Invitation) SetMeetingState(ctx context.Context, tx *deed.Tx, id livc.ID, s livc.MeetingState) error {
	return of(tx).change(ctx, qSetMeetingState, tx.By.Livc, id, s)
}

// Meetings gives a page of meetings; without an id in after it begins on that day.
func (Invitation) Meetings(ctx context.Context, tx *deed.Tx, after invitation.Meeting, limit int) ([]invitation.Meeting, error) {
	return many(ctx, of(tx), qMeetings, a(tx.By.Livc, after.Day, after.ID, limit), readMeeting)
}

// OwnMeetings gives a page of the meetings to which the actor is invited or expected.
func (Invitation) OwnMeetings(ctx context.Context, tx *deed.Tx, after invitation.Meeting, limit int) ([]invitation.Meeting, error) {
	return many(ctx, of(tx), qOwnMeetings, a(tx.By.Livc, after.Day, after.ID, tx.By.Hat, limit), readMeeting)
}

const (
	qInsertItem = `INSERT INTO item (livc, id, meeting, place, kind, topic, case_id, minutes, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
	// The code comes along only for who holds the casusblad: another town's case has none.
	qItems = `SELECT i.id, i.place, i.kind, i.topic, i.case_id, i.minutes, i.state,
		CASE WHEN g.hat IS NULL THEN '' ELSE COALESCE(c.code, '') END, COALESCE(c.ages, '')
		FROM item i LEFT JOIN casus c ON c.livc = i.livc AND c.id = i.case_id
		LEFT JOIN key_grant g ON g.livc = i.livc AND g.container = c.sheet AND g.hat = $3
		WHERE i.livc = $1 AND i.meeting = $2 ORDER BY i.place, i.id`
	qSetItem    = `UPDATE item SET place = $3, minutes = $4, revision = revision + 1 WHERE livc = $1 AND id = $2`
	qDeleteItem = `DELETE FROM item WHERE livc = $1 AND id = $2 AND state = 'planned'`
	qPlanCase   = `SELECT id, municipality, sheet, code, state, ages FROM casus WHERE livc = $1 AND id = $2`
	qOpenCases  = `SELECT c.id, c.municipality, c.sheet, c.code, c.state, c.ages FROM casus c
		JOIN key_grant g ON g.livc = c.livc AND g.container = c.sheet
		WHERE c.livc = $1 AND g.hat = $2 AND c.state NOT IN ('closed','erased') ORDER BY c.listed, c.id`
)

// InsertItem stores a new agenda item.
func (Invitation) InsertItem(ctx context.Context, tx *deed.Tx, i invitation.Item) error {
	_, err := of(tx).exec(ctx, qInsertItem, tx.By.Livc, i.ID, i.Meeting, i.Place, i.Kind, i.Topic, i.Case, i.Minutes, i.State)
	return err
}

// Items gives the items of a meeting.
func (Invitation) Items(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]invitation.Item, error) {
	return many(ctx, of(tx), qItems, a(tx.By.Livc, meeting, tx.By.Hat), func(s scanner) (invitation.Item, error) {
		i := invitation.Item{Meeting: meeting}
		return i, s.Scan(&i.ID, &i.Place, &i.Kind, &i.Topic, &i.Case, &i.Minutes, &i.State, &i.Code, &i.Ages)
	})
}

// SetItem writes place and minutes of an item.
func (Invitation) SetItem(ctx context.Context, tx *deed.Tx, i invitation.Item) error {
	return of(tx).change(ctx, qSetItem, tx.By.Livc, i.ID, i.Place, i.Minutes)
}

// DeleteItem takes an item off that was not opened.
func (Invitation) DeleteItem(ctx context.Context, tx *deed.Tx, item livc.ID) error {
	return of(tx).change(ctx, qDeleteItem, tx.By.Livc, item)
}

func readPlanCase(s scanner) (c invitation.Case, err error) {
	return c, s.Scan(&c.ID, &c.Municipality, &c.Sheet, &c.Code, &c.State, &c.Ages)
}

// Case gives what planning needs of a case.
func (Invitation) Case(ctx context.Context, tx *deed.Tx, id livc.ID) (invitation.Case, error) {
	list, err := many(ctx, of(tx), qPlanCase, a(tx.By.Livc, id), readPlanCase)
	return only(list, err)
}

// OpenCases gives the open cases whose casusblad the actor holds.
func (Invitation) OpenCases(ctx context.Context, tx *deed.Tx) ([]invitation.Case, error) {
	return many(ctx, of(tx), qOpenCases, a(tx.By.Livc, tx.By.Hat), readPlanCase)
}

const invitationColumns = `id, meeting, case_id, hat, state, holder, ad_hoc, urgent, note, motive, motive_until, secrecy_read_at,
		spoken, sent, answered, talked, briefed, orally_submitted, orally_reported, revision`

const (
	qInsertInvitation = `INSERT INTO invitation (livc, id, meeting, case_id, hat, state, holder, ad_hoc, urgent, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
	qInvitation     = `SELECT ` + invitationColumns + ` FROM invitation WHERE livc = $1 AND id = $2`
	qInvitations    = `SELECT ` + invitationColumns + ` FROM invitation WHERE livc = $1 AND meeting = $2 ORDER BY case_id, id`
	qOwnInvitations = `SELECT ` + invitationColumns + ` FROM invitation WHERE livc = $1 AND hat = $2
		AND state IN ('sent','accepted','call') ORDER BY sent, id`
	qInvitationsOver = `SELECT ` + invitationColumns + ` FROM invitation WHERE livc = $1 AND (motive_until <> '' AND motive_until <= $2
		OR note <> '' AND meeting IN (SELECT id FROM meeting WHERE livc = $1 AND day < $2)) ORDER BY id`
	qSetInvitation = `UPDATE invitation SET state = $3, holder = $4, ad_hoc = $5, urgent = $6, note = $7, motive = $8, motive_until = $9,
		secrecy_read_at = $10, spoken = $11, sent = $12, answered = $13, talked = $14, briefed = $15, orally_submitted = $16,
		orally_reported = $17, revision = revision + 1 WHERE livc = $1 AND id = $2 AND revision = $18`
	qDeleteInvitation = `DELETE FROM invitation WHERE livc = $1 AND id = $2 AND state = 'proposed'`
	qLastInvited      = `SELECT hat, MAX(sent) FROM invitation WHERE livc = $1 AND sent <> '' GROUP BY hat`
)

func readInvitation(s scanner) (i invitation.Invitation, err error) {
	var read int64
	err = s.Scan(&i.ID, &i.Meeting, &i.Case, &i.Hat, &i.State, &i.Holder, &i.AdHoc, &i.Urgent, &i.Note, &i.Motive, &i.MotiveUntil, &read,
		&i.Spoken, &i.Sent, &i.Answered, &i.Talked, &i.Briefed, &i.Submitted, &i.Reported, &i.Revision)
	i.SecrecyRead = moment(read)
	return i, err
}

// InsertInvitation stores a proposal.
func (Invitation) InsertInvitation(ctx context.Context, tx *deed.Tx, i invitation.Invitation) error {
	_, err := of(tx).exec(ctx, qInsertInvitation, tx.By.Livc, i.ID, i.Meeting, i.Case, i.Hat, i.State, i.Holder, i.AdHoc, i.Urgent, micro(tx.At))
	return err
}

// Invitation gives one invitation.
func (Invitation) Invitation(ctx context.Context, tx *deed.Tx, id livc.ID) (invitation.Invitation, error) {
	list, err := many(ctx, of(tx), qInvitation, a(tx.By.Livc, id), readInvitation)
	return only(list, err)
}

// SetInvitation writes what can change about an invitation.
func (Invitation) SetInvitation(ctx context.Context, tx *deed.Tx, i invitation.Invitation) error {
	return of(tx).change(ctx, qSetInvitation, tx.By.Livc, i.ID, i.State, i.Holder, i.AdHoc, i.Urgent, i.Note, i.Motive, i.MotiveUntil,
		micro(i.SecrecyRead), i.Spoken, i.Sent, i.Answered, i.Talked, i.Briefed, i.Submitted, i.Reported, i.Revision)
}

// DeleteInvitation takes a proposal away.
func (Invitation) DeleteInvitation(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	return of(tx).change(ctx, qDeleteInvitation, tx.By.Livc, id)
}

// Invitations gives the invitations for a meeting.
func (Invitation) Invitations(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]invitation.Invitation, error) {
	return many(ctx, of(tx), qInvitations, a(tx.By.Livc, meeting), readInvitation)
}

// OwnInvitations gives the actor's invitations that stand.
func (Invitation) OwnInvitations(ctx context.Context, tx *deed.Tx) ([]invitation.Invitation, error) {
	return many(ctx, of(tx), qOwnInvitations, a(tx.By.Livc, tx.By.Hat), readInvitation)
}

// Over gives invitations of which a motive or a personal note has had its time.
func (Invitation) Over(ctx context.Context, tx *deed.Tx) ([]invitation.Invitation, error) {
	return many(ctx, of(tx), qInvitationsOver, a(tx.By.Livc, tx.Today), readInvitation)
}

// LastInvited gives the day on which each person was last invited, whatever the answer was.
func (Invitation) LastInvited(ctx context.Context, tx *deed.Tx) (map[livc.ID]livc.Day, error) {
	last := map[livc.ID]livc.Day{}
	_, err := many(ctx, of(tx), qLastInvited, a(tx.By.Livc), func(s scanner) (hat livc.ID, err error) {
		var day livc.Day
		err = s.Scan(&hat, &day)
		last[hat] = day
		return hat, err
	})
	return last, err
}

const (
	qExpect = `INSERT INTO attendance (livc, meeting, id, hat, organisation, seat, state, briefed)
		VALUES ($1, $2, $3, $4, $5, $6, 'expected', $7)`
	qExpectAgain = `UPDATE attendance SET seat = $4, briefed = $5 WHERE livc = $1 AND meeting = $2 AND hat = $3`
	qUnexpect    = `DELETE FROM attendance WHERE livc = $1 AND meeting = $2 AND hat = $3 AND state = 'expected' AND seat IN ('participant','ad_hoc')`
	qExpected    = `SELECT id, hat, organisation, seat, briefed FROM attendance WHERE livc = $1 AND meeting = $2 AND hat <> '' ORDER BY id`
)

// Expect notes that somebody is expected, once.
func (Invitation) Expect(ctx context.Context, tx *deed.Tx, e invitation.Expected) error {
	n, err := of(tx).exec(ctx, qExpectAgain, tx.By.Livc, e.Meeting, e.Hat, e.Seat, e.Briefed)
	if err != nil || n > 0 {
		return err
	}
	_, err = of(tx).exec(ctx, qExpect, tx.By.Livc, e.Meeting, e.ID, e.Hat, e.Organisation, e.Seat, e.Briefed)
	return err
}

// Unexpect strikes somebody off who does not come; the three seats of the law stay.
func (Invitation) Unexpect(ctx context.Context, tx *deed.Tx, meeting, hat livc.ID) error {
	_, err := of(tx).exec(ctx, qUnexpect, tx.By.Livc, meeting, hat)
	return err
}

// Expected lists who is expected at a meeting.
func (Invitation) Expected(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]invitation.Expected, error) {
	return many(ctx, of(tx), qExpected, a(tx.By.Livc, meeting), func(s scanner) (invitation.Expected, error) {
		e := invitation.Expected{Meeting: meeting}
		return e, s.Scan(&e.ID, &e.Hat, &e.Organisation, &e.Seat, &e.Briefed)
	})
}

const qSettingsInForce = `SELECT settings FROM protocol WHERE livc = $1 AND state = 'in_force'`

// Settings gives the choices of the protocol in force; without one, those of the basic protocol.
func (Invitation) Settings(ctx context.Context, tx *deed.Tx) (set protocol.Settings, err error) {
	var text string
	err = of(tx).one(ctx, qSettingsInForce, a(tx.By.Livc), &text)
	if livc.KindOf(err) == livc.NotFoundKind {
		return protocol.Basic(), nil
	}
	if err != nil {
		return set, err
	}
	if err := json.Unmarshal([]byte(text), &set); err != nil {
		return set, fmt.Errorf("read the settings of the protocol: %w", err)
	}
	return set, nil
}
