package store

import (
	"context"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/livc"
)

// ownClock marks what is another controller's, with a clock of its own (R13).
const ownClock processing.Class = "own"

// erasure is one line of the register: what happens to the rows of a table when a case is forgotten.
// $1 is the LIVC R, $2 the case.
type erasure struct {
	table, controller string
	class             processing.Class
	q                 string
}

// A case's own containers: its casusblad, and the notes and copies that were given about it. Dossiers are not.
const (
	qContainersOfCase = ` IN (SELECT k.id FROM container k WHERE k.livc = $1 AND k.case_id = $2 AND k.kind <> 'dossier'
		UNION SELECT x.sheet FROM casus x WHERE x.livc = $1 AND x.id = $2
		UNION SELECT x.note_container FROM action x WHERE x.livc = $1 AND x.case_id = $2
		UNION SELECT x.container FROM plan_copy x WHERE x.livc = $1 AND x.case_id = $2
		UNION SELECT x.officer_note FROM referral x WHERE x.livc = $1 AND x.case_id = $2
		UNION SELECT x.note FROM invitation x WHERE x.livc = $1 AND x.case_id = $2
		UNION SELECT x.motive FROM invitation x WHERE x.livc = $1 AND x.case_id = $2
		UNION SELECT x.note FROM list_question x JOIN referral y ON y.livc = x.livc AND y.id = x.referral WHERE x.livc = $1 AND y.case_id = $2)`
	// Records about it in the containers of the mayor: the line of the list, what was told, the officer's
	// cards; and what hangs on a wall.
	qRecordsInOffice = ` IN (SELECT x.id FROM casus x WHERE x.livc = $1 AND x.id = $2
		UNION SELECT x.id FROM referral x WHERE x.livc = $1 AND x.case_id = $2
		UNION SELECT x.id FROM item x WHERE x.livc = $1 AND x.case_id = $2
		UNION SELECT x.id FROM invitation x WHERE x.livc = $1 AND x.case_id = $2)`
	qOfficesOfLivc = ` IN (SELECT m.list FROM municipality m WHERE m.livc = $1 UNION SELECT m.office FROM municipality m WHERE m.livc = $1
		UNION SELECT m.intake FROM municipality m WHERE m.livc = $1 UNION SELECT k.id FROM container k WHERE k.livc = $1 AND k.kind = 'screen')`
	qItemsOfCase = ` IN (SELECT x.id FROM item x WHERE x.livc = $1 AND x.case_id = $2)`

	qForgetGrants    = `DELETE FROM key_grant WHERE livc = $1 AND container` + qContainersOfCase
	qForgetWaiting   = `DELETE FROM waiting_grant WHERE livc = $1 AND container` + qContainersOfCase
	qForgetRecords   = `DELETE FROM record WHERE livc = $1 AND (container` + qContainersOfCase + ` OR container` + qOfficesOfLivc + ` AND id` + qRecordsInOffice + `)`
	qForgetContainer = `DELETE FROM container WHERE livc = $1 AND id` + qContainersOfCase

	qForgetWeighing    = `DELETE FROM weighing WHERE livc = $1 AND item` + qItemsOfCase
	qForgetPresence    = `DELETE FROM presence WHERE livc = $1 AND item` + qItemsOfCase
	qForgetQuestions   = `DELETE FROM question WHERE livc = $1 AND case_id = $2`
	qForgetLTFAnswers  = `DELETE FROM ltf_answer WHERE livc = $1 AND sheet IN (SELECT x.id FROM ltf_sheet x WHERE x.livc = $1 AND x.case_id = $2)`
	qStripSheets       = `UPDATE ltf_sheet SET case_id = '', item = '', record = '' WHERE livc = $1 AND case_id = $2`
	qForgetActions     = `DELETE FROM action WHERE livc = $1 AND case_id = $2`
	qForgetGoals       = `DELETE FROM goal WHERE livc = $1 AND case_id = $2`
	qForgetCriteria    = `DELETE FROM closing_criterion WHERE livc = $1 AND case_id = $2`
	qForgetContact     = `DELETE FROM contact_line WHERE livc = $1 AND case_id = $2`
	qForgetOffers      = `DELETE FROM register_offer WHERE livc = $1 AND case_id = $2`
	qForgetPlans       = `DELETE FROM plan_copy WHERE livc = $1 AND case_id = $2`
	qForgetRoomReaders = `DELETE FROM fact_reader WHERE livc = $1 AND fact IN (SELECT f.id FROM fact f WHERE f.livc = $1 AND f.item` + qItemsOfCase + `)`
	qForgetRoomBuilt   = `DELETE FROM built_on WHERE livc = $1 AND fact IN (SELECT f.id FROM fact f WHERE f.livc = $1 AND f.item` + qItemsOfCase + `)`
	qForgetRoomFacts   = `DELETE FROM fact WHERE livc = $1 AND item` + qItemsOfCase
	qForgetRoomYeses   = `DELETE FROM motion_yes WHERE livc = $1 AND motion IN (SELECT p.id FROM motion p WHERE p.livc = $1 AND p.item` + qItemsOfCase + `)`
	qForgetRoomAsked   = `DELETE FROM motion WHERE livc = $1 AND item` + qItemsOfCase
	qForgetRoomDoubts  = `DELETE FROM objection WHERE livc = $1 AND item` + qItemsOfCase
	qForgetKnown       = `DELETE FROM acquaintance WHERE livc = $1 AND item` + qItemsOfCase
	qForgetAsideWords  = `DELETE FROM record WHERE livc = $1 AND container IN (SELECT d.container FROM drawer_item d WHERE d.livc = $1 AND d.item` + qItemsOfCase + `)
		AND (container, id) IN (SELECT d.container, d.id FROM drawer_item d WHERE d.livc = $1 AND d.item` + qItemsOfCase + `)`
	qForgetAsideRows = `DELETE FROM drawer_item WHERE livc = $1 AND item` + qItemsOfCase
	qForgetRoomDoor  = `DELETE FROM door_asked WHERE livc = $1 AND item` + qItemsOfCase
	qForgetWords     = `DELETE FROM path_word WHERE livc = $1 AND case_id = $2`
	qForgetInvited   = `DELETE FROM invitation WHERE livc = $1 AND case_id = $2`
	qForgetAsked     = `DELETE FROM list_question WHERE livc = $1 AND referral IN (SELECT x.id FROM referral x WHERE x.livc = $1 AND x.case_id = $2)`
	qForgetHolds     = `DELETE FROM hold WHERE livc = $1 AND (case_id = $2 OR referral IN (SELECT x.id FROM referral x WHERE x.livc = $1 AND x.case_id = $2))`
	qForgetNotices   = `DELETE FROM clock_notice WHERE livc = $1 AND object = $2`
	qForgetTransfers = `DELETE FROM transfer WHERE livc = $1 AND case_id = $2`
	qStripArrivals   = `UPDATE arrival SET referral = '', words = '' WHERE livc = $1 AND referral IN (SELECT x.id FROM referral x WHERE x.livc = $1 AND x.case_id = $2)`
	qForgetReferrals = `DELETE FROM referral WHERE livc = $1 AND case_id = $2`
	qForgetSameAs    = `UPDATE referral SET same_as = '' WHERE livc = $1 AND same_as = $2`
	qDropPlanned     = `DELETE FROM item WHERE livc = $1 AND case_id = $2 AND state IN ('planned','postponed')`
	qStripItems      = `UPDATE item SET case_id = '', state = 'closed', outcome = '', agreement = '', dissent_theme = '', enough_signals = FALSE, right_table = FALSE,
		substantive = FALSE, stop_questions = '', informing = '', informing_by = '', informing_result = '', next_review = '', report_record = '',
		report_hash = NULL, feedback = '', cleared_police = '', guide = '', first_speaker = '', room = '',
		proportion = '', child_answers = '' WHERE livc = $1 AND case_id = $2`
	qStripEvents = `UPDATE process_event SET case_id = '' WHERE livc = $1 AND case_id = $2`
	qForgetCase  = `DELETE FROM casus WHERE livc = $1 AND id = $2`
)

