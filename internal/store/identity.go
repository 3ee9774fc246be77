package store

import (
	"context"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Identity keeps people, their unlockers, seats and enrolments: the durable half of signing in. Its
// rows stand under LIVC R "0"; names and addresses are sealed under the service key.
type Identity struct {
	db      *DB
	service *seal.Service
	base    seal.Base
}

var _ identity.Book = (*Identity)(nil)

// NewIdentity makes the book of an installation; base.Livc is ignored.
func NewIdentity(db *DB, service *seal.Service, base seal.Base) *Identity {
	base.Livc = livc.Installation
	return &Identity{db: db, service: service, base: base}
}

// Read runs f in a reading transaction: who signs in, and whose session it is, changes nothing.
func (p *Identity) Read(ctx context.Context, f func(tx identity.Tx) error) error {
	return p.db.Read(ctx, func(v deed.Vault) error { return f(v.(*batch).handle) })
}

// in is the transaction that identity handed on.
func in(tx identity.Tx) handle { return tx.(handle) }

func (p *Identity) seal(table string, row livc.ID, field string, c livc.Contact) []byte {
	return p.service.Seal(p.base, table, string(row), field, c)
}

// open opens name and address of one row.
func (p *Identity) open(table string, row livc.ID, name, mail []byte) (n, m livc.Contact, err error) {
	if n, err = p.service.Open(p.base, table, string(row), "name", name); err == nil {
		m, err = p.service.Open(p.base, table, string(row), "mail", mail)
	}
	return n, m, err
}

const (
	qInsertPerson = `INSERT INTO person (livc, id, account, name, mail, generation, language) VALUES ('0', $1, $2, $3, $4, $5, $6)
		ON CONFLICT DO NOTHING`
	qPerson          = `SELECT id, account, name, mail, generation, language FROM person WHERE livc = '0' AND id = $1`
	qPersonByAccount = `SELECT id, account, name, mail, generation, language FROM person WHERE livc = '0' AND account = $1`
	qBumpPerson      = `UPDATE person SET generation = generation + 1 WHERE livc = '0' AND id = $1 RETURNING generation`

	qNoteFailure   = `INSERT INTO failure (livc, account, at) VALUES ('0', $1, $2) ON CONFLICT DO NOTHING`
	qDropFailures  = `DELETE FROM failure WHERE livc = '0' AND account = $1 AND at < $2`
	qFailuresSince = `SELECT count(*) FROM failure WHERE livc = '0' AND account = $1 AND at > $2`
)

// InsertPerson adds a person; Conflict when the account exists.
func (p *Identity) InsertPerson(ctx context.Context, tx identity.Tx, v identity.Person) error {
	n, err := in(tx).exec(ctx, qInsertPerson, v.ID, string(v.Account), p.seal("person", v.ID, "name", v.Name),
		p.seal("person", v.ID, "mail", v.Mail), v.Generation, v.Language)
	if err == nil && n == 0 {
		return livc.Conflict("enrol.sign_in_first")
	}
	return err
}

// Person finds a person by id.
func (p *Identity) Person(ctx context.Context, tx identity.Tx, id livc.ID) (identity.Person, error) {
	return p.person(ctx, tx, qPerson, id)
}

// PersonByAccount finds a person by the keyed hash of the mail address.
func (p *Identity) PersonByAccount(ctx context.Context, tx identity.Tx, key identity.AccountKey) (identity.Person, error) {
	return p.person(ctx, tx, qPersonByAccount, string(key))
}

func (p *Identity) person(ctx context.Context, tx identity.Tx, q string, arg any) (v identity.Person, err error) {
	var name, mail []byte
	if err := in(tx).one(ctx, q, a(arg), &v.ID, &v.Account, &name, &mail, &v.Generation, &v.Language); err != nil {
		return v, err
	}
	v.Name, v.Mail, err = p.open("person", v.ID, name, mail)
	return v, err
}

// BumpPerson ends every session of the former generation.
func (p *Identity) BumpPerson(ctx context.Context, tx identity.Tx, id livc.ID) (n int, err error) {
	return n, in(tx).one(ctx, qBumpPerson, a(id), &n)
}

// failuresKept is how long a failed unlock is remembered.
const failuresKept = 90 * 24 * time.Hour

// NoteFailure counts a failed unlock; what is older than ninety days goes.
func (p *Identity) NoteFailure(ctx context.Context, tx identity.Tx, key identity.AccountKey, at time.Time) error {
	if _, err := in(tx).exec(ctx, qDropFailures, string(key), micro(at.Add(-failuresKept))); err != nil {
		return err
	}
	_, err := in(tx).exec(ctx, qNoteFailure, string(key), micro(at))
	return err
}

// FailuresSince counts failed unlocks.
func (p *Identity) FailuresSince(ctx context.Context, tx identity.Tx, key identity.AccountKey, since time.Time) (n int, err error) {
	return n, in(tx).one(ctx, qFailuresSince, a(string(key), micro(since)), &n)
}
