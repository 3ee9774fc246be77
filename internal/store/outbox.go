package store

import (
	"context"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/notify"
	"beraad.eu/livc"
)

const (
	qMailWaiting = `SELECT id, hat, template, at FROM outbox WHERE livc = $1 AND state = 'waiting' ORDER BY due_at, id`
	qMailDue     = `SELECT id, tries FROM outbox WHERE livc = $1 AND state = 'waiting' AND due_at <= $2 ORDER BY due_at, id LIMIT 100`
	qClaimMail   = `UPDATE outbox SET tries = tries + 1, due_at = $4 WHERE livc = $1 AND id = $2 AND state = 'waiting' AND tries = $3`
	qMail        = `SELECT hat, template FROM outbox WHERE livc = $1 AND id = $2`
	qEndMail     = `UPDATE outbox SET state = $3 WHERE livc = $1 AND id = $2`

	qMailOfHat   = `SELECT mail, person FROM hat WHERE livc = $1 AND id = $2 AND state <> 'left'`
	qNameOfHat   = `SELECT name FROM hat WHERE livc = $1 AND id = $2`
	qLanguageOf  = `SELECT language FROM person WHERE livc = '0' AND id = $1`
	qOpenEnrolOf = `SELECT id FROM enrolment WHERE livc = '0' AND hat_livc = $1 AND hat = $2 AND done_at = 0 ORDER BY until_at DESC LIMIT 1`
)

// MailWaiting lists the messages of a LIVC R that wait to leave: a template and a hat, nothing else
// (settled 35).
func (d *DB) MailWaiting(ctx context.Context, id livc.ID) (list []deed.Mail, err error) {
	return read(ctx, d, qMailWaiting, a(id), func(s scanner) (deed.Mail, error) {
		m, at := deed.Mail{Livc: id}, int64(0)
		err := s.Scan(&m.ID, &m.Hat, &m.Template, &at)
		m.At = moment(at)
		return m, err
	})
}

// Outbox hands waiting mail to the mailer; each look at an address is a deed of the system.
type Outbox struct {
	DB     *DB
	Gate   *deed.Gate
	People *Identity
	Origin string
}

var _ notify.Outbox = Outbox{}

// Due lists what should leave now, over all LIVC R's.
func (o Outbox) Due(ctx context.Context, now time.Time) (list []notify.Waiting, err error) {
	ids, err := o.DB.LivcRs(ctx)
	if err != nil {
		return nil, err
	}
	for _, id := range append([]livc.ID{livc.Installation}, ids...) {
		due, err := read(ctx, o.DB, qMailDue, a(id, micro(now)), func(s scanner) (notify.Waiting, error) {
			w := notify.Waiting{Livc: id}
			return w, s.Scan(&w.ID, &w.Tries)
		})
		if err != nil {
			return nil, err
		}
		list = append(list, due...)
	}
	return list, nil
}

func (o Outbox) do(ctx context.Context, id livc.ID, f func(*deed.Tx) error) error {
	return o.Gate.Do(ctx, deed.By{Actor: livc.TheSystem(id)}, access.SendMail, access.Whole(id), f)
}

// Claim counts a try and gives the message.
func (o Outbox) Claim(ctx context.Context, w notify.Waiting, again time.Time) (m notify.Message, err error) {
	err = o.do(ctx, w.Livc, func(tx *deed.Tx) error {
		if err := of(tx).change(tx.Context(), qClaimMail, w.Livc, w.ID, w.Tries, micro(again)); err != nil {
			return err
		}
		var hat livc.ID
		if err := of(tx).one(tx.Context(), qMail, a(w.Livc, w.ID), &hat, &m.Template); err != nil {
			return err
		}
		return o.address(tx.Context(), of(tx), w.Livc, hat, &m)
	})
	return m, err
}

// Sent ends a message that left.
func (o Outbox) Sent(ctx context.Context, w notify.Waiting) error { return o.end(ctx, w, "sent") }

// GiveUp ends a message that nobody can get.
func (o Outbox) GiveUp(ctx context.Context, w notify.Waiting) error {
	return o.end(ctx, w, "given_up")
}

func (o Outbox) end(ctx context.Context, w notify.Waiting, state string) error {
	return o.do(ctx, w.Livc, func(tx *deed.Tx) error {
		return of(tx).change(tx.Context(), qEndMail, w.Livc, w.ID, state)
	})
}

// address finds where a message goes and in which language. A message of the installation itself is
// for a person, every other for a hat.
func (o Outbox) address(ctx context.Context, h handle, id, hat livc.ID, m *notify.Message) error {
	if id == livc.Installation {
		p, err := o.People.Person(ctx, h, hat)
		m.To, m.Language = p.Mail, p.Language
		return err
	}
	var sealed []byte
	var person, enrolment livc.ID
	if err := h.one(ctx, qMailOfHat, a(id, hat), &sealed, &person); err != nil {
		return err
	}
	if len(sealed) == 0 {
		return livc.NotFound() // somebody without an address is told by mouth
	}
	base := o.People.base
	base.Livc = id
	var err error
	if m.To, err = o.People.service.Open(base, "hat", string(hat), "mail", sealed); err != nil {
		return err
	}
	if err := h.one(ctx, qLanguageOf, a(person), &m.Language); err != nil && livc.KindOf(err) != livc.NotFoundKind {
		return err
	}
	if !m.Opens() {
		return nil
	}
	err = h.one(ctx, qOpenEnrolOf, a(id, hat), &enrolment)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil
	}
	m.Link = o.Origin + "/enrol/" + string(enrolment)
	return err
}

// Kept is a letter that waits, as the mail tray of the practice hall shows it.
type Kept struct {
	At     time.Time
	Name   livc.Contact // of whoever gets it
	Link   string       // the door to an account; empty in every other letter
	Letter notify.Letter
}

// Tray gives the letters that wait in a LIVC R, in the words of a reader (settled 35). A door that was used
// is no letter any more.
func (o Outbox) Tray(ctx context.Context, id livc.ID, reader livc.Language) (list []Kept, err error) {
	waiting, err := o.DB.MailWaiting(ctx, id)
	if err != nil || len(waiting) == 0 {
		return nil, err
	}
	err = o.do(ctx, id, func(tx *deed.Tx) error {
		list = nil
		for _, w := range waiting {
			k, err := o.keep(tx.Context(), of(tx), id, w, reader)
			if livc.KindOf(err) == livc.NotFoundKind {
				continue
			}
			if err != nil {
				return err
			}
			list = append(list, k)
		}
		return nil
	})
	return list, err
}

func (o Outbox) keep(ctx context.Context, h handle, id livc.ID, w deed.Mail, reader livc.Language) (k Kept, err error) {
	m := notify.Message{Template: w.Template}
	if err := o.address(ctx, h, id, w.Hat, &m); err != nil {
		return k, err
	}
	if m.Language = reader; m.Opens() != (m.Link != "") {
		return k, livc.NotFound()
	}
	k = Kept{At: w.At, Link: m.Link, Letter: notify.Write(o.Origin, m)}
	k.Name, err = o.nameOf(ctx, h, id, w.Hat)
	return k, err
}

func (o Outbox) nameOf(ctx context.Context, h handle, id, hat livc.ID) (livc.Contact, error) {
	if id == livc.Installation {
		p, err := o.People.Person(ctx, h, hat)
		return p.Name, err
	}
	var sealed []byte
	if err := h.one(ctx, qNameOfHat, a(id, hat), &sealed); err != nil {
		return livc.Contact{}, err
	}
	base := o.People.base
	base.Livc = id
	return o.People.service.Open(base, "hat", string(hat), "name", sealed)
}