// register is everything that hangs on a case, in the order in which it goes: what others are found by
// goes last. A table with a case in it that is not here fails a test (settled 7).
var register = []erasure{
	{"key_grant", "each", processing.ErasedKeys, qForgetGrants},
	{"waiting_grant", "each", processing.ErasedKeys, qForgetWaiting},
	{"record", "each", processing.ErasedText, qForgetRecords},
	{"container", "each", processing.ErasedKeys, qForgetContainer},
	{"weighing", "municipality", processing.ErasedPlain, qForgetWeighing},
	{"presence", "municipality", processing.ErasedPlain, qForgetPresence},
	{"fact_reader", "municipality", processing.ErasedPlain, qForgetRoomReaders},
	{"built_on", "municipality", processing.ErasedPlain, qForgetRoomBuilt},
	{"fact", "municipality", processing.ErasedPlain, qForgetRoomFacts},
	{"motion_yes", "municipality", processing.ErasedPlain, qForgetRoomYeses},
	{"motion", "municipality", processing.ErasedPlain, qForgetRoomAsked},
	{"objection", "municipality", processing.ErasedPlain, qForgetRoomDoubts},
	{"acquaintance", "municipality", processing.ErasedPlain, qForgetKnown},
	{"record", "each", processing.ErasedText, qForgetAsideWords},
	{"drawer_item", "each", processing.ErasedPlain, qForgetAsideRows},
	{"door_asked", "municipality", processing.ErasedPlain, qForgetRoomDoor},
	{"question", "municipality", processing.ErasedPlain, qForgetQuestions},
	{"ltf_answer", "municipality", processing.ErasedPlain, qForgetLTFAnswers},
	{"ltf_sheet", "municipality", processing.ErasedTies, qStripSheets},
	{"action", "municipality", processing.ErasedPlain, qForgetActions},
	{"goal", "municipality", processing.ErasedPlain, qForgetGoals},
	{"closing_criterion", "municipality", processing.ErasedPlain, qForgetCriteria},
	{"contact_line", "municipality", processing.ErasedPlain, qForgetContact},
	{"register_offer", "municipality", processing.ErasedPlain, qForgetOffers},
	{"plan_copy", "municipality", processing.ErasedPlain, qForgetPlans},
	{"path_word", "municipality", processing.ErasedPlain, qForgetWords},
	{"invitation", "municipality", processing.ErasedPlain, qForgetInvited},
	{"list_question", "municipality", processing.ErasedPlain, qForgetAsked},
	{"hold", "municipality", processing.ErasedPlain, qForgetHolds},
	{"clock_notice", "municipality", processing.ErasedPlain, qForgetNotices},
	{"transfer", "municipality", processing.ErasedPlain, qForgetTransfers},
	{"arrival", "municipality", processing.ErasedTies, qStripArrivals},
	{"referral", "municipality", processing.ErasedPlain, qForgetReferrals},
	{"referral", "municipality", processing.ErasedTies, qForgetSameAs},
	{"item", "municipality", processing.ErasedPlain, qDropPlanned},
	{"item", "municipality", processing.ErasedTies, qStripItems},
	{"process_event", "municipality", processing.ErasedTies, qStripEvents},
	{"casus", "municipality", processing.ErasedPlain, qForgetCase},
	{"dossier", "each", ownClock, ""},
}

