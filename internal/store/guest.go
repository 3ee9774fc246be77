package store

import (
	"context"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// A pass is a row of the installation: who opens a link has no LIVC R yet.
const (
	passColumns = `id, meeting_livc, meeting, item, attendance, organisation, hat, link, words, tries, from_at, until_at, entered_at, ended_at`
	qInsertPass = `INSERT INTO guest_pass (livc, id, meeting_livc, meeting, item, attendance, organisation, hat, link, words, from_at, until_at)
		VALUES ('0', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
	qPassByLink      = `SELECT ` + passColumns + ` FROM guest_pass WHERE livc = '0' AND link = $1`
	qPassOfHat       = `SELECT ` + passColumns + ` FROM guest_pass WHERE livc = '0' AND meeting_livc = $1 AND hat = $2`
	qPasses          = `SELECT ` + passColumns + ` FROM guest_pass WHERE livc = '0' AND meeting_livc = $1 AND meeting = $2 ORDER BY id`
	qLatePasses      = `SELECT ` + passColumns + ` FROM guest_pass WHERE livc = '0' AND meeting_livc = $1 AND until_at <= $2 AND ended_at = 0 ORDER BY id`
	qCountWrongWords = `UPDATE guest_pass SET tries = tries + 1 WHERE livc = '0' AND id = $1`
	qUsePass         = `UPDATE guest_pass SET entered_at = $2 WHERE livc = '0' AND id = $1 AND entered_at = 0 AND ended_at = 0`
	qEndPass         = `UPDATE guest_pass SET ended_at = $2 WHERE livc = '0' AND id = $1 AND ended_at = 0`
	qForgetPasses    = `DELETE FROM guest_pass WHERE livc = '0' AND meeting_livc = $1 AND ended_at > 0 AND ended_at <= $2`

	qBindGuest = `UPDATE attendance SET hat = $4, only_item = $5 WHERE livc = $1 AND meeting = $2 AND id = $3 AND hat = ''`
	// Of a pass that was used the name goes; a seat of a pass that was not can be taken without a screen.
	qGuestGone    = `UPDATE attendance SET name = NULL, left_at = $4, state = CASE WHEN state = 'expected' THEN 'absent' ELSE 'left' END WHERE livc = $1 AND meeting = $2 AND id = $3`
	qUnbindGuest  = `UPDATE attendance SET hat = '', only_item = '' WHERE livc = $1 AND meeting = $2 AND id = $3`
	qGuestOutside = `UPDATE presence SET left_at = $3 WHERE livc = $1 AND hat = $2 AND left_at = 0`
	qForgetGuest  = `UPDATE hat SET name = $3, mail = NULL, phone = NULL, secrecy = '', list_manager = FALSE, pins = NULL WHERE livc = $1 AND id = $2`
	qEndGuestFirm = `UPDATE organisation SET state = 'inactive' WHERE livc = $1 AND id = $2 AND guest = TRUE`
	qDropSeat     = `DELETE FROM seat WHERE livc = '0' AND hat_livc = $1 AND hat = $2`
)

func readPass(s scanner) (p discussion.GuestPass, err error) {
	var from, until, entered, ended int64
	err = s.Scan(&p.ID, &p.Livc, &p.Meeting, &p.Item, &p.Attendee, &p.Organisation, &p.Hat, &p.Link, &p.Words, &p.Tries, &from, &until, &entered, &ended)
	p.From, p.Until, p.Entered, p.Ended = moment(from), moment(until), moment(entered), moment(ended)
	return p, err
}

func onePass(list []discussion.GuestPass, err error) (discussion.GuestPass, error) {
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return discussion.GuestPass{}, err
	}
	return list[0], nil
}

// InsertPass stores a pass.
func (Table) InsertPass(ctx context.Context, tx *deed.Tx, p discussion.GuestPass) error {
	_, err := of(tx).exec(ctx, qInsertPass, p.ID, p.Livc, p.Meeting, p.Item, p.Attendee, p.Organisation, p.Hat, p.Link, p.Words, micro(p.From), micro(p.Until))
	return err
}

// PassByLink finds a pass in every LIVC R.
func (Table) PassByLink(ctx context.Context, tx *deed.Tx, link []byte) (discussion.GuestPass, error) {
	return onePass(many(ctx, of(tx), qPassByLink, a(link), readPass))
}

// PassOfHat gives the pass of a guest.
func (Table) PassOfHat(ctx context.Context, tx *deed.Tx, hat livc.ID) (discussion.GuestPass, error) {
	return onePass(many(ctx, of(tx), qPassOfHat, a(tx.By.Livc, hat), readPass))
}

// Passes lists the passes of a meeting.
func (Table) Passes(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]discussion.GuestPass, error) {
	return many(ctx, of(tx), qPasses, a(tx.By.Livc, meeting), readPass)
}

// BindGuest gives the seat of a pass its hat and its one point; a seat that got another meanwhile is a Conflict.
func (Table) BindGuest(ctx context.Context, tx *deed.Tx, p discussion.GuestPass) error {
	return of(tx).change(ctx, qBindGuest, p.Livc, p.Meeting, p.Attendee, p.Hat, p.Item)
}

// CountWrongWords counts a wrong try.
func (Table) CountWrongWords(ctx context.Context, tx *deed.Tx, pass livc.ID) error {
	return of(tx).change(ctx, qCountWrongWords, pass)
}

// UsePass notes that the words were typed, once, and whose the hat is.
func (Table) UsePass(ctx context.Context, tx *deed.Tx, p discussion.GuestPass, person livc.ID) error {
	if err := of(tx).change(ctx, qUsePass, p.ID, micro(tx.At)); err != nil {
		return err
	}
	_, err := of(tx).exec(ctx, qInsertSeat, p.Livc, p.Hat, person)
	return err
}

// EndGuest ends a pass: the hat has left, its keys and its name are gone, its sessions over at the next click.
func (t Table) EndGuest(ctx context.Context, tx *deed.Tx, p discussion.GuestPass) error {
	if err := t.EndHat(ctx, tx, p.Hat); err != nil {
		return err
	}
	if err := t.TakeAllGrants(ctx, tx, p.Hat); err != nil {
		return err
	}
	now := micro(tx.At)
	seat := statement{qUnbindGuest, a(p.Livc, p.Meeting, p.Attendee)}
	if !p.Entered.IsZero() {
		seat = statement{qGuestGone, a(p.Livc, p.Meeting, p.Attendee, now)}
	}
	for _, s := range []statement{seat, {qGuestOutside, a(p.Livc, p.Hat, now)}, {qForgetGuest, a(p.Livc, p.Hat, []byte{})},
		{qEndGuestFirm, a(p.Livc, p.Organisation)}, {qDropSeat, a(p.Livc, p.Hat)}, {qEndPass, a(p.ID, now)}} {
		if _, err := of(tx).exec(ctx, s.q, s.args...); err != nil {
			return err
		}
	}
	return nil
}

// statement is a statement with what it is about.
type statement struct {
	q    string
	args []any
}

// passKept is how long a pass that ended is remembered.
const passKept = 7 * 24 * time.Hour

// DropGuests ends the passes whose day is over, and forgets those that ended a week ago.
func (Processing) DropGuests(ctx context.Context, tx *deed.Tx) error {
	late, err := many(ctx, of(tx), qLatePasses, a(tx.By.Livc, micro(tx.At)), readPass)
	if err != nil {
		return err
	}
	for _, p := range late {
		if err := (Table{}).EndGuest(ctx, tx, p); err != nil {
			return err
		}
	}
	_, err = of(tx).exec(ctx, qForgetPasses, tx.By.Livc, micro(tx.At.Add(-passKept)))
	return err
}
