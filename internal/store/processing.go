package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/livc"
)

// Processing keeps the rows of step 6: own dossiers and their terms.
type Processing struct{}

var _ processing.Book = Processing{}

const (
	qKeeper = `SELECT h.id, h.organisation, o.regime, o.own_file, ` + regionOfService + ` FROM hat h
		JOIN organisation o ON o.livc = h.livc AND o.id = h.organisation` + joinMunicipality + ` WHERE h.livc = $1 AND h.id = $2`
	qOffers = `SELECT f.item, f.case_id, c.code, m.day, f.until, i.outcome, f.state, f.note FROM register_offer f
		JOIN item i ON i.livc = f.livc AND i.id = f.item JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting
		JOIN casus c ON c.livc = f.livc AND c.id = f.case_id WHERE f.livc = $1 AND f.hat = $2 AND f.state = 'open' ORDER BY f.until, f.item`
	qOffer = `SELECT f.item, f.case_id, c.code, m.day, f.until, i.outcome, f.state, f.note FROM register_offer f
		JOIN item i ON i.livc = f.livc AND i.id = f.item JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting
		JOIN casus c ON c.livc = f.livc AND c.id = f.case_id WHERE f.livc = $1 AND f.item = $2 AND f.hat = $3`
	qAnswerOffer = `UPDATE register_offer SET state = 'answered' WHERE livc = $1 AND item = $2 AND hat = $3 AND state = 'open'`
)

// Keeper gives a hat as somebody who may keep a dossier.
func (Processing) Keeper(ctx context.Context, tx *deed.Tx, hat livc.ID) (k processing.Keeper, err error) {
	return k, of(tx).one(ctx, qKeeper, a(tx.By.Livc, hat), &k.Hat, &k.Organisation, &k.Regime, &k.OwnFile, &k.Region)
}

func readOffer(s scanner) (o processing.Offer, err error) {
	var state string
	err = s.Scan(&o.Item, &o.Case, &o.Code, &o.Discussed, &o.Until, &o.Outcome, &state, &o.Note)
	o.Open = state == "open"
	return o, err
}

// Offers lists what a hat was asked and has not answered.
func (Processing) Offers(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]processing.Offer, error) {
	return many(ctx, of(tx), qOffers, a(tx.By.Livc, hat), readOffer)
}

// Offer gives one question to a hat.
func (Processing) Offer(ctx context.Context, tx *deed.Tx, item, hat livc.ID) (processing.Offer, error) {
	return first(many(ctx, of(tx), qOffer, a(tx.By.Livc, item, hat), readOffer))
}

// AnswerOffer notes that a hat answered; what, only its dossier tells.
func (Processing) AnswerOffer(ctx context.Context, tx *deed.Tx, item, hat livc.ID) error {
	return of(tx).change(ctx, qAnswerOffer, tx.By.Livc, item, hat)
}

// first gives the only row of a query; none is NotFound.
func first[T any](list []T, err error) (v T, _ error) {
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return v, err
	}
	return list[0], nil
}

