package deed

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// intakePrivate is the record of an intake in which the private half of its key pair stands, sealed
// under the container key like any record: who holds the intake can open what others dropped in it.
const intakePrivate livc.ID = "private"

// needKey asks the gate to fetch a container key outside the transaction and to come back.
type needKey struct{ container livc.ID }

func (n *needKey) Error() string { return "deed: the key of a container is not at hand" }

// box is a sealed record that is opened after the leaf is committed.
type box struct {
	container *Container
	record    Record
	dst       any
}

// Keep seals a text struct as a record of a container: a new one, or the next revision of one that is
// there. The old revision is gone. The actor holds the container's key, or the container is an intake,
// in which everybody may drop and only its holders read.
func (tx *Tx) Keep(container, record livc.ID, kind string, text any) error {
	c, err := tx.container(container)
	if err != nil {
		return fmt.Errorf("keep a %s: %w", kind, err)
	}
	plain, err := livc.PackText(text)
	if err != nil {
		return err
	}
	return tx.keep(c, record, kind, plain)
}

func (tx *Tx) keep(c Container, record livc.ID, kind string, plain []byte) error {
	old, err := tx.record(c, record)
	if err != nil && livc.KindOf(err) != livc.NotFoundKind {
		return fmt.Errorf("keep a %s: %w", kind, err)
	}
	tx.read = Record{}
	r := Record{Livc: c.Livc, Container: c.ID, ID: record, Kind: kind, Revision: old.Revision + 1,
		Author: tx.By.Hat, KeyVersion: c.KeyVersion, At: tx.At}
	if err := tx.seal(c, &r, plain); err != nil {
		return err
	}
	return tx.put(r)
}

// put writes a sealed record under the epoch key.
func (tx *Tx) put(r Record) error {
	r.Wrapped = tx.gate.Ring.Wrap(tx.gate.Base(r.Livc), seal.RecordTable, ref(r).Row(), r.Wrapped)
	tx.written = append(tx.written, r.Wrapped, r.Body)
	return tx.batch.PutRecord(tx.ctx, r)
}

func (tx *Tx) seal(c Container, r *Record, plain []byte) (err error) {
	base := tx.gate.Base(c.Livc)
	if c.isIntake(r.ID) {
		public, err := tx.intakeOf(c)
		if err == nil {
			r.Wrapped, r.Body, err = seal.SealToIntake(base, ref(*r), public, plain)
		}
		return err
	}
	k, err := tx.key(c.ID)
	if err != nil {
		return err
	}
	r.Wrapped, r.Body, err = seal.SealRecord(base, ref(*r), k, plain)
	return err
}

// Open opens a record now, inside a deed that changes something.
func (tx *Tx) Open(container, record livc.ID, dst any) error {
	b, err := tx.box(container, record, dst)
	if err != nil {
		return err
	}
	k, err := tx.key(container)
	if err != nil {
		return err
	}
	o := tx.gate.Ring.Opener()
	defer o.Wipe()
	return tx.gate.unpack(tx.ctx, o, tx.batch, k, &b)
}

// Later asks for a record to be opened into dst after the leaf is committed.
func (tx *Tx) Later(container, record livc.ID, dst any) error {
	b, err := tx.box(container, record, dst)
	if err != nil {
		return err
	}
	tx.job.boxes = append(tx.job.boxes, b)
	return nil
}

// LaterThese asks for records of one container that package store reads beside something else, as a list
// does: into gives the struct for each. They are read after the container was found, because finding it may
// wrap its records anew. A record that belongs elsewhere does not open.
func (tx *Tx) LaterThese(container livc.ID, read func() ([]*Record, error), into func(i int) any) error {
	c, err := tx.container(container)
	if err != nil {
		return err
	}
	records, err := read()
	if err != nil {
		return fmt.Errorf("read records: %w", err)
	}
	tx.job.boxes = slices.Grow(tx.job.boxes, len(records))
	for i, r := range records {
		tx.job.boxes = append(tx.job.boxes, box{&c, *r, into(i)})
	}
	return nil
}

// container finds a container once for each deed.
func (tx *Tx) container(id livc.ID) (Container, error) {
	if c, ok := tx.containers[id]; ok {
		return c, nil
	}
	c, err := tx.batch.Container(tx.ctx, tx.By.Livc, id)
	if err != nil {
		return c, err
	}
	if tx.containers == nil {
		tx.containers = map[livc.ID]Container{}
	}
	tx.containers[id] = c
	if c, err = tx.fresh(c); err != nil {
		delete(tx.containers, id)
	}
	return c, err
}

// LaterAll asks for every record of a kind; into gives the struct for each record.
func (tx *Tx) LaterAll(container livc.ID, kind string, into func(record livc.ID) any) error {
	c, err := tx.container(container)
	if err != nil {
		return err
	}
	rows, err := tx.batch.Records(tx.ctx, c.Livc, c.ID, kind)
	if err != nil {
		return fmt.Errorf("read records: %w", err)
	}
	for _, r := range rows {
		if dst := into(r.ID); dst != nil {
			tx.job.boxes = append(tx.job.boxes, box{&c, r, dst})
		}
	}
	return nil
}

