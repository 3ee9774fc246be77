package store

import (
	"context"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

const (
	qContainer = `SELECT kind, organisation, case_id, hat, key_version, rekey_due, intake_public, intake_signature, intake_signer, created_at
		FROM container WHERE livc = $1 AND id = $2`
	qInsertContainer = `INSERT INTO container (livc, id, kind, organisation, case_id, hat, key_version, intake_public, intake_signature, intake_signer, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
	qSetContainerKey = `UPDATE container SET key_version = $3, rekey_due = FALSE, intake_public = $4, intake_signature = $5, intake_signer = $6
		WHERE livc = $1 AND id = $2`
	qDropContainer = `DELETE FROM container WHERE livc = $1 AND id = $2`
	qDropGrants    = `DELETE FROM key_grant WHERE livc = $1 AND container = $2`
	qDropWaiting   = `DELETE FROM waiting_grant WHERE livc = $1 AND container = $2`
	qDropRecords   = `DELETE FROM record WHERE livc = $1 AND container = $2`
)

// Container gives a container.
func (b *batch) Container(ctx context.Context, id, container livc.ID) (deed.Container, error) {
	c := deed.Container{Livc: id, ID: container}
	var created int64
	err := b.one(ctx, qContainer, a(id, container), &c.Kind, &c.Organisation, &c.Case, &c.Hat, &c.KeyVersion, &c.RekeyDue, &c.Intake.Public,
		&c.Intake.Signature, &c.Intake.Signer, &created)
	c.CreatedAt = moment(created)
	return c, err
}

// InsertContainer stores a new container.
func (b *batch) InsertContainer(ctx context.Context, c deed.Container) error {
	_, err := b.exec(ctx, qInsertContainer, c.Livc, c.ID, c.Kind, c.Organisation, c.Case, c.Hat, c.KeyVersion, c.Intake.Public,
		c.Intake.Signature, c.Intake.Signer, micro(c.CreatedAt))
	return err
}

// SetContainerKey writes that a container has a new key.
func (b *batch) SetContainerKey(ctx context.Context, c deed.Container) error {
	return b.change(ctx, qSetContainerKey, c.Livc, c.ID, c.KeyVersion, c.Intake.Public, c.Intake.Signature, c.Intake.Signer)
}

// DeleteContainer deletes a container with its keys and texts.
func (b *batch) DeleteContainer(ctx context.Context, id, container livc.ID) error {
	for _, q := range []string{qDropRecords, qDropGrants, qDropWaiting, qDropContainer} {
		if _, err := b.exec(ctx, q, id, container); err != nil {
			return err
		}
	}
	return nil
}

const (
	qRecord = `SELECT id, kind, revision, author, key_version, wrapped, body, at
		FROM record WHERE livc = $1 AND container = $2 AND id = $3`
	qRecords = `SELECT id, kind, revision, author, key_version, wrapped, body, at
		FROM record WHERE livc = $1 AND container = $2 AND kind = $3 ORDER BY id`
	qRecordsOf = `SELECT id, kind, revision, author, key_version, wrapped, body, at FROM record WHERE livc = $1 AND container = $2 ORDER BY id`
	qPutRecord = `INSERT INTO record (livc, container, id, kind, revision, author, key_version, wrapped, body, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (livc, container, id) DO UPDATE SET kind = excluded.kind, revision = excluded.revision, author = excluded.author,
		key_version = excluded.key_version, wrapped = excluded.wrapped, body = excluded.body, at = excluded.at`
	qDropRecord = `DELETE FROM record WHERE livc = $1 AND container = $2 AND id = $3`
)

func readRecord(id, container livc.ID) func(scanner) (deed.Record, error) {
	return func(s scanner) (deed.Record, error) {
		r := deed.Record{Livc: id, Container: container}
		var at int64
		err := s.Scan(&r.ID, &r.Kind, &r.Revision, &r.Author, &r.KeyVersion, &r.Wrapped, &r.Body, &at)
		r.At = moment(at)
		return r, err
	}
}

// Record gives one sealed record.
func (b *batch) Record(ctx context.Context, id, container, record livc.ID) (deed.Record, error) {
	list, err := many(ctx, b.handle, qRecord, a(id, container, record), readRecord(id, container))
	if err != nil {
		return deed.Record{}, err
	}
	if len(list) == 0 {
		return deed.Record{}, livc.NotFound()
	}
	return list[0], nil
}

// Records gives all sealed records of a kind in a container.
func (b *batch) Records(ctx context.Context, id, container livc.ID, kind string) ([]deed.Record, error) {
	return many(ctx, b.handle, qRecords, a(id, container, kind), readRecord(id, container))
}

// RecordsOf gives every sealed record of a container.
func (b *batch) RecordsOf(ctx context.Context, id, container livc.ID) ([]deed.Record, error) {
	return many(ctx, b.handle, qRecordsOf, a(id, container), readRecord(id, container))
}

// PutRecord stores a record, or its next revision over the old one.
func (b *batch) PutRecord(ctx context.Context, r deed.Record) error {
	_, err := b.exec(ctx, qPutRecord, r.Livc, r.Container, r.ID, r.Kind, r.Revision, r.Author, r.KeyVersion, r.Wrapped, r.Body, micro(r.At))
	return err
}

// DeleteRecord deletes a record; one that is gone already is fine.
func (b *batch) DeleteRecord(ctx context.Context, id, container, record livc.ID) error {
	_, err := b.exec(ctx, qDropRecord, id, container, record)
	return err
}

const (
	qGrant = `SELECT key_version, granter, manifest_version, reason, sealed, signature, at
		FROM key_grant WHERE livc = $1 AND container = $2 AND hat = $3`
	qHolders  = `SELECT hat FROM key_grant WHERE livc = $1 AND container = $2 ORDER BY hat`
	qPutGrant = `INSERT INTO key_grant (livc, container, hat, key_version, granter, manifest_version, reason, sealed, signature, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (livc, container, hat) DO UPDATE SET key_version = excluded.key_version, granter = excluded.granter,
		manifest_version = excluded.manifest_version, reason = excluded.reason, sealed = excluded.sealed, signature = excluded.signature, at = excluded.at`
	qDropGrant  = `DELETE FROM key_grant WHERE livc = $1 AND container = $2 AND hat = $3`
	qPutWaiting = `INSERT INTO waiting_grant (livc, container, hat, reason, asked_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (livc, container, hat) DO NOTHING`
	qDropOneWaiting = `DELETE FROM waiting_grant WHERE livc = $1 AND container = $2 AND hat = $3`
)

// Grant gives the key of a container as sealed to one hat.
func (b *batch) Grant(ctx context.Context, id, container, hat livc.ID) (deed.Grant, error) {
	g := deed.Grant{}
	g.Livc, g.Container, g.Recipient = id, container, hat
	var at int64
	err := b.one(ctx, qGrant, a(id, container, hat), &g.KeyVersion, &g.Granter, &g.ManifestVersion, &g.Reason, &g.Sealed, &g.Signature, &at)
	g.At = moment(at)
	return g, err
}

// Holders lists the hats that hold a container.
func (b *batch) Holders(ctx context.Context, id, container livc.ID) ([]livc.ID, error) {
	return many(ctx, b.handle, qHolders, a(id, container), readID)
}

func readID(s scanner) (id livc.ID, err error) { return id, s.Scan(&id) }

// PutGrant stores a grant; who was waiting for it waits no longer.
func (b *batch) PutGrant(ctx context.Context, g deed.Grant) error {
	if _, err := b.exec(ctx, qDropOneWaiting, g.Livc, g.Container, g.Recipient); err != nil {
		return err
	}
	_, err := b.exec(ctx, qPutGrant, g.Livc, g.Container, g.Recipient, g.KeyVersion, g.Granter, g.ManifestVersion, g.Reason, g.Sealed, g.Signature, micro(g.At))
	return err
}

// DeleteGrant takes a key from a hat.
func (b *batch) DeleteGrant(ctx context.Context, id, container, hat livc.ID) error {
	if _, err := b.exec(ctx, qDropOneWaiting, id, container, hat); err != nil {
		return err
	}
	_, err := b.exec(ctx, qDropGrant, id, container, hat)
	return err
}

// PutWaiting notes who waits for a key.
func (b *batch) PutWaiting(ctx context.Context, w deed.Waiting) error {
	_, err := b.exec(ctx, qPutWaiting, w.Livc, w.Container, w.Hat, w.Reason, micro(w.At))
	return err
}

const (
	qRoot      = `SELECT root FROM organisation WHERE livc = $1 AND id = $2`
	qManifests = `SELECT body, signature FROM manifest WHERE livc = $1 AND organisation = $2 ORDER BY version`
	qHatOf     = `SELECT organisation, kem, sig, state FROM hat WHERE livc = $1 AND id = $2`
)

// Manifests gives the signed list of authorised persons of an organisation.
func (b *batch) Manifests(ctx context.Context, id, organisation livc.ID) (c deed.Chain, err error) {
	if err := b.one(ctx, qRoot, a(id, organisation), &c.Root); err != nil {
		return c, err
	}
	c.Links, err = many(ctx, b.handle, qManifests, a(id, organisation), func(s scanner) (m deed.SignedManifest, err error) {
		return m, s.Scan(&m.Body, &m.Signature)
	})
	return c, err
}

// HatOf gives the organisation and the public halves of a hat.
func (b *batch) HatOf(ctx context.Context, id, hat livc.ID) (k deed.HatKeys, err error) {
	var state string
	err = b.one(ctx, qHatOf, a(id, hat), &k.Organisation, &k.KEM, &k.Sig, &state)
	k.Active = state == "active"
	return k, err
}

const (
	qControllers = `SELECT id FROM organisation WHERE livc = $1 ORDER BY id`
	qPins        = `SELECT pins FROM hat WHERE livc = $1 AND id = $2`
	qPutPins     = `UPDATE hat SET pins = $3 WHERE livc = $1 AND id = $2`
)

// Organisations lists the controllers of a LIVC R.
func (b *batch) Organisations(ctx context.Context, id livc.ID) ([]livc.ID, error) {
	return many(ctx, b.handle, qControllers, a(id), readID)
}

// Pins gives what a hat has pinned, sealed to that hat.
func (b *batch) Pins(ctx context.Context, id, hat livc.ID) (sealed []byte, err error) {
	return sealed, b.one(ctx, qPins, a(id, hat), &sealed)
}

// PutPins stores what a hat has pinned.
func (b *batch) PutPins(ctx context.Context, id, hat livc.ID, sealed []byte) error {
	return b.change(ctx, qPutPins, id, hat, sealed)
}

const (
	qPutMail = `INSERT INTO outbox (livc, id, hat, template, state, due_at, at) VALUES ($1, $2, $3, $4, 'waiting', $5, $6)`
	qBury    = `INSERT INTO tombstone (livc, id, kind, object, cause, day, certificate, at, organisation) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
)

// PutMail leaves a message in the outbox.
func (b *batch) PutMail(ctx context.Context, m deed.Mail) error {
	_, err := b.exec(ctx, qPutMail, m.Livc, m.ID, m.Hat, m.Template, micro(m.At), micro(m.At))
	return err
}

// PutTombstone stores a tombstone.
func (b *batch) PutTombstone(ctx context.Context, t deed.Tombstone) error {
	_, err := b.exec(ctx, qBury, t.Livc, t.ID, t.Kind, t.Object, t.Cause, t.Day, t.Certificate, micro(t.At), t.Controller)
	return err
}

const qPutCheckpoint = `INSERT INTO checkpoint (livc, size, at, note) VALUES ($1, $2, $3, $4) ON CONFLICT (livc, size) DO NOTHING`

// PutCheckpoint stores a signed checkpoint of a log.
func (b *batch) PutCheckpoint(ctx context.Context, id livc.ID, size int64, at time.Time, note []byte) error {
	_, err := b.exec(ctx, qPutCheckpoint, id, size, micro(at), string(note))
	return err
}