const (
	qControllerOfCase     = `SELECT m.organisation FROM casus c JOIN municipality m ON m.livc = c.livc AND m.id = c.municipality WHERE c.livc = $1 AND c.id = $2`
	qControllerOfDossier  = `SELECT organisation FROM dossier WHERE livc = $1 AND id = $2`
	qControllerOfReferral = `SELECT m.organisation FROM referral r JOIN municipality m ON m.livc = r.livc AND m.id = r.municipality WHERE r.livc = $1 AND r.id = $2`
)

// EraseCase walks the register.
func (Processing) EraseCase(ctx context.Context, tx *deed.Tx, caseID livc.ID) (e processing.Erased, err error) {
	if err := of(tx).one(ctx, qControllerOfCase, a(tx.By.Livc, caseID), &e.Controller); err != nil {
		return e, err
	}
	for _, r := range register {
		if r.class == ownClock {
			continue
		}
		if _, err := of(tx).exec(ctx, r.q, tx.By.Livc, caseID); err != nil {
			return e, err
		}
		if !slices.Contains(e.Classes, r.class) {
			e.Classes = append(e.Classes, r.class)
		}
	}
	return e, nil
}

const (
	qContainerOfDossier = ` IN (SELECT d.container FROM dossier d WHERE d.livc = $1 AND d.id = $2)`

	qDropDossierGrants    = `DELETE FROM key_grant WHERE livc = $1 AND container` + qContainerOfDossier
	qDropDossierWaiting   = `DELETE FROM waiting_grant WHERE livc = $1 AND container` + qContainerOfDossier
	qDropDossierRecords   = `DELETE FROM record WHERE livc = $1 AND container` + qContainerOfDossier
	qDropDossierContainer = `DELETE FROM container WHERE livc = $1 AND id` + qContainerOfDossier
	qDropExtensions       = `DELETE FROM extension WHERE livc = $1 AND dossier = $2`
	qDropDossier          = `DELETE FROM dossier WHERE livc = $1 AND id = $2`

	qContainersOfReferral = ` IN (SELECT x.officer_note FROM referral x WHERE x.livc = $1 AND x.id = $2
		UNION SELECT x.note FROM list_question x WHERE x.livc = $1 AND x.referral = $2)`
	qDropReferralGrants    = `DELETE FROM key_grant WHERE livc = $1 AND container` + qContainersOfReferral
	qDropReferralWaiting   = `DELETE FROM waiting_grant WHERE livc = $1 AND container` + qContainersOfReferral
	qDropReferralRecords   = `DELETE FROM record WHERE livc = $1 AND (container` + qContainersOfReferral + ` OR container` + qOfficesOfLivc + ` AND id = $2)`
	qDropReferralContainer = `DELETE FROM container WHERE livc = $1 AND id` + qContainersOfReferral
	qDropReferralQuestions = `DELETE FROM list_question WHERE livc = $1 AND referral = $2`
	qDropReferralHolds     = `DELETE FROM hold WHERE livc = $1 AND referral = $2`
	qStripArrival          = `UPDATE arrival SET referral = '', words = '' WHERE livc = $1 AND referral = $2`
	qDropReferral          = `DELETE FROM referral WHERE livc = $1 AND id = $2`
)

