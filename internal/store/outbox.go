package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

const qMailWaiting = `SELECT id, hat, template FROM outbox WHERE livc = $1 AND state = 'waiting' ORDER BY due_at, id`

// MailWaiting lists the messages of a LIVC R that wait to leave: a template and a hat, nothing else
// (settled 35).
func (d *DB) MailWaiting(ctx context.Context, id livc.ID) (list []deed.Mail, err error) {
	err = d.Read(ctx, func(v deed.Vault) error {
		list, err = many(ctx, v.(*batch).handle, qMailWaiting, a(id), func(s scanner) (deed.Mail, error) {
			m := deed.Mail{Livc: id}
			return m, s.Scan(&m.ID, &m.Hat, &m.Template)
		})
		return err
	})
	return list, err
}
