package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// class says what an erasure does with the rows of a table.
type class string

const (
	sealedKeys class = "keys"  // wrapped keys: without them no text opens, in no copy
	sealedText class = "text"  // ciphertext
	plainRows  class = "plain" // codes, states, days
	stripped   class = "stub"  // the row stays for the meeting or the count, without the case
	ownClock   class = "own"   // another controller's, with a clock of its own (R13)
)

// erasure is one line of the register: what happens to the rows of a table when a case is forgotten.
// $1 is the LIVC R, $2 the case.
type erasure struct {
	table, controller string
	class             class
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
	qForgetRoomDoor    = `DELETE FROM door_asked WHERE livc = $1 AND item` + qItemsOfCase
	qForgetWords       = `DELETE FROM path_word WHERE livc = $1 AND case_id = $2`
	qForgetInvited     = `DELETE FROM invitation WHERE livc = $1 AND case_id = $2`
	qForgetAsked       = `DELETE FROM list_question WHERE livc = $1 AND referral IN (SELECT x.id FROM referral x WHERE x.livc = $1 AND x.case_id = $2)`
	qForgetHolds       = `DELETE FROM hold WHERE livc = $1 AND (case_id = $2 OR referral IN (SELECT x.id FROM referral x WHERE x.livc = $1 AND x.case_id = $2))`
	qForgetNotices     = `DELETE FROM clock_notice WHERE livc = $1 AND object = $2`
	qForgetReferrals   = `DELETE FROM referral WHERE livc = $1 AND case_id = $2`
	qForgetSameAs      = `UPDATE referral SET same_as = '' WHERE livc = $1 AND same_as = $2`
	qDropPlanned       = `DELETE FROM item WHERE livc = $1 AND case_id = $2 AND state IN ('planned','postponed')`
	qStripItems        = `UPDATE item SET case_id = '', state = 'closed', outcome = '', agreement = '', dissent_theme = '', enough_signals = FALSE, right_table = FALSE,
		substantive = FALSE, stop_questions = '', informing = '', informing_by = '', informing_result = '', next_review = '', report_record = '',
		report_hash = NULL, feedback = '', cleared_police = '', guide = '', first_speaker = '', room = '',
		proportion = '', child_answers = '' WHERE livc = $1 AND case_id = $2`
	qStripEvents = `UPDATE process_event SET case_id = '' WHERE livc = $1 AND case_id = $2`
	qForgetCase  = `DELETE FROM casus WHERE livc = $1 AND id = $2`
)

// register is everything that hangs on a case, in the order in which it goes: what others are found by
// goes last. A table with a case in it that is not here fails a test (settled 7).
var register = []erasure{
	{"key_grant", "each", sealedKeys, qForgetGrants},
	{"waiting_grant", "each", sealedKeys, qForgetWaiting},
	{"record", "each", sealedText, qForgetRecords},
	{"container", "each", sealedKeys, qForgetContainer},
	{"weighing", "municipality", plainRows, qForgetWeighing},
	{"presence", "municipality", plainRows, qForgetPresence},
	{"fact_reader", "municipality", plainRows, qForgetRoomReaders},
	{"built_on", "municipality", plainRows, qForgetRoomBuilt},
	{"fact", "municipality", plainRows, qForgetRoomFacts},
	{"motion_yes", "municipality", plainRows, qForgetRoomYeses},
	{"motion", "municipality", plainRows, qForgetRoomAsked},
	{"objection", "municipality", plainRows, qForgetRoomDoubts},
	{"door_asked", "municipality", plainRows, qForgetRoomDoor},
	{"question", "municipality", plainRows, qForgetQuestions},
	{"ltf_answer", "municipality", plainRows, qForgetLTFAnswers},
	{"ltf_sheet", "municipality", stripped, qStripSheets},
	{"action", "municipality", plainRows, qForgetActions},
	{"goal", "municipality", plainRows, qForgetGoals},
	{"closing_criterion", "municipality", plainRows, qForgetCriteria},
	{"contact_line", "municipality", plainRows, qForgetContact},
	{"register_offer", "municipality", plainRows, qForgetOffers},
	{"plan_copy", "municipality", plainRows, qForgetPlans},
	{"path_word", "municipality", plainRows, qForgetWords},
	{"invitation", "municipality", plainRows, qForgetInvited},
	{"list_question", "municipality", plainRows, qForgetAsked},
	{"hold", "municipality", plainRows, qForgetHolds},
	{"clock_notice", "municipality", plainRows, qForgetNotices},
	{"referral", "municipality", plainRows, qForgetReferrals},
	{"referral", "municipality", stripped, qForgetSameAs},
	{"item", "municipality", plainRows, qDropPlanned},
	{"item", "municipality", stripped, qStripItems},
	{"process_event", "municipality", stripped, qStripEvents},
	{"casus", "municipality", plainRows, qForgetCase},
	{"dossier", "each", ownClock, ""},
}

// EraseCase walks the register.
func (Processing) EraseCase(ctx context.Context, tx *deed.Tx, caseID livc.ID) error {
	for _, e := range register {
		if e.class == ownClock {
			continue
		}
		if _, err := of(tx).exec(ctx, e.q, tx.By.Livc, caseID); err != nil {
			return err
		}
	}
	return nil
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
	qDropReferral          = `DELETE FROM referral WHERE livc = $1 AND id = $2`
)

// EraseDossier deletes one own dossier with its keys; the case and other dossiers stay (R13).
func (Processing) EraseDossier(ctx context.Context, tx *deed.Tx, dossier livc.ID) error {
	return all(ctx, tx, dossier, qDropDossierGrants, qDropDossierWaiting, qDropDossierRecords, qDropDossierContainer,
		qDropExtensions, qForgetNotices, qDropDossier)
}

// EraseReferral deletes a referral that never became a case, with what was told and the notes it gave.
func (Processing) EraseReferral(ctx context.Context, tx *deed.Tx, referral livc.ID) error {
	return all(ctx, tx, referral, qDropReferralGrants, qDropReferralWaiting, qDropReferralRecords, qDropReferralContainer,
		qDropReferralQuestions, qDropReferralHolds, qForgetNotices, qDropReferral)
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
