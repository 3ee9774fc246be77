package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

const (
	qInsertTransfer = `INSERT INTO transfer (livc, id, case_id, made, receiver, words, both_follow, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`
	qTransfersOf    = `SELECT id, case_id, made, receiver, words, both_follow, said FROM transfer WHERE livc = $1 AND case_id = $2 ORDER BY at DESC, id`
	qTransferSaid   = `UPDATE transfer SET said = CASE WHEN said = '' THEN $3 ELSE said END WHERE livc = $1 AND id = $2`
	qInsertArrival  = `INSERT INTO arrival (livc, fingerprint, referral, words, both_follow, forget_on) VALUES ($1, $2, $3, $4, $5, $6)`
	qArrived        = `SELECT count(*) FROM arrival WHERE livc = $1 AND fingerprint = $2`
	qArrivalOf      = `SELECT fingerprint, referral, words, both_follow, forget_on FROM arrival WHERE livc = $1 AND referral = $2`
)

// InsertTransfer notes that a file was made of a case.
func (Referrals) InsertTransfer(ctx context.Context, tx *deed.Tx, t discussion.Transfer) error {
	_, err := of(tx).exec(ctx, qInsertTransfer, tx.By.Livc, t.ID, t.Case, t.Made, t.Receiver, t.Words, t.Both, micro(tx.At))
	return err
}

// TransfersOf lists the files that were made of a case, the newest first.
func (Referrals) TransfersOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.Transfer, error) {
	return many(ctx, of(tx), qTransfersOf, a(tx.By.Livc, caseID), func(s scanner) (t discussion.Transfer, err error) {
		return t, s.Scan(&t.ID, &t.Case, &t.Made, &t.Receiver, &t.Words, &t.Both, &t.Said)
	})
}

// TransferSaid notes the first day on which the four words were said back.
func (Referrals) TransferSaid(ctx context.Context, tx *deed.Tx, id livc.ID) error {
	return of(tx).change(ctx, qTransferSaid, tx.By.Livc, id, tx.Today)
}

// InsertArrival notes that a file was opened.
func (Referrals) InsertArrival(ctx context.Context, tx *deed.Tx, i discussion.Arrival) error {
	_, err := of(tx).exec(ctx, qInsertArrival, tx.By.Livc, i.Fingerprint, i.Referral, i.Words, i.Both, i.ForgetOn)
	return err
}

// Arrived tells whether a file was opened before.
func (Referrals) Arrived(ctx context.Context, tx *deed.Tx, fingerprint string) (bool, error) {
	var n int
	err := of(tx).one(ctx, qArrived, a(tx.By.Livc, fingerprint), &n)
	return n > 0, err
}

// ArrivalOf gives the file from which a referral came.
func (Referrals) ArrivalOf(ctx context.Context, tx *deed.Tx, referral livc.ID) (i discussion.Arrival, err error) {
	return i, of(tx).one(ctx, qArrivalOf, a(tx.By.Livc, referral), &i.Fingerprint, &i.Referral, &i.Words, &i.Both, &i.ForgetOn)
}

// Sent says what is known of the files that went to another town about a case.
func (Closing) Sent(ctx context.Context, tx *deed.Tx, caseID livc.ID) (law.SentFile, error) {
	return Processing{}.Sent(ctx, tx, caseID)
}

// Sent says what is known of the files that went to another town about a case.
func (Processing) Sent(ctx context.Context, tx *deed.Tx, caseID livc.ID) (law.SentFile, error) {
	list, err := Referrals{}.TransfersOf(ctx, tx, caseID)
	return discussion.SentFiles(list), err
}