// A dossier's clock is its case's while the case is there, else its own copy (settled 7). One extension
// at most is signed.
const (
	qDossierColumns = `d.id, d.container, d.organisation, d.hat, d.case_id, d.manner, d.decided,
		COALESCE(c.first_discussed, ''), COALESCE(NULLIF(c.last_discussed, ''), d.last_discussed), COALESCE(c.restarts, d.restarts), COALESCE(c.due, d.due),
		COALESCE(e.until, ''), COALESCE(e.signed, '')`
	qDossierTables = ` FROM dossier d LEFT JOIN casus c ON c.livc = d.livc AND c.id = d.case_id
		LEFT JOIN extension e ON e.livc = d.livc AND e.dossier = d.id AND e.state = 'signed' `
	qDossier   = `SELECT ` + qDossierColumns + qDossierTables + `WHERE d.livc = $1 AND d.id = $2`
	qDossierOf = `SELECT ` + qDossierColumns + qDossierTables + `WHERE d.livc = $1 AND d.hat = $2 AND d.case_id = $3`
	qDossiers  = `SELECT ` + qDossierColumns + qDossierTables + `WHERE d.livc = $1 AND (d.hat = $2 OR d.container IN
		(SELECT g.container FROM key_grant g WHERE g.livc = $1 AND g.hat = $2)) ORDER BY d.due, d.id`
	qKept        = `SELECT ` + qDossierColumns + qDossierTables + `WHERE d.livc = $1 AND d.organisation = $2 ORDER BY d.due, d.id`
	qKeepersOf   = `SELECT ` + qDossierColumns + qDossierTables + `WHERE d.livc = $1 AND d.case_id = $2 ORDER BY d.id`
	qBehind      = `SELECT ` + qDossierColumns + qDossierTables + `WHERE d.livc = $1 AND c.last_discussed > d.last_discussed ORDER BY d.id LIMIT $2`
	qDueDossiers = `SELECT ` + qDossierColumns + qDossierTables + `WHERE d.livc = $1 AND d.due <= $2 ORDER BY d.due, d.id LIMIT $3`

	qInsertDossier = `INSERT INTO dossier (livc, id, container, organisation, hat, case_id, manner, decided, last_discussed, due, extended_until, restarts)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
	qSetDossier = `UPDATE dossier SET container = $3, manner = $4, decided = $5, last_discussed = $6, due = $7, extended_until = $8, restarts = $9
		WHERE livc = $1 AND id = $2`
)

func readDossier(s scanner) (d processing.Dossier, err error) {
	c := &d.Retention.Clock
	err = s.Scan(&d.ID, &d.Container, &d.Organisation, &d.Hat, &d.Case, &d.Manner, &d.Decided,
		&c.FirstDiscussed, &c.LastDiscussed, &c.Restarts, &d.Retention.Due, &c.Extended.Until, &c.Extended.Confirmed)
	return d, err
}

// dossierTerm gives the term of one dossier.
func dossierTerm(ctx context.Context, h handle, id, dossier livc.ID) (processing.Retention, error) {
	d, err := first(many(ctx, h, qDossier, a(id, dossier), readDossier))
	return d.Retention, err
}

// Dossier gives one dossier.
func (Processing) Dossier(ctx context.Context, tx *deed.Tx, id livc.ID) (processing.Dossier, error) {
	return first(many(ctx, of(tx), qDossier, a(tx.By.Livc, id), readDossier))
}

// DossierOf gives the dossier of a hat for a case.
func (Processing) DossierOf(ctx context.Context, tx *deed.Tx, hat, caseID livc.ID) (processing.Dossier, error) {
	return first(many(ctx, of(tx), qDossierOf, a(tx.By.Livc, hat, caseID), readDossier))
}

// Dossiers lists the dossiers that a hat keeps, or holds as a deputy.
func (Processing) Dossiers(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]processing.Dossier, error) {
	return many(ctx, of(tx), qDossiers, a(tx.By.Livc, hat), readDossier)
}

// Kept lists the dossiers of one controller: who and until when.
func (Processing) Kept(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]processing.Dossier, error) {
	return many(ctx, of(tx), qKept, a(tx.By.Livc, organisation), readDossier)
}

// KeepersOf lists the dossiers of a case, with the case's clock.
func (Processing) KeepersOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]processing.Dossier, error) {
	return many(ctx, of(tx), qKeepersOf, a(tx.By.Livc, caseID), readDossier)
}

// Behind lists dossiers whose case was discussed again since their row was written.
func (Processing) Behind(ctx context.Context, tx *deed.Tx, limit int) ([]processing.Dossier, error) {
	return many(ctx, of(tx), qBehind, a(tx.By.Livc, limit), readDossier)
}

// DueDossiers lists dossiers whose row falls due by a day.
func (Processing) DueDossiers(ctx context.Context, tx *deed.Tx, upTo livc.Day, limit int) ([]processing.Dossier, error) {
	return many(ctx, of(tx), qDueDossiers, a(tx.By.Livc, upTo, limit), readDossier)
}

// dueRow is the day that a dossier's row keeps: with a running extension the end of that, so that the
// clocks find it then and not each day before.
func dueRow(r processing.Retention) livc.Day {
	if end := r.End(); end > law.RetentionEnd(r.Clock.LastDiscussed) {
		return end
	}
	return r.Due
}

// InsertDossier stores a new dossier.
func (Processing) InsertDossier(ctx context.Context, tx *deed.Tx, d processing.Dossier) error {
	c := d.Retention.Clock
	_, err := of(tx).exec(ctx, qInsertDossier, tx.By.Livc, d.ID, d.Container, d.Organisation, d.Hat, d.Case, d.Manner, d.Decided,
		c.LastDiscussed, dueRow(d.Retention), c.Extended.Until, c.Restarts)
	return err
}

// SetDossier writes what can change about a dossier, its clock included.
func (Processing) SetDossier(ctx context.Context, tx *deed.Tx, d processing.Dossier) error {
	c := d.Retention.Clock
	return of(tx).change(ctx, qSetDossier, tx.By.Livc, d.ID, d.Container, d.Manner, d.Decided, c.LastDiscussed, dueRow(d.Retention),
		c.Extended.Until, c.Restarts)
}

const (
	qExtensionColumns = `x.id, x.dossier, d.container, d.organisation, x.discussed, x.until, x.written, x.signed, x.written_by, x.signed_by, x.signature, x.state
		FROM extension x JOIN dossier d ON d.livc = x.livc AND d.id = x.dossier `
	qExtension        = `SELECT ` + qExtensionColumns + `WHERE x.livc = $1 AND x.id = $2`
	qExtensions       = `SELECT ` + qExtensionColumns + `WHERE x.livc = $1 AND x.dossier = $2 ORDER BY x.written, x.id`
	qExtensionsToSign = `SELECT ` + qExtensionColumns + `WHERE x.livc = $1 AND d.organisation = $2 AND x.state = 'written' ORDER BY x.written, x.id`
	qInsertExtension  = `INSERT INTO extension (livc, id, dossier, discussed, until, written, written_by, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`
	qSetExtension     = `UPDATE extension SET signed = $3, signed_by = $4, signature = $5, state = $6 WHERE livc = $1 AND id = $2`
	qDiscussedOn      = `SELECT count(*) FROM item i JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting
		WHERE i.livc = $1 AND i.case_id = $2 AND i.opened_at > 0 AND m.day = $3`
)

func readExtension(s scanner) (e processing.Extension, err error) {
	return e, s.Scan(&e.ID, &e.Dossier, &e.Container, &e.Organisation, &e.Discussed, &e.Until, &e.Written, &e.Signed, &e.WrittenBy, &e.SignedBy, &e.Signature, &e.State)
}

// Extension gives one extension.
func (Processing) Extension(ctx context.Context, tx *deed.Tx, id livc.ID) (processing.Extension, error) {
	return first(many(ctx, of(tx), qExtension, a(tx.By.Livc, id), readExtension))
}

// Extensions lists the extensions of a dossier, oldest first.
func (Processing) Extensions(ctx context.Context, tx *deed.Tx, dossier livc.ID) ([]processing.Extension, error) {
	return many(ctx, of(tx), qExtensions, a(tx.By.Livc, dossier), readExtension)
}

// ExtensionsToSign lists what waits for a signature for a controller.
func (Processing) ExtensionsToSign(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]processing.Extension, error) {
	return many(ctx, of(tx), qExtensionsToSign, a(tx.By.Livc, organisation), readExtension)
}

// InsertExtension stores an extension that nobody signed yet.
func (Processing) InsertExtension(ctx context.Context, tx *deed.Tx, e processing.Extension) error {
	_, err := of(tx).exec(ctx, qInsertExtension, tx.By.Livc, e.ID, e.Dossier, e.Discussed, e.Until, e.Written, e.WrittenBy, e.State)
	return err
}

// SetExtension writes the signature and the state.
func (Processing) SetExtension(ctx context.Context, tx *deed.Tx, e processing.Extension) error {
	return of(tx).change(ctx, qSetExtension, tx.By.Livc, e.ID, e.Signed, e.SignedBy, e.Signature, e.State)
}

// DiscussedOn tells whether the table opened an item of the case on a day.
func (Processing) DiscussedOn(ctx context.Context, tx *deed.Tx, caseID livc.ID, on livc.Day) (bool, error) {
	var n int
	err := of(tx).one(ctx, qDiscussedOn, a(tx.By.Livc, caseID, on), &n)
	return n > 0, err
}

const (
	qCaseTermColumns = `c.id, c.code, c.state, c.first_discussed, c.last_discussed, c.restarts, c.due`
	qCaseTerm        = `SELECT ` + qCaseTermColumns + ` FROM casus c WHERE c.livc = $1 AND c.id = $2`
	qCaseTerms       = `SELECT ` + qCaseTermColumns + ` FROM casus c JOIN municipality m ON m.livc = c.livc AND m.id = c.municipality
		WHERE c.livc = $1 AND m.organisation = $2 ORDER BY c.due, c.id`
	qProof  = `SELECT id, organisation, kind, cause, day, certificate FROM tombstone WHERE livc = $1 AND id = $2 AND kind IN ('case','dossier','referral')`
	qProofs = `SELECT id, organisation, kind, cause, day, certificate FROM tombstone WHERE livc = $1 AND organisation = $2 AND day >= $3
		AND kind IN ('case','referral') ORDER BY day DESC, id LIMIT 50`
)

func readCaseTerm(s scanner) (t processing.CaseTerm, err error) {
	c := &t.Retention.Clock
	return t, s.Scan(&t.Case, &t.Code, &t.State, &c.FirstDiscussed, &c.LastDiscussed, &c.Restarts, &t.Retention.Due)
}

// CaseTerm gives the clock of one case.
func (Processing) CaseTerm(ctx context.Context, tx *deed.Tx, caseID livc.ID) (processing.CaseTerm, error) {
	return first(many(ctx, of(tx), qCaseTerm, a(tx.By.Livc, caseID), readCaseTerm))
}

// CaseTerms lists the clocks of the cases of one municipality.
func (Processing) CaseTerms(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]processing.CaseTerm, error) {
	return many(ctx, of(tx), qCaseTerms, a(tx.By.Livc, organisation), readCaseTerm)
}

func readProof(s scanner) (p processing.Proof, err error) {
	return p, s.Scan(&p.ID, &p.Controller, &p.Kind, &p.Cause, &p.Day, &p.Note)
}

// Proof gives one certificate of erasure.
func (Processing) Proof(ctx context.Context, tx *deed.Tx, id livc.ID) (processing.Proof, error) {
	return first(many(ctx, of(tx), qProof, a(tx.By.Livc, id), readProof))
}

// Proofs lists the certificates of one organisation since a day, the newest first.
func (Processing) Proofs(ctx context.Context, tx *deed.Tx, organisation livc.ID, since livc.Day) ([]processing.Proof, error) {
	return many(ctx, of(tx), qProofs, a(tx.By.Livc, organisation, since), readProof)
}

const (
	qSheetToGiveColumns = `s.id, s.case_id, c.sheet, s.record, s.number, s.state, s.circle, s.handed_over, s.recipient
		FROM ltf_sheet s JOIN casus c ON c.livc = s.livc AND c.id = s.case_id `
	qSheetToGive  = `SELECT ` + qSheetToGiveColumns + `WHERE s.livc = $1 AND s.id = $2`
	qSheetsToGive = `SELECT ` + qSheetToGiveColumns + `JOIN presence p ON p.livc = s.livc AND p.item = s.item
		WHERE s.livc = $1 AND s.state = 'adopted' AND p.hat = $2 ORDER BY s.number, s.id`
	qSetHandedOver = `UPDATE ltf_sheet SET state = 'handed_over', handed_over = $3, recipient = $4 WHERE livc = $1 AND id = $2 AND state = 'adopted'`
)

func readSheetToGive(s scanner) (v processing.Sheet, err error) {
	return v, s.Scan(&v.ID, &v.Case, &v.CaseSheet, &v.Record, &v.Number, &v.State, &v.Circle, &v.HandedOver, &v.Recipient)
}

// Sheet gives one feedback sheet without its lines.
func (Processing) Sheet(ctx context.Context, tx *deed.Tx, id livc.ID) (processing.Sheet, error) {
	return first(many(ctx, of(tx), qSheetToGive, a(tx.By.Livc, id), readSheetToGive))
}

// Sheets lists the adopted sheets of items at which a hat was inside.
func (Processing) Sheets(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]processing.Sheet, error) {
	return many(ctx, of(tx), qSheetsToGive, a(tx.By.Livc, hat), readSheetToGive)
}

// SetHandedOver notes when and to which service a sheet was handed over.
func (Processing) SetHandedOver(ctx context.Context, tx *deed.Tx, s processing.Sheet) error {
	return of(tx).change(ctx, qSetHandedOver, tx.By.Livc, s.ID, s.HandedOver, s.Recipient)
}