// Forget deletes one record.
func (tx *Tx) Forget(container, record livc.ID) error {
	tx.read = Record{}
	return tx.batch.DeleteRecord(tx.ctx, tx.By.Livc, container, record)
}

func (tx *Tx) box(container, record livc.ID, dst any) (box, error) {
	c, err := tx.container(container)
	if err != nil {
		return box{}, err
	}
	r, err := tx.record(c, record)
	return box{&c, r, dst}, err
}

// record reads a record. The last one stays at hand: who changes a text opens it, and keeps it again.
func (tx *Tx) record(c Container, id livc.ID) (r Record, err error) {
	if tx.read.ID == id && tx.read.Container == c.ID {
		return tx.read, nil
	}
	if r, err = tx.batch.Record(tx.ctx, c.Livc, c.ID, id); err == nil {
		tx.read = r
	}
	return r, err
}

func (tx *Tx) key(container livc.ID) (*seal.Key, error) {
	c, err := tx.container(container)
	if err != nil {
		return nil, err
	}
	return tx.keyOf(c)
}

// keyOf gives the key of a container; one of an older version is as good as none.
func (tx *Tx) keyOf(c Container) (*seal.Key, error) {
	if tx.keys == nil {
		return nil, errors.New("deed: a job opens and seals nothing")
	}
	if k, ok := tx.keys.Key(c.ID); ok && k.Version() == c.KeyVersion {
		return k, nil
	}
	return nil, &needKey{c.ID}
}

// open opens what a look asked for, after its leaf is committed.
func (g *Gate) open(ctx context.Context, j *job) error {
	o := g.Ring.Opener()
	defer o.Wipe()
	for i := range j.boxes {
		if err := g.openBox(ctx, o, j.by, &j.boxes[i]); err != nil {
			return err
		}
	}
	return nil
}

func (g *Gate) openBox(ctx context.Context, o *seal.Opener, by By, b *box) error {
	if by.Keys == nil {
		return errors.New("deed: a job opens nothing")
	}
	k, ok := by.Keys.Key(b.container.ID)
	if !ok || k.Version() != b.container.KeyVersion {
		if err := g.fetchKey(ctx, by, b.container.ID); err != nil {
			return err
		}
		if k, ok = by.Keys.Key(b.container.ID); ok && k.Version() != b.container.KeyVersion {
			return errRekeyed
		}
	}
	if b.container.Kind != livc.IntakeContainer {
		return g.unpack(ctx, o, nil, k, b)
	}
	return g.Store.Read(ctx, func(v Vault) error { return g.unpack(ctx, o, v, k, b) })
}

func (g *Gate) unpack(ctx context.Context, o *seal.Opener, v Vault, k *seal.Key, b *box) error {
	plain, err := g.plain(ctx, o, v, k, b)
	if err != nil {
		return fmt.Errorf("open a %s: %w", b.record.Kind, err)
	}
	defer clear(plain)
	return livc.UnpackText(plain, b.dst)
}

// plain opens a record; what it gives may stand in the room of o.
func (g *Gate) plain(ctx context.Context, o *seal.Opener, v Vault, k *seal.Key, b *box) ([]byte, error) {
	base := g.Base(b.container.Livc)
	if !b.container.isIntake(b.record.ID) {
		return o.Record(base, ref(b.record), k, b.record.Wrapped, b.record.Body)
	}
	private, err := v.Record(ctx, b.container.Livc, b.container.ID, intakePrivate)
	if err != nil {
		return nil, err
	}
	half, err := o.Record(base, ref(private), k, private.Wrapped, private.Body)
	if err != nil {
		return nil, err
	}
	intake, err := seal.IntakeFrom(half)
	if err != nil {
		return nil, err
	}
	wrapped, err := g.Ring.Unwrap(base, seal.RecordTable, ref(b.record).Row(), b.record.Wrapped)
	if err != nil {
		return nil, err
	}
	return intake.Open(base, ref(b.record), wrapped, b.record.Body)
}

func ref(r Record) seal.Ref {
	return seal.Ref{Livc: r.Livc, Container: r.Container, Record: r.ID, Revision: r.Revision, Kind: r.Kind, Author: r.Author, KeyVersion: r.KeyVersion}
}

// Has tells whether a record stands in a container, without opening it.
func (tx *Tx) Has(container, record livc.ID) (bool, error) {
	c, err := tx.container(container)
	if err != nil {
		return false, err
	}
	_, err = tx.record(c, record)
	if livc.KindOf(err) == livc.NotFoundKind {
		return false, nil
	}
	return err == nil, err
}

// ForgetAll deletes every record of a kind.
func (tx *Tx) ForgetAll(container livc.ID, kind string) error {
	list, err := tx.batch.Records(tx.ctx, tx.By.Livc, container, kind)
	if err != nil {
		return fmt.Errorf("read records: %w", err)
	}
	for _, r := range list {
		if err := tx.Forget(container, r.ID); err != nil {
			return err
		}
	}
	return nil
}
