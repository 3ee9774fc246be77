package store

import (
	"context"
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Support keeps the rows of step 1.
type Support struct{}

var _ support.Book = Support{}

const (
	qInsertLivc = `INSERT INTO livc_r (livc, name, state, founded) VALUES ($1, $2, 'founded', $3)`

	qInsertMunicipality = `INSERT INTO municipality (livc, id, name, region, organisation) VALUES ($1, $2, $3, $4, $5)`
	qMunicipality       = `SELECT id, name, region, organisation, list, office, intake, list_alone FROM municipality WHERE livc = $1 AND id = $2`
	qMunicipalities     = `SELECT id, name, region, organisation, list, office, intake, list_alone FROM municipality WHERE livc = $1 ORDER BY id`
	qSetContainers      = `UPDATE municipality SET list = $3, office = $4, intake = $5 WHERE livc = $1 AND id = $2`

	qSetListAlone = `UPDATE municipality SET list_alone = $3 WHERE livc = $1 AND id = $2`

	qInsertOrganisation = `INSERT INTO organisation (livc, id, name, category, regime, municipality, domain, own_file, state, guest)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
	qOrganisation  = `SELECT id, name, category, regime, municipality, domain, own_file, security_checked, state FROM organisation WHERE livc = $1 AND id = $2`
	qOrganisations = `SELECT id, name, category, regime, municipality, domain, own_file, security_checked, state FROM organisation
		WHERE livc = $1 AND guest = FALSE ORDER BY id`
	qSetOwnFile = `UPDATE organisation SET own_file = $3 WHERE livc = $1 AND id = $2`
	qSetRoot    = `UPDATE organisation SET root = $3 WHERE livc = $1 AND id = $2`
)

// InsertLivc stores a new LIVC R under its own id.
func (Support) InsertLivc(ctx context.Context, tx *deed.Tx, id livc.ID, name string) error {
	_, err := of(tx).exec(ctx, qInsertLivc, id, name, tx.Today)
	return err
}

// regionOfService is the region whose rules hold for organisation o, as support.RegionOf gives it; the
// statement that uses it joins with joinMunicipality.
const (
	joinMunicipality = ` LEFT JOIN municipality m ON m.livc = o.livc AND m.id = o.municipality`
	regionOfService  = `COALESCE(m.region, (SELECT CASE WHEN MIN(n.region) = MAX(n.region) THEN MIN(n.region) ELSE '' END
		FROM municipality n WHERE n.livc = o.livc), '')`
)

// InsertMunicipality stores a municipality.
func (Support) InsertMunicipality(ctx context.Context, tx *deed.Tx, m support.Municipality) error {
	_, err := of(tx).exec(ctx, qInsertMunicipality, tx.By.Livc, m.ID, m.Name, m.Region, m.Organisation)
	return err
}

func readMunicipality(s scanner) (m support.Municipality, err error) {
	return m, s.Scan(&m.ID, &m.Name, &m.Region, &m.Organisation, &m.List, &m.Office, &m.Intake, &m.ListAlone)
}

// Municipality gives one municipality.
func (Support) Municipality(ctx context.Context, tx *deed.Tx, id livc.ID) (m support.Municipality, err error) {
	return m, of(tx).one(ctx, qMunicipality, a(tx.By.Livc, id), &m.ID, &m.Name, &m.Region, &m.Organisation, &m.List, &m.Office, &m.Intake, &m.ListAlone)
}

// Municipalities gives all municipalities of the LIVC R.
func (Support) Municipalities(ctx context.Context, tx *deed.Tx) ([]support.Municipality, error) {
	return many(ctx, of(tx), qMunicipalities, a(tx.By.Livc), readMunicipality)
}

const qSheetsNotHeld = `SELECT c.sheet FROM casus c WHERE c.livc = $1 AND c.municipality = $2 AND c.sheet <> ''
	AND NOT EXISTS (SELECT 1 FROM key_grant g WHERE g.livc = $1 AND g.container = c.sheet AND g.hat = $3) ORDER BY c.id`

// SheetsNotHeld lists the casusbladen of a municipality that a hat has no key of.
func (Support) SheetsNotHeld(ctx context.Context, tx *deed.Tx, municipality, hat livc.ID) ([]livc.ID, error) {
	return many(ctx, of(tx), qSheetsNotHeld, a(tx.By.Livc, municipality, hat), readID)
}

// SetContainers writes the containers that the mayor's first session made.
func (Support) SetContainers(ctx context.Context, tx *deed.Tx, m support.Municipality) error {
	return of(tx).change(ctx, qSetContainers, tx.By.Livc, m.ID, m.List, m.Office, m.Intake)
}

// SetListAlone notes the day on which the mayor appointed no coordinator for the list.
func (Support) SetListAlone(ctx context.Context, tx *deed.Tx, municipality livc.ID, on livc.Day) error {
	return of(tx).change(ctx, qSetListAlone, tx.By.Livc, municipality, on)
}

// InsertOrganisation stores a partner.
func (Support) InsertOrganisation(ctx context.Context, tx *deed.Tx, o support.Organisation) error {
	_, err := of(tx).exec(ctx, qInsertOrganisation, tx.By.Livc, o.ID, o.Name, o.Category, o.Regime, o.Municipality, o.Domain, o.OwnFile, o.State, o.Guest)
	return err
}

func readOrganisation(s scanner) (o support.Organisation, err error) {
	return o, s.Scan(&o.ID, &o.Name, &o.Category, &o.Regime, &o.Municipality, &o.Domain, &o.OwnFile, &o.Checked, &o.State)
}

// Organisation gives one partner.
func (Support) Organisation(ctx context.Context, tx *deed.Tx, id livc.ID) (o support.Organisation, err error) {
	return o, of(tx).one(ctx, qOrganisation, a(tx.By.Livc, id), &o.ID, &o.Name, &o.Category, &o.Regime, &o.Municipality, &o.Domain, &o.OwnFile, &o.Checked, &o.State)
}

// Organisations gives the whole network; a guest is no partner.
func (Support) Organisations(ctx context.Context, tx *deed.Tx) ([]support.Organisation, error) {
	return many(ctx, of(tx), qOrganisations, a(tx.By.Livc), readOrganisation)
}

// SetOwnFile switches own dossiers of a controller on or off.
func (Support) SetOwnFile(ctx context.Context, tx *deed.Tx, organisation livc.ID, on bool) error {
	return of(tx).change(ctx, qSetOwnFile, tx.By.Livc, organisation, on)
}

// SetRoot writes the key with which the signed list of an organisation begins.
func (Support) SetRoot(ctx context.Context, tx *deed.Tx, organisation livc.ID, root []byte) error {
	return of(tx).change(ctx, qSetRoot, tx.By.Livc, organisation, root)
}

const (
	qInsertHat = `INSERT INTO hat (livc, id, organisation, function, speaks_for, secrecy, mandate, mandate_from, mandate_until,
		privacy_known, name, mail, phone, clearance_until, state, entered_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`
	qHat = `SELECT id, organisation, function, speaks_for, secrecy, mandate, mandate_from, mandate_until, privacy_known, name, mail, phone, list_manager,
		appointed_for_list, clearance_until, briefed, state, kem, sig FROM hat WHERE livc = $1 AND id = $2`
	qHats = `SELECT id, organisation, function, speaks_for, secrecy, mandate, mandate_from, mandate_until, privacy_known, name, mail, phone, list_manager,
		appointed_for_list, clearance_until, briefed, state, kem, sig FROM hat WHERE livc = $1 AND state <> 'left' AND function <> 'guest' ORDER BY organisation, id`
	qPersonOf = `SELECT person FROM hat WHERE livc = $1 AND id = $2`
	qSetKeys  = `UPDATE hat SET person = $3, kem = $4, sig = $5, pins = $6, state = $7, list_manager = $8,
		privacy_known = CASE WHEN privacy_known = '' THEN $9 ELSE privacy_known END WHERE livc = $1 AND id = $2 AND state = 'entered'`
	qSetHat = `UPDATE hat SET state = $3, list_manager = $4, appointed_for_list = $5, clearance_until = $6, briefed = $7
		WHERE livc = $1 AND id = $2`
	qSetCard = `UPDATE hat SET speaks_for = $3, secrecy = $4, mandate = $5, mandate_from = $6, mandate_until = $7, privacy_known = $8,
		mail = $9, phone = $10 WHERE livc = $1 AND id = $2`
	qEndHat       = `UPDATE hat SET state = 'left', left_at = $3, generation = generation + 1 WHERE livc = $1 AND id = $2`
	qTakeGrantsOf = `DELETE FROM key_grant WHERE livc = $1 AND hat = $2
		AND container IN (SELECT id FROM container WHERE livc = $1 AND organisation = $3 AND hat <> $2)`
	qRekeyGrantsOf = `UPDATE container SET rekey_due = TRUE WHERE livc = $1 AND organisation = $3 AND hat <> $2
		AND id IN (SELECT container FROM key_grant WHERE livc = $1 AND hat = $2)`
	qTakeAllGrants = `DELETE FROM key_grant WHERE livc = $1 AND hat = $2`
	qTakeAllWaits  = `DELETE FROM waiting_grant WHERE livc = $1 AND hat = $2`
	qRekeyDue      = `UPDATE container SET rekey_due = TRUE WHERE livc = $1 AND id IN (SELECT container FROM key_grant WHERE livc = $1 AND hat = $2)`
)

// InsertHat stores a person with a function; contact data is sealed under the service key.
func (Support) InsertHat(ctx context.Context, tx *deed.Tx, h support.Hat) error {
	_, err := of(tx).exec(ctx, qInsertHat, tx.By.Livc, h.ID, h.Organisation, h.Function, h.SpeaksFor, joinSecrecy(h.Secrecy), h.Mandate.Text,
		h.Mandate.From, h.Mandate.Until, h.PrivacyKnown,
		tx.SealContact("hat", h.ID, "name", h.Name), tx.SealContact("hat", h.ID, "mail", h.Mail), tx.SealContact("hat", h.ID, "phone", h.Phone),
		h.ClearedUntil, h.State, micro(tx.At))
	return err
}

func readHat(tx *deed.Tx) func(scanner) (support.Hat, error) {
	return func(s scanner) (h support.Hat, err error) {
		var secrecy string
		var name, mail, phone []byte
		err = s.Scan(&h.ID, &h.Organisation, &h.Function, &h.SpeaksFor, &secrecy, &h.Mandate.Text, &h.Mandate.From, &h.Mandate.Until, &h.PrivacyKnown, &name, &mail, &phone, &h.ListManager,
			&h.Appointed, &h.ClearedUntil, &h.Briefed, &h.State, &h.KEM, &h.Sig)
		if err != nil {
			return h, err
		}
		h.Secrecy = splitSecrecy(secrecy)
		for _, c := range []struct {
			field  string
			sealed []byte
			to     *livc.Contact
		}{{"name", name, &h.Name}, {"mail", mail, &h.Mail}, {"phone", phone, &h.Phone}} {
			if *c.to, err = tx.OpenContact("hat", h.ID, c.field, c.sealed); err != nil {
				return h, err
			}
		}
		return h, nil
	}
}

// Hat gives one person in one function.
func (Support) Hat(ctx context.Context, tx *deed.Tx, id livc.ID) (support.Hat, error) {
	list, err := many(ctx, of(tx), qHat, a(tx.By.Livc, id), readHat(tx))
	if err == nil && len(list) == 0 {
		err = livc.NotFound()
	}
	if err != nil {
		return support.Hat{}, err
	}
	return list[0], nil
}

// Hats gives everybody who has not left; who comes for one point only is not of the network.
func (Support) Hats(ctx context.Context, tx *deed.Tx) ([]support.Hat, error) {
	return many(ctx, of(tx), qHats, a(tx.By.Livc), readHat(tx))
}

// PersonOf gives the person under a hat.
func (Support) PersonOf(ctx context.Context, tx *deed.Tx, hat livc.ID) (person livc.ID, err error) {
	return person, of(tx).one(ctx, qPersonOf, a(tx.By.Livc, hat), &person)
}

// SetKeys writes the public halves of an enrolled person. Who enrols has ticked that the rules of privacy
// and secrecy were read (R6.2-u).
func (Support) SetKeys(ctx context.Context, tx *deed.Tx, h support.Hat, person livc.ID) error {
	return of(tx).change(ctx, qSetKeys, tx.By.Livc, h.ID, person, h.KEM, h.Sig, h.Pins, h.State, h.ListManager, tx.Today)
}

// SetHat writes what can change about a hat.
func (Support) SetHat(ctx context.Context, tx *deed.Tx, h support.Hat) error {
	return of(tx).change(ctx, qSetHat, tx.By.Livc, h.ID, h.State, h.ListManager, h.Appointed, h.ClearedUntil, h.Briefed)
}

// SetCard writes what can change on a role card.
func (Support) SetCard(ctx context.Context, tx *deed.Tx, h support.Hat) error {
	return of(tx).change(ctx, qSetCard, tx.By.Livc, h.ID, h.SpeaksFor, joinSecrecy(h.Secrecy), h.Mandate.Text, h.Mandate.From, h.Mandate.Until,
		h.PrivacyKnown, tx.SealContact("hat", h.ID, "mail", h.Mail), tx.SealContact("hat", h.ID, "phone", h.Phone))
}

const qSoleKeeper = `SELECT count(*) FROM container c JOIN dossier d ON d.livc = c.livc AND d.case_id = c.case_id AND d.container = c.id
	WHERE c.livc = $1 AND c.hat = $2 AND c.kind = 'dossier' AND d.due > $3
	AND NOT EXISTS (SELECT 1 FROM key_grant g WHERE g.livc = c.livc AND g.container = c.id AND g.hat <> $2)`

// SoleKeeper tells whether a hat alone holds the key of a dossier whose term still runs.
func (Support) SoleKeeper(ctx context.Context, tx *deed.Tx, hat livc.ID) (bool, error) {
	var n int
	err := of(tx).one(ctx, qSoleKeeper, a(tx.By.Livc, hat, tx.Today), &n)
	return n > 0, err
}

// EndHat ends a hat; the next request of its sessions finds another generation.
func (Support) EndHat(ctx context.Context, tx *deed.Tx, hat livc.ID) error {
	return of(tx).change(ctx, qEndHat, tx.By.Livc, hat, micro(tx.At))
}

// TakeGrantsOf deletes the keys of a hat to what belongs to an organisation and not to that person alone.
func (Support) TakeGrantsOf(ctx context.Context, tx *deed.Tx, organisation, hat livc.ID) error {
	for _, q := range []string{qRekeyGrantsOf, qTakeGrantsOf} {
		if _, err := of(tx).exec(ctx, q, tx.By.Livc, hat, organisation); err != nil {
			return err
		}
	}
	return nil
}

// TakeAllGrants deletes every key of a hat and marks what it held for a new key.
func (Support) TakeAllGrants(ctx context.Context, tx *deed.Tx, hat livc.ID) error {
	for _, q := range []string{qRekeyDue, qTakeAllGrants, qTakeAllWaits} {
		if _, err := of(tx).exec(ctx, q, tx.By.Livc, hat); err != nil {
			return err
		}
	}
	return nil
}

const (
	qLastManifest   = `SELECT body FROM manifest WHERE livc = $1 AND organisation = $2 ORDER BY version DESC LIMIT 1`
	qInsertManifest = `INSERT INTO manifest (livc, organisation, version, body, signature, at) VALUES ($1, $2, $3, $4, $5, $6)`
	qWaitingFor     = `SELECT w.container, w.hat, c.kind, w.reason, w.asked_at FROM waiting_grant w
		JOIN key_grant g ON g.livc = w.livc AND g.container = w.container
		JOIN container c ON c.livc = w.livc AND c.id = w.container
		JOIN hat h ON h.livc = w.livc AND h.id = w.hat
		WHERE w.livc = $1 AND g.hat = $2 AND h.state = 'active' ORDER BY w.asked_at, w.container, w.hat`
	qWaitsOf = `SELECT w.container, w.hat, c.kind, w.reason, w.asked_at FROM waiting_grant w
		JOIN container c ON c.livc = w.livc AND c.id = w.container
		WHERE w.livc = $1 AND w.hat = $2 ORDER BY w.asked_at, w.container`
)

// LastManifest gives the newest signed list of an organisation.
func (Support) LastManifest(ctx context.Context, tx *deed.Tx, organisation livc.ID) (body []byte, err error) {
	return body, of(tx).one(ctx, qLastManifest, a(tx.By.Livc, organisation), &body)
}

// InsertManifest stores a new version of the signed list.
func (Support) InsertManifest(ctx context.Context, tx *deed.Tx, organisation livc.ID, version int, body, signature []byte) error {
	_, err := of(tx).exec(ctx, qInsertManifest, tx.By.Livc, organisation, version, body, signature, micro(tx.At))
	return err
}

// WaitingFor lists the keys that a holder can give to somebody who waits.
func (Support) WaitingFor(ctx context.Context, tx *deed.Tx, holder livc.ID) ([]support.Waiting, error) {
	return many(ctx, of(tx), qWaitingFor, a(tx.By.Livc, holder), readWaiting)
}

// WaitsOf lists the keys that somebody waits for.
func (Support) WaitsOf(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]support.Waiting, error) {
	return many(ctx, of(tx), qWaitsOf, a(tx.By.Livc, hat), readWaiting)
}

func readWaiting(s scanner) (w support.Waiting, err error) {
	var at int64
	err = s.Scan(&w.Container, &w.Hat, &w.Kind, &w.Reason, &at)
	w.Asked = livc.DayOf(moment(at))
	return w, err
}

func joinSecrecy(list []livc.Secrecy) string {
	s := make([]string, len(list))
	for i, v := range list {
		s[i] = string(v)
	}
	return strings.Join(s, " ")
}

func splitSecrecy(s string) (list []livc.Secrecy) {
	for _, v := range strings.Fields(s) {
		list = append(list, livc.Secrecy(v))
	}
	return list
}