// wholly are the classes of what leaves no row behind.
var wholly = []processing.Class{processing.ErasedKeys, processing.ErasedText, processing.ErasedPlain}

// EraseDossier deletes one own dossier with its keys; the case and other dossiers stay (R13).
func (Processing) EraseDossier(ctx context.Context, tx *deed.Tx, dossier livc.ID) (processing.Erased, error) {
	return erase(ctx, tx, dossier, qControllerOfDossier, qDropDossierGrants, qDropDossierWaiting, qDropDossierRecords, qDropDossierContainer,
		qDropExtensions, qForgetNotices, qDropDossier)
}

// EraseReferral deletes a referral that never became a case, with what was told and the notes it gave.
func (Processing) EraseReferral(ctx context.Context, tx *deed.Tx, referral livc.ID) (processing.Erased, error) {
	return erase(ctx, tx, referral, qControllerOfReferral, qDropReferralGrants, qDropReferralWaiting, qDropReferralRecords, qDropReferralContainer,
		qDropReferralQuestions, qDropReferralHolds, qForgetNotices, qStripArrival, qDropReferral)
}

// erase asks whose it is, and deletes it.
func erase(ctx context.Context, tx *deed.Tx, id livc.ID, whose string, statements ...string) (processing.Erased, error) {
	e := processing.Erased{Classes: wholly}
	if err := of(tx).one(ctx, whose, a(tx.By.Livc, id), &e.Controller); err != nil {
		return e, err
	}
	return e, all(ctx, tx, id, statements...)
}

func all(ctx context.Context, tx *deed.Tx, id livc.ID, statements ...string) error {
	for _, q := range statements {
		if _, err := of(tx).exec(ctx, q, tx.By.Livc, id); err != nil {
			return err
		}
	}
	return nil
}

const qTruncate = `PRAGMA wal_checkpoint(TRUNCATE)`

// Wipe empties SQLite's write-ahead log, in which erased rows stand until then; while somebody reads it
// waits, and the clocks ask again. PostgreSQL has no such step: there the turning of the epoch makes old
// copies unreadable.
func (d *DB) Wipe(context.Context) error {
	if d.writer == nil {
		return nil
	}
	return d.writer.truncate()
}

// rest gives the pages back that the writer keeps for the next deed.
func (w *writer) rest() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return nil
	}
	_, err := w.conn.Exec(qShrink, nil)
	return err
}

func (w *writer) truncate() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.take(); err != nil {
		return err
	}
	_, err := w.conn.Exec(qTruncate, nil)
	return err
}
