package store

import (
	"context"
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// The rows about the room of an item. They say who brought a fact and for what it may serve, never what it
// says, and they go with the room.
const (
	qFactsOf    = `SELECT id, item, hat, attendance, side, domain, uses, kept_secret, behalf, state, at, revision FROM fact WHERE livc = $1 AND item = $2 ORDER BY at, id`
	qReadersOf  = `SELECT r.fact, r.hat FROM fact_reader r JOIN fact f ON f.livc = r.livc AND f.id = r.fact WHERE r.livc = $1 AND f.item = $2 ORDER BY r.fact, r.hat`
	qInsertFact = `INSERT INTO fact (livc, id, item, hat, attendance, side, domain, uses, kept_secret, behalf, state, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
	qSetFact      = `UPDATE fact SET uses = $4, kept_secret = $5, state = $6, revision = revision + 1 WHERE livc = $1 AND id = $2 AND revision = $3`
	qPutReader    = `INSERT INTO fact_reader (livc, fact, hat) VALUES ($1, $2, $3) ON CONFLICT (livc, fact, hat) DO NOTHING`
	qForgetReader = `DELETE FROM fact_reader WHERE livc = $1 AND fact = $2`

	qBuiltOn       = `SELECT b.fact, b.object, b.kind, b.anew FROM built_on b JOIN fact f ON f.livc = b.livc AND f.id = b.fact WHERE b.livc = $1 AND f.item = $2 ORDER BY b.object, b.fact`
	qPutBuiltOn    = `INSERT INTO built_on (livc, fact, object, kind, anew) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (livc, fact, object) DO UPDATE SET anew = excluded.anew`
	qDropBuiltOn   = `DELETE FROM built_on WHERE livc = $1 AND object = $2`
	qRenameBuiltOn = `UPDATE built_on SET object = $3 WHERE livc = $1 AND object = $2`
	qAskAgain      = `UPDATE action SET state = 'asked', own_yes = FALSE, revision = revision + 1 WHERE livc = $1 AND id = $2 AND state IN ('asked','accepted')`
	qHoldQuestion  = `UPDATE question SET attendance = $3, hat = $4, organisation = $5, due = $6 WHERE livc = $1 AND id = $2 AND state = 'open'`

	qMotionsOf    = `SELECT id, item, kind, object, hash, state, at FROM motion WHERE livc = $1 AND item = $2 ORDER BY at, object, id`
	qInsertMotion = `INSERT INTO motion (livc, id, item, kind, object, hash, state, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`
	qEndMotion    = `UPDATE motion SET state = $3 WHERE livc = $1 AND id = $2 AND state = 'open'`
	qDropMotion   = `DELETE FROM motion WHERE livc = $1 AND id = $2`
	qForgetYeses  = `DELETE FROM motion_yes WHERE livc = $1 AND motion = $2`
	qYesesOf      = `SELECT y.motion, y.attendance, y.signature FROM motion_yes y JOIN motion p ON p.livc = y.livc AND p.id = y.motion
		WHERE y.livc = $1 AND p.item = $2 ORDER BY y.motion, y.attendance`
	qPutYes = `INSERT INTO motion_yes (livc, motion, attendance, signature) VALUES ($1, $2, $3, $4) ON CONFLICT (livc, motion, attendance) DO NOTHING`

	qObjectionsOf    = `SELECT id, item, kind, mark, note FROM objection WHERE livc = $1 AND item = $2 ORDER BY id`
	qInsertObjection = `INSERT INTO objection (livc, id, item, kind, mark, note) VALUES ($1, $2, $3, $4, $5, $6)`
	qDropObjection   = `DELETE FROM objection WHERE livc = $1 AND id = $2`

	qAcquaintancesAt = `SELECT x.id, x.item, x.mark, x.note FROM item i JOIN acquaintance x ON x.livc = i.livc AND x.item = i.id
		WHERE i.livc = $1 AND i.meeting = $2 ORDER BY i.place, x.id`
	qAcquaintancesLeft = `SELECT x.id, x.item, x.mark, x.note FROM acquaintance x WHERE x.livc = $1 AND x.item NOT IN (
		SELECT i.id FROM item i JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting WHERE i.livc = $1 AND m.state = 'open' AND m.day >= $2) ORDER BY x.id`
	qInsertAcquaintance = `INSERT INTO acquaintance (livc, id, item, mark, note) VALUES ($1, $2, $3, $4, $5)`
	qDropAcquaintance   = `DELETE FROM acquaintance WHERE livc = $1 AND id = $2`

	qDoorAsked = `SELECT item, kind, going_in, going_out, chair_invites, first_speaker, mode, sent_out, substantive, postponed FROM door_asked WHERE livc = $1 AND item = $2`
	qPutAsked  = `INSERT INTO door_asked (livc, item, kind, going_in, going_out, chair_invites, first_speaker, mode, sent_out, substantive, postponed, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (livc, item) DO UPDATE SET kind = excluded.kind, going_in = excluded.going_in,
		going_out = excluded.going_out, chair_invites = excluded.chair_invites, first_speaker = excluded.first_speaker, mode = excluded.mode,
		sent_out = excluded.sent_out, substantive = excluded.substantive, postponed = excluded.postponed, at = excluded.at`
	qDropAsked = `DELETE FROM door_asked WHERE livc = $1 AND item = $2`

	qRoomsBefore = `SELECT i.id FROM item i JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting WHERE i.livc = $1 AND i.room <> '' AND m.day < $2 ORDER BY i.id`

	qFactsOfItem       = ` IN (SELECT f.id FROM fact f WHERE f.livc = $1 AND f.item = $2)`
	qForgetFactReaders = `DELETE FROM fact_reader WHERE livc = $1 AND fact` + qFactsOfItem
	qForgetBuilt       = `DELETE FROM built_on WHERE livc = $1 AND fact` + qFactsOfItem
	qForgetFacts       = `DELETE FROM fact WHERE livc = $1 AND item = $2`
	qForgetMotionYeses = `DELETE FROM motion_yes WHERE livc = $1 AND motion IN (SELECT p.id FROM motion p WHERE p.livc = $1 AND p.item = $2)`
	qForgetMotions     = `DELETE FROM motion WHERE livc = $1 AND item = $2`
	qForgetObjections  = `DELETE FROM objection WHERE livc = $1 AND item = $2`
	qDrawersOfItem     = ` IN (SELECT d.container FROM drawer_item d WHERE d.livc = $1 AND d.item = $2) AND (container, id)
		IN (SELECT d.container, d.id FROM drawer_item d WHERE d.livc = $1 AND d.item = $2)`
	qForgetAsideTexts = `DELETE FROM record WHERE livc = $1 AND container` + qDrawersOfItem
	qForgetAside      = `DELETE FROM drawer_item WHERE livc = $1 AND item = $2`
)

// FactsOf lists what was brought to an item, the oldest first.
func (Table) FactsOf(ctx context.Context, tx *deed.Tx, item livc.ID) ([]discussion.SharedFact, error) {
	list, err := many(ctx, of(tx), qFactsOf, a(tx.By.Livc, item), func(s scanner) (f discussion.SharedFact, err error) {
		var at int64
		var uses string
		err = s.Scan(&f.ID, &f.Item, &f.Hat, &f.Attendee, &f.Side, &f.Domain, &uses, &f.KeptSecret, &f.Behalf, &f.State, &at, &f.Revision)
		f.At, f.Uses = moment(at), split[law.FactUse](uses)
		return f, err
	})
	if err != nil || len(list) == 0 {
		return list, err
	}
	type reader struct{ fact, hat livc.ID }
	readers, err := many(ctx, of(tx), qReadersOf, a(tx.By.Livc, item), func(s scanner) (r reader, err error) { return r, s.Scan(&r.fact, &r.hat) })
	for _, r := range readers {
		for n := range list {
			if list[n].ID == r.fact {
				list[n].Named = append(list[n].Named, r.hat)
			}
		}
	}
	return list, err
}

// split reads words that stand in one column.
func split[T ~string](s string) (list []T) {
	for _, w := range strings.Fields(s) {
		list = append(list, T(w))
	}
	return list
}

// join writes words into one column.
func join[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return strings.Join(out, " ")
}

// InsertFact stores that somebody brought a fact.
func (t Table) InsertFact(ctx context.Context, tx *deed.Tx, f discussion.SharedFact) error {
	_, err := of(tx).exec(ctx, qInsertFact, tx.By.Livc, f.ID, f.Item, f.Hat, f.Attendee, f.Side, f.Domain, join(f.Uses), f.KeptSecret, f.Behalf, f.State, micro(f.At))
	if err != nil {
		return err
	}
	return t.putReaders(ctx, tx, f)
}

// SetFact writes what its contributor changed.
func (t Table) SetFact(ctx context.Context, tx *deed.Tx, f discussion.SharedFact) error {
	if err := of(tx).change(ctx, qSetFact, tx.By.Livc, f.ID, f.Revision, join(f.Uses), f.KeptSecret, f.State); err != nil {
		return err
	}
	if _, err := of(tx).exec(ctx, qForgetReader, tx.By.Livc, f.ID); err != nil {
		return err
	}
	return t.putReaders(ctx, tx, f)
}

func (Table) putReaders(ctx context.Context, tx *deed.Tx, f discussion.SharedFact) error {
	for _, hat := range f.Named {
		if _, err := of(tx).exec(ctx, qPutReader, tx.By.Livc, f.ID, hat); err != nil {
			return err
		}
	}
	return nil
}

// BuiltOn lists what rests on the facts of an item.
func (Table) BuiltOn(ctx context.Context, tx *deed.Tx, item livc.ID) ([]discussion.BuiltOn, error) {
	return many(ctx, of(tx), qBuiltOn, a(tx.By.Livc, item), func(s scanner) (b discussion.BuiltOn, err error) {
		return b, s.Scan(&b.Fact, &b.Object, &b.Kind, &b.Anew)
	})
}

// PutBuiltOn stores that something rests on a fact.
func (Table) PutBuiltOn(ctx context.Context, tx *deed.Tx, b discussion.BuiltOn) error {
	_, err := of(tx).exec(ctx, qPutBuiltOn, tx.By.Livc, b.Fact, b.Object, b.Kind, b.Anew)
	return err
}

// DropBuiltOn forgets on what a thing rests.
func (Table) DropBuiltOn(ctx context.Context, tx *deed.Tx, object livc.ID) error {
	_, err := of(tx).exec(ctx, qDropBuiltOn, tx.By.Livc, object)
	return err
}

// RenameBuiltOn gives on what a thing rests to the thing under another name.
func (Table) RenameBuiltOn(ctx context.Context, tx *deed.Tx, from, to livc.ID) error {
	_, err := of(tx).exec(ctx, qRenameBuiltOn, tx.By.Livc, from, to)
	return err
}

// AskActionAgain makes an agreed action a question again.
func (Table) AskActionAgain(ctx context.Context, tx *deed.Tx, action livc.ID) error {
	_, err := of(tx).exec(ctx, qAskAgain, tx.By.Livc, action)
	return err
}

// HoldQuestion notes who finds out what the table does not know.
func (Table) HoldQuestion(ctx context.Context, tx *deed.Tx, q discussion.OpenQuestion) error {
	return of(tx).change(ctx, qHoldQuestion, tx.By.Livc, q.ID, q.Attendee, q.Hat, q.Organisation, q.Due)
}

// MotionsOf lists what was put to everybody inside, the oldest first.
func (Table) MotionsOf(ctx context.Context, tx *deed.Tx, item livc.ID) ([]discussion.Motion, error) {
	return many(ctx, of(tx), qMotionsOf, a(tx.By.Livc, item), func(s scanner) (p discussion.Motion, err error) {
		var at int64
		err = s.Scan(&p.ID, &p.Item, &p.Kind, &p.Object, &p.Hash, &p.State, &at)
		p.At = moment(at)
		return p, err
	})
}

// InsertMotion stores what is put to everybody inside.
func (Table) InsertMotion(ctx context.Context, tx *deed.Tx, p discussion.Motion) error {
	_, err := of(tx).exec(ctx, qInsertMotion, tx.By.Livc, p.ID, p.Item, p.Kind, p.Object, p.Hash, p.State, micro(p.At))
	return err
}

// EndMotion writes how a proposal ended, and forgets who had said yes.
func (Table) EndMotion(ctx context.Context, tx *deed.Tx, p discussion.Motion) error {
	if _, err := of(tx).exec(ctx, qForgetYeses, tx.By.Livc, p.ID); err != nil {
		return err
	}
	return of(tx).change(ctx, qEndMotion, tx.By.Livc, p.ID, p.State)
}

// DropMotion forgets a proposal with its yeses.
func (Table) DropMotion(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	if _, err := of(tx).exec(ctx, qForgetYeses, tx.By.Livc, id); err != nil {
		return err
	}
	_, err := of(tx).exec(ctx, qDropMotion, tx.By.Livc, id)
	return err
}

// YesesOf lists every yes to what was put to everybody inside.
func (Table) YesesOf(ctx context.Context, tx *deed.Tx, item livc.ID) ([]discussion.Yes, error) {
	return many(ctx, of(tx), qYesesOf, a(tx.By.Livc, item), func(s scanner) (y discussion.Yes, err error) {
		return y, s.Scan(&y.Motion, &y.Attendee, &y.Signature)
	})
}

// PutYes stores a yes.
func (Table) PutYes(ctx context.Context, tx *deed.Tx, y discussion.Yes) error {
	_, err := of(tx).exec(ctx, qPutYes, tx.By.Livc, y.Motion, y.Attendee, y.Signature)
	return err
}

// ObjectionsOf lists the objections that stand.
func (Table) ObjectionsOf(ctx context.Context, tx *deed.Tx, item livc.ID) ([]discussion.Objection, error) {
	return many(ctx, of(tx), qObjectionsOf, a(tx.By.Livc, item), func(s scanner) (o discussion.Objection, err error) {
		return o, s.Scan(&o.ID, &o.Item, &o.Kind, &o.Mark, &o.Note)
	})
}

// InsertObjection stores an objection.
func (Table) InsertObjection(ctx context.Context, tx *deed.Tx, o discussion.Objection) error {
	_, err := of(tx).exec(ctx, qInsertObjection, tx.By.Livc, o.ID, o.Item, o.Kind, o.Mark, o.Note)
	return err
}

// DropObjection forgets an objection.
func (Table) DropObjection(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	_, err := of(tx).exec(ctx, qDropObjection, tx.By.Livc, id)
	return err
}

func readAcquaintance(s scanner) (x discussion.Acquaintance, err error) {
	return x, s.Scan(&x.ID, &x.Item, &x.Mark, &x.Note)
}

// AcquaintancesAt lists who knows somebody on the list of a meeting privately.
func (Table) AcquaintancesAt(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]discussion.Acquaintance, error) {
	return many(ctx, of(tx), qAcquaintancesAt, a(tx.By.Livc, meeting), readAcquaintance)
}

// AcquaintancesLeft lists what is left of meetings that are over, or of an earlier day.
func (Table) AcquaintancesLeft(ctx context.Context, tx *deed.Tx, day livc.Day) ([]discussion.Acquaintance, error) {
	return many(ctx, of(tx), qAcquaintancesLeft, a(tx.By.Livc, day), readAcquaintance)
}

// InsertAcquaintance stores that somebody knows who an item is about.
func (Table) InsertAcquaintance(ctx context.Context, tx *deed.Tx, x discussion.Acquaintance) error {
	_, err := of(tx).exec(ctx, qInsertAcquaintance, tx.By.Livc, x.ID, x.Item, x.Mark, x.Note)
	return err
}

// DropAcquaintance forgets it.
func (Table) DropAcquaintance(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	_, err := of(tx).exec(ctx, qDropAcquaintance, tx.By.Livc, id)
	return err
}

// DoorAsked gives what the chair was asked to do at the door of an item.
func (Table) DoorAsked(ctx context.Context, tx *deed.Tx, item livc.ID) (q discussion.DoorAsked, err error) {
	var in, out, invites string
	err = of(tx).one(ctx, qDoorAsked, a(tx.By.Livc, item), &q.Item, &q.Kind, &in, &out, &invites, &q.First, &q.Mode, &q.SentOut, &q.Substantive, &q.Postponed)
	q.In, q.Out, q.ChairInvites = split[livc.ID](in), split[livc.ID](out), split[livc.ID](invites)
	return q, err
}

// PutDoorAsked lays a question before the chair, in the place of an earlier one.
func (Table) PutDoorAsked(ctx context.Context, tx *deed.Tx, q discussion.DoorAsked) error {
	_, err := of(tx).exec(ctx, qPutAsked, tx.By.Livc, q.Item, q.Kind, join(q.In), join(q.Out), join(q.ChairInvites), q.First, q.Mode, q.SentOut, q.Substantive, q.Postponed, micro(tx.At))
	return err
}

// DropDoorAsked forgets what the chair was asked.
func (Table) DropDoorAsked(ctx context.Context, tx *deed.Tx, item livc.ID) error {
	_, err := of(tx).exec(ctx, qDropAsked, tx.By.Livc, item)
	return err
}

// ForgetRoom deletes every row about the room of an item, and what people kept in their drawers until it closes.
func (Table) ForgetRoom(ctx context.Context, tx *deed.Tx, item livc.ID) error {
	return all(ctx, tx, item, qForgetFactReaders, qForgetBuilt, qForgetFacts, qForgetMotionYeses, qForgetMotions, qForgetObjections, qDropAsked, qForgetAsideTexts, qForgetAside)
}

// RoomsBefore lists items whose room is left from a meeting of an earlier day.
func (t Table) RoomsBefore(ctx context.Context, tx *deed.Tx, day livc.Day) (list []discussion.TableItem, err error) {
	ids, err := many(ctx, of(tx), qRoomsBefore, a(tx.By.Livc, day), readID)
	for _, id := range ids {
		i, err := t.TableItem(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		list = append(list, i)
	}
	return list, err
}

// Drawer gives the drawer of a hat.
func (Table) Drawer(ctx context.Context, tx *deed.Tx, hat livc.ID) (livc.ID, error) {
	return Referrals{}.Drawer(ctx, tx, hat)
}

// DrawerItems lists what lies in the drawer of a hat.
func (Table) DrawerItems(ctx context.Context, tx *deed.Tx, hat livc.ID, kind discussion.DrawerKind) ([]discussion.DrawerItem, error) {
	return Referrals{}.DrawerItems(ctx, tx, hat, kind)
}

// PutDrawerItem notes that something lies in a drawer.
func (Table) PutDrawerItem(ctx context.Context, tx *deed.Tx, i discussion.DrawerItem) error {
	return Referrals{}.PutDrawerItem(ctx, tx, i)
}

// DropDrawerItem forgets that something lay in a drawer.
func (Table) DropDrawerItem(ctx context.Context, tx *deed.Tx, hat, item livc.ID) error {
	return Referrals{}.DropDrawerItem(ctx, tx, hat, item)
}
