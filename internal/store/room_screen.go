package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// A screen is a row of the installation: who types its code has no LIVC R yet.
const (
	screenColumns = `id, meeting_livc, meeting, container, code, tries, until_at, public, sealed, blind`
	qScreen       = `SELECT ` + screenColumns + ` FROM screen WHERE livc = '0' AND id = $1`
	qScreenOf     = `SELECT ` + screenColumns + ` FROM screen WHERE livc = '0' AND meeting_livc = $1 AND meeting = $2`
	qOpenScreens  = `SELECT ` + screenColumns + ` FROM screen WHERE livc = '0' AND until_at > $1 AND public IS NULL AND tries < $2 ORDER BY until_at`
	qPutScreen    = `INSERT INTO screen (livc, id, meeting_livc, meeting, container, code, tries, until_at, public, sealed, blind)
		VALUES ('0', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (livc, id) DO UPDATE SET container = excluded.container,
		tries = excluded.tries, until_at = excluded.until_at, public = excluded.public, sealed = excluded.sealed,
		blind = excluded.blind`
	qCountTry    = `UPDATE screen SET tries = tries + 1 WHERE livc = '0' AND until_at > $1 AND public IS NULL`
	qDropScreen  = `DELETE FROM screen WHERE livc = '0' AND meeting_livc = $1 AND meeting = $2`
	qLateScreens = `SELECT ` + screenColumns + ` FROM screen WHERE livc = '0' AND until_at <= $2 AND meeting_livc = $1`
)

func readScreen(s scanner) (x deed.Screen, err error) {
	var until int64
	err = s.Scan(&x.ID, &x.Livc, &x.Meeting, &x.Container, &x.Code, &x.Tries, &until, &x.Public, &x.Sealed, &x.Blind)
	x.Until = moment(until)
	return x, err
}

func oneScreen(list []deed.Screen, err error) (deed.Screen, error) {
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return deed.Screen{}, err
	}
	return list[0], nil
}

// Screen gives a screen by its id.
func (b *batch) Screen(ctx context.Context, id livc.ID) (deed.Screen, error) {
	return oneScreen(many(ctx, b.handle, qScreen, a(id), readScreen))
}

// ScreenOf gives the screen of a meeting.
func (Table) ScreenOf(ctx context.Context, tx *deed.Tx, meeting livc.ID) (deed.Screen, error) {
	return oneScreen(many(ctx, of(tx), qScreenOf, a(tx.By.Livc, meeting), readScreen))
}

// OpenScreens lists the screens whose code can still be typed, in every LIVC R.
func (Table) OpenScreens(ctx context.Context, tx *deed.Tx, tries int) ([]deed.Screen, error) {
	return many(ctx, of(tx), qOpenScreens, a(micro(tx.At), tries), readScreen)
}

// PutScreen stores a screen.
func (Table) PutScreen(ctx context.Context, tx *deed.Tx, s deed.Screen) error {
	_, err := of(tx).exec(ctx, qPutScreen, s.ID, s.Livc, s.Meeting, s.Container, s.Code, s.Tries, micro(s.Until), s.Public, s.Sealed, s.Blind)
	return err
}

// CountTry counts a wrong code against every code that can be typed.
func (Table) CountTry(ctx context.Context, tx *deed.Tx) error {
	_, err := of(tx).exec(ctx, qCountTry, micro(tx.At))
	return err
}

// DropScreen forgets the screen of a meeting.
func (Table) DropScreen(ctx context.Context, tx *deed.Tx, meeting livc.ID) error {
	_, err := of(tx).exec(ctx, qDropScreen, tx.By.Livc, meeting)
	return err
}

// DropScreens forgets the screens that had their time, with what hung on them.
func (Processing) DropScreens(ctx context.Context, tx *deed.Tx) error {
	late, err := many(ctx, of(tx), qLateScreens, a(tx.By.Livc, micro(tx.At)), readScreen)
	if err != nil {
		return err
	}
	for _, s := range late {
		if err := tx.Destroy(s.Container); err != nil {
			return err
		}
		if err := (Table{}).DropScreen(ctx, tx, s.Meeting); err != nil {
			return err
		}
	}
	return nil
}
