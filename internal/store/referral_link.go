package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// A link is a row of the installation, as a screen is: who types its code has no LIVC R yet.
const (
	linkColumns = `id, for_livc, municipality, by_hat, sector, secrecy, name, service, reach, code, tries, voucher, made_at, until_at, used_at`
	qInsertLink = `INSERT INTO referral_link (livc, ` + linkColumns + `)
		VALUES ('0', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`
	qLink         = `SELECT ` + linkColumns + ` FROM referral_link WHERE livc = '0' AND id = $1`
	qLinks        = `SELECT ` + linkColumns + ` FROM referral_link WHERE livc = '0' AND for_livc = $1 AND municipality = $2 ORDER BY made_at DESC, id`
	qCountLinkTry = `UPDATE referral_link SET tries = tries + 1 WHERE livc = '0' AND id = $1`
	qUseLink      = `UPDATE referral_link SET used_at = $3 WHERE livc = '0' AND for_livc = $1 AND id = $2 AND used_at = 0`
	qDropLink     = `DELETE FROM referral_link WHERE livc = '0' AND for_livc = $1 AND id = $2`
	qDropLate     = `DELETE FROM referral_link WHERE livc = '0' AND for_livc = $1 AND until_at <= $2`
)

func readLink(tx *deed.Tx) func(scanner) (discussion.ReferralLink, error) {
	return func(s scanner) (l discussion.ReferralLink, err error) {
		var name, service, reach []byte
		var made, until, used int64
		err = s.Scan(&l.ID, &l.Livc, &l.Municipality, &l.By, &l.Sector, &l.Secrecy, &name, &service, &reach, &l.Code, &l.Tries, &l.Voucher, &made, &until, &used)
		l.Made, l.Until = moment(made), moment(until)
		if used > 0 {
			l.Used = moment(used)
		}
		if err != nil || l.Livc != tx.By.Livc {
			return l, err // a deed of the installation, or of another LIVC R, learns no name
		}
		for _, f := range []struct {
			field  string
			sealed []byte
			to     *livc.Contact
		}{{"name", name, &l.Name}, {"service", service, &l.Service}, {"reach", reach, &l.Reach}} {
			if *f.to, err = tx.OpenContact("referral_link", l.ID, f.field, f.sealed); err != nil {
				return l, err
			}
		}
		return l, nil
	}
}

// InsertLink stores a new link.
func (Referrals) InsertLink(ctx context.Context, tx *deed.Tx, l discussion.ReferralLink) error {
	seal := func(field string, c livc.Contact) []byte { return tx.SealContact("referral_link", l.ID, field, c) }
	_, err := of(tx).exec(ctx, qInsertLink, l.ID, l.Livc, l.Municipality, l.By, l.Sector, l.Secrecy, seal("name", l.Name), seal("service", l.Service),
		seal("reach", l.Reach), l.Code, l.Tries, l.Voucher, micro(l.Made), micro(l.Until), 0)
	return err
}

// Link gives a link of any LIVC R.
func (Referrals) Link(ctx context.Context, tx *deed.Tx, id livc.ID) (discussion.ReferralLink, error) {
	list, err := many(ctx, of(tx), qLink, a(id), readLink(tx))
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return discussion.ReferralLink{}, err
	}
	return list[0], nil
}

// Links lists the links of a municipality.
func (Referrals) Links(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]discussion.ReferralLink, error) {
	return many(ctx, of(tx), qLinks, a(tx.By.Livc, municipality), readLink(tx))
}

// CountLinkTry counts a wrong code against a link.
func (Referrals) CountLinkTry(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	_, err := of(tx).exec(ctx, qCountLinkTry, id)
	return err
}

// UseLink notes that a link was used.
func (Referrals) UseLink(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	return of(tx).change(ctx, qUseLink, tx.By.Livc, id, micro(tx.At))
}

// DropLink forgets a link.
func (Referrals) DropLink(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	return of(tx).change(ctx, qDropLink, tx.By.Livc, id)
}

// DropLinks forgets the links that had their time.
func (Processing) DropLinks(ctx context.Context, tx *deed.Tx) error {
	_, err := of(tx).exec(ctx, qDropLate, tx.By.Livc, micro(tx.At))
	return err
}
