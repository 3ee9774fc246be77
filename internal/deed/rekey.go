package deed

import (
	"errors"
	"fmt"
	"slices"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// rekeySeals is the most key seals that one deed makes (settled 8); a fuller intake waits until it is emptier.
const rekeySeals = 40

// errRekeyed says that a container got a new key between the leaf of a look and its opening: the look is
// done again.
var errRekeyed = errors.New("deed: a container got a new key meanwhile")

// fresh gives a container its next key when a holder has left since, and this actor is the first of its
// holders who comes by: the data keys are wrapped anew, the bodies stay, and every holder who is still on
// the signed list gets the new key (settled 6, R6.2-v, security 2.5). Who held the old key opens nothing
// of it any more, also with a copy of the database. An actor who may not do so leaves it to the next one.
func (tx *Tx) fresh(c Container) (Container, error) {
	if !c.RekeyDue || tx.keys == nil || tx.By.Controller != c.Organisation || c.Kind == livc.ScreenContainer || c.Kind == livc.RoomContainer {
		return c, nil // what hangs on a wall, and a room, are gone before the evening is
	}
	holders, err := tx.batch.Holders(tx.ctx, c.Livc, c.ID)
	if err != nil || !slices.Contains(holders, tx.By.Hat) {
		return c, err
	}
	rows, err := tx.batch.RecordsOf(tx.ctx, c.Livc, c.ID)
	if err != nil {
		return c, fmt.Errorf("read records: %w", err)
	}
	if c.Kind == livc.IntakeContainer && (!tx.By.Function.Chairs() || len(rows) > rekeySeals) {
		return c, nil // its public half is signed by a chair
	}
	old, err := tx.keyOf(c)
	if err != nil {
		return c, err
	}
	return tx.rekey(c, old, rows, holders)
}

func (tx *Tx) rekey(c Container, old *seal.Key, rows []Record, holders []livc.ID) (Container, error) {
	tx.read = Record{} // what was read is about to be wrapped anew
	next, k := c, seal.NewKey(c.KeyVersion+1)
	next.KeyVersion, next.RekeyDue = k.Version(), false
	wrap := func(r Record, wrapped []byte) ([]byte, error) {
		return seal.RewrapRecord(tx.gate.Base(c.Livc), ref(r), old, k, wrapped)
	}
	if c.Kind == livc.IntakeContainer {
		var err error
		if wrap, err = tx.rekeyIntake(c, &next, k, old, rows); err != nil {
			return c, err
		}
	}
	tx.containers[c.ID] = next
	tx.read = Record{} // what was read of it is of before
	tx.keys.Put(c.ID, k)
	if err := tx.batch.SetContainerKey(tx.ctx, next); err != nil {
		return c, fmt.Errorf("give a container a new key: %w", err)
	}
	for _, r := range rows {
		if c.Kind == livc.IntakeContainer && r.ID == intakePrivate {
			continue // kept anew, with the new private half
		}
		if err := tx.rewrap(next, r, wrap); err != nil {
			return c, fmt.Errorf("wrap a %s anew: %w", r.Kind, err)
		}
	}
	tx.Because("gdpr-32")
	return next, tx.regrant(next, k, holders)
}

// rekeyIntake draws the next pair of an intake and gives the way to wrap what was dropped in it.
func (tx *Tx) rekeyIntake(c Container, next *Container, k, old *seal.Key, rows []Record) (func(Record, []byte) ([]byte, error), error) {
	at := slices.IndexFunc(rows, func(r Record) bool { return r.ID == intakePrivate })
	if at < 0 {
		return nil, fmt.Errorf("find the private half of an intake: %w", livc.NotFound())
	}
	o := tx.gate.Ring.Opener()
	defer o.Wipe()
	half, err := tx.gate.plain(tx.ctx, o, tx.batch, old, &box{&c, rows[at], nil})
	if err != nil {
		return nil, err
	}
	from, err := seal.IntakeFrom(half)
	if err != nil {
		return nil, err
	}
	to, err := seal.NewIntake()
	if err != nil {
		return nil, err
	}
	next.Intake = tx.signIntake(*next, to.Public())
	fresh := to.Private()
	defer clear(fresh)
	tx.containers[c.ID] = *next
	tx.keys.Put(c.ID, k)
	return func(r Record, wrapped []byte) ([]byte, error) {
		return from.Rewrap(tx.gate.Base(c.Livc), ref(r), to.Public(), next.KeyVersion, wrapped)
	}, tx.keep(*next, intakePrivate, "intake_private", fresh)
}

func (tx *Tx) rewrap(next Container, r Record, wrap func(Record, []byte) ([]byte, error)) error {
	base := tx.gate.Base(r.Livc)
	wrapped, err := tx.gate.Ring.Unwrap(base, seal.RecordTable, ref(r).Row(), r.Wrapped)
	if err != nil {
		return err
	}
	if wrapped, err = wrap(r, wrapped); err != nil {
		return err
	}
	r.KeyVersion = next.KeyVersion
	r.Wrapped = tx.gate.Ring.Wrap(base, seal.RecordTable, ref(r).Row(), wrapped)
	tx.written = append(tx.written, r.Wrapped, r.Body)
	return tx.batch.PutRecord(tx.ctx, r)
}

// regrant seals the new key to every holder; who is not on the signed list any more waits to be asked.
func (tx *Tx) regrant(c Container, k *seal.Key, holders []livc.ID) error {
	for _, h := range holders {
		if err := tx.batch.DeleteGrant(tx.ctx, c.Livc, c.ID, h); err != nil {
			return err
		}
		if err := tx.grant(c, k, h, "new_key"); err != nil {
			return err
		}
	}
	return nil
}
