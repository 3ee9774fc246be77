package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

const (
	qAddNetworkContact = `INSERT INTO network_contact (livc, id, kind, name, dialogue, person, reach, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`
	qContacts          = `SELECT id, kind, name, dialogue, person, reach, talked FROM network_contact WHERE livc = $1 ORDER BY id`
	qSetTalked         = `UPDATE network_contact SET talked = $3 WHERE livc = $1 AND id = $2`
	qDeleteContact     = `DELETE FROM network_contact WHERE livc = $1 AND id = $2`

	qInsertTechnician = `INSERT INTO technician (livc, id, name, firm, upkeep, acknowledged, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`
	qTechnicians      = `SELECT id, name, firm, upkeep, acknowledged FROM technician WHERE livc = $1 ORDER BY id`
	qDeleteTechnician = `DELETE FROM technician WHERE livc = $1 AND id = $2`

	qContactPoint    = `SELECT service, phone, mail, address, hours, shown FROM contact_point WHERE livc = $1 AND municipality = $2`
	qSetContactPoint = `INSERT INTO contact_point (livc, municipality, service, phone, mail, address, hours, shown) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (livc, municipality) DO UPDATE SET service = excluded.service, phone = excluded.phone, mail = excluded.mail,
		address = excluded.address, hours = excluded.hours, shown = excluded.shown`
	qTowns = `SELECT id, name FROM municipality WHERE livc = $1 ORDER BY id`
)

// InsertContact stores a contact in civil society.
func (Support) InsertContact(ctx context.Context, tx *deed.Tx, c support.NetworkContact) error {
	_, err := of(tx).exec(ctx, qAddNetworkContact, tx.By.Livc, c.ID, c.Kind, c.Name, c.Dialogue,
		tx.SealContact("network_contact", c.ID, "person", c.Person), tx.SealContact("network_contact", c.ID, "reach", c.Reach), micro(tx.At))
	return err
}

// Contacts gives every contact in civil society.
func (Support) Contacts(ctx context.Context, tx *deed.Tx) ([]support.NetworkContact, error) {
	return many(ctx, of(tx), qContacts, a(tx.By.Livc), func(s scanner) (c support.NetworkContact, err error) {
		var person, reach []byte
		if err := s.Scan(&c.ID, &c.Kind, &c.Name, &c.Dialogue, &person, &reach, &c.Talked); err != nil {
			return c, err
		}
		if c.Person, err = tx.OpenContact("network_contact", c.ID, "person", person); err != nil {
			return c, err
		}
		c.Reach, err = tx.OpenContact("network_contact", c.ID, "reach", reach)
		return c, err
	})
}

// SetTalked notes the day of the last talk with a contact.
func (Support) SetTalked(ctx context.Context, tx *deed.Tx, contact livc.ID, on livc.Day) error {
	return there(of(tx).exec(ctx, qSetTalked, tx.By.Livc, contact, on))
}

// DeleteContact takes a contact away.
func (Support) DeleteContact(ctx context.Context, tx *deed.Tx, contact livc.ID) error {
	return there(of(tx).exec(ctx, qDeleteContact, tx.By.Livc, contact))
}

// there is NotFound when a statement found no row.
func there(n int64, err error) error {
	if err == nil && n == 0 {
		return livc.NotFound()
	}
	return err
}

// InsertTechnician stores who maintains the machines.
func (Support) InsertTechnician(ctx context.Context, tx *deed.Tx, t support.Technician) error {
	_, err := of(tx).exec(ctx, qInsertTechnician, tx.By.Livc, t.ID, tx.SealContact("technician", t.ID, "name", t.Name), t.Firm, t.Upkeep,
		t.Acknowledged, micro(tx.At))
	return err
}

// Technicians gives who maintains the machines.
func (Support) Technicians(ctx context.Context, tx *deed.Tx) ([]support.Technician, error) {
	return many(ctx, of(tx), qTechnicians, a(tx.By.Livc), func(s scanner) (t support.Technician, err error) {
		var name []byte
		if err := s.Scan(&t.ID, &name, &t.Firm, &t.Upkeep, &t.Acknowledged); err != nil {
			return t, err
		}
		t.Name, err = tx.OpenContact("technician", t.ID, "name", name)
		return t, err
	})
}

// DeleteTechnician takes one away.
func (Support) DeleteTechnician(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	return there(of(tx).exec(ctx, qDeleteTechnician, tx.By.Livc, id))
}

// ContactPoint gives the contact point of a municipality; an empty one when there is none yet.
func (Support) ContactPoint(ctx context.Context, tx *deed.Tx, municipality livc.ID) (support.ContactPoint, error) {
	return contactPoint(ctx, of(tx), tx.By.Livc, municipality)
}

func contactPoint(ctx context.Context, h handle, id, municipality livc.ID) (c support.ContactPoint, err error) {
	c.Municipality = municipality
	err = h.one(ctx, qContactPoint, a(id, municipality), &c.Service, &c.Phone, &c.Mail, &c.Address, &c.Hours, &c.Shown)
	if livc.KindOf(err) == livc.NotFoundKind {
		err = nil
	}
	return c, err
}

// SetContactPoint writes the contact point of a municipality.
func (Support) SetContactPoint(ctx context.Context, tx *deed.Tx, c support.ContactPoint) error {
	return of(tx).change(ctx, qSetContactPoint, tx.By.Livc, c.Municipality, c.Service, c.Phone, c.Mail, c.Address, c.Hours, c.Shown)
}

// PublicLivcs gives the name of every LIVC R here, for who must choose one.
func (p *Identity) PublicLivcs(ctx context.Context, tx identity.Tx) (list []support.PublicLivc, err error) {
	ids, err := many(ctx, in(tx), qLivcRs, nil, readID)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		l := support.PublicLivc{ID: id}
		if err := in(tx).one(ctx, qLivcName, a(id), &l.Name); err != nil {
			return nil, err
		}
		list = append(list, l)
	}
	return list, nil
}

// PublicLivc gives what the public page says of one LIVC R: names of towns and of offices. It reads no row
// about a person (R0.4-c).
func (p *Identity) PublicLivc(ctx context.Context, tx identity.Tx, id livc.ID) (l support.PublicLivc, err error) {
	l.ID = id
	if err := in(tx).one(ctx, qLivcName, a(id), &l.Name); err != nil {
		return l, err
	}
	l.Towns, err = towns(ctx, in(tx), id)
	return l, err
}

func towns(ctx context.Context, h handle, id livc.ID) (list []support.ContactPoint, err error) {
	all, err := many(ctx, h, qTowns, a(id), func(s scanner) (c support.ContactPoint, err error) {
		return c, s.Scan(&c.Municipality, &c.Town)
	})
	for _, m := range all {
		c, err := contactPoint(ctx, h, id, m.Municipality)
		if err != nil {
			return nil, err
		}
		c.Town = m.Town
		list = append(list, c)
	}
	return list, err
}
