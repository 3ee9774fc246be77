package store

import (
	"context"

	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

// A seat row says whose hat it is; everything else about the hat is read from its own row in its own
// LIVC R, so that nothing is kept twice.
const (
	qInsertSeat = `INSERT INTO seat (livc, hat_livc, hat, person) VALUES ('0', $1, $2, $3) ON CONFLICT DO NOTHING`
	qSeatsOf    = `SELECT hat_livc, hat, person FROM seat WHERE livc = '0' AND person = $1 ORDER BY hat_livc, hat`
	qSeat       = `SELECT hat_livc, hat, person FROM seat WHERE livc = '0' AND hat_livc = $1 AND hat = $2`
	qSeatHat    = `SELECT organisation, function, generation FROM hat WHERE livc = $1 AND id = $2 AND state <> 'left'`

	qSeatSitting = `SELECT t.state, m.state, m.closed_at FROM attendance t JOIN meeting m ON m.livc = t.livc AND m.id = t.meeting
		WHERE t.livc = $1 AND t.hat = $2 AND t.arrived_at > 0 ORDER BY m.opened_at DESC LIMIT 1`
)

// InsertSeat gives a hat to a person; a hat that was taken meanwhile is a Conflict.
func (p *Identity) InsertSeat(ctx context.Context, tx identity.Tx, s identity.Seat) error {
	n, err := in(tx).exec(ctx, qInsertSeat, s.Livc, s.Hat, s.Person)
	if err == nil && n == 0 {
		return livc.Conflict("conflict.enrolled")
	}
	return err
}

// SeatsOf lists the seats that a person may choose.
func (p *Identity) SeatsOf(ctx context.Context, tx identity.Tx, person livc.ID) (list []identity.Seat, err error) {
	all, err := many(ctx, in(tx), qSeatsOf, a(person), readSeat)
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		s, err := p.withHat(ctx, tx, s)
		if livc.KindOf(err) == livc.NotFoundKind {
			continue // left
		}
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}

// Seat gives one seat; NotFound when it was left.
func (p *Identity) Seat(ctx context.Context, tx identity.Tx, id, hat livc.ID) (s identity.Seat, err error) {
	if err := in(tx).one(ctx, qSeat, a(id, hat), &s.Livc, &s.Hat, &s.Person); err != nil {
		return s, err
	}
	return p.withHat(ctx, tx, s)
}

func readSeat(s scanner) (v identity.Seat, err error) { return v, s.Scan(&v.Livc, &v.Hat, &v.Person) }

func (p *Identity) withHat(ctx context.Context, tx identity.Tx, s identity.Seat) (identity.Seat, error) {
	return s, in(tx).one(ctx, qSeatHat, a(s.Livc, s.Hat), &s.Controller, &s.Function, &s.Generation)
}

// Attendance tells whether a hat is checked in at an open meeting, and when its last one closed.
func (p *Identity) Attendance(ctx context.Context, tx identity.Tx, id, hat livc.ID) (at identity.Attendance, err error) {
	var state livc.MeetingState
	var here string
	var closed int64
	err = in(tx).one(ctx, qSeatSitting, a(id, hat), &here, &state, &closed)
	if livc.KindOf(err) == livc.NotFoundKind {
		return at, nil
	}
	return identity.Attendance{Open: state == livc.MeetingOpen && here == "present", Ended: moment(closed)}, err
}
