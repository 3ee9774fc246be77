package storetest

import (
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// Exec plants rows in the database of the town as they stand after deeds that a test does not play.
func (w *Town) Exec(q string, args ...any) {
	w.T.Helper()
	_, err := w.DB.Pools()[0].ExecContext(w.Context(), q, args...)
	w.Must(err)
}

// Count counts the rows that a query finds.
func (w *Town) Count(q string, args ...any) (n int) {
	w.T.Helper()
	w.Must(w.DB.Pools()[0].QueryRowContext(w.Context(), q, args...).Scan(&n))
	return n
}

// Today is the civil day of the town.
func (w *Town) Today() livc.Day { return livc.DayOf(w.Clock.Civil()) }

// Discussed plants that a case was discussed today at a meeting with these people inside: its year runs
// from today and each of them is asked what to keep. The town's own table plays the same through the gate.
func (w *Town) Discussed(c discussion.Case, inside ...deed.By) (item livc.ID) {
	w.T.Helper()
	meeting := w.ID()
	item = w.ID()
	today := w.Today()
	us := w.Clock.Civil().UnixMicro()
	w.Exec(`INSERT INTO meeting (livc, id, day, clock, place, mode, kind, state, closed_at, at) VALUES ($1, $2, $3, '10:00', 'stadhuis', 'spoken', 'operational', 'closed', $4, $4)`,
		w.Livc, meeting, today, us)
	w.Exec(`INSERT INTO item (livc, id, meeting, place, kind, case_id, minutes, state, opened_at, closed_at, outcome, substantive)
		VALUES ($1, $2, $3, 1, 'new_case', $4, 20, 'closed', $5, $5, 'follow_up', TRUE)`, w.Livc, item, meeting, c.ID, us)
	until := law.OfferEnd(law.LongestTerms(), today)
	for _, by := range inside {
		there := w.ID()
		w.Exec(`INSERT INTO attendance (livc, meeting, id, hat, organisation, seat, state, arrived_at, left_at) VALUES ($1, $2, $3, $4, $5, 'participant', 'left', $6, $6)`,
			w.Livc, meeting, there, by.Hat, by.Controller, us)
		w.Exec(`INSERT INTO presence (livc, item, attendance, hat, entered_at, left_at, admitted_by) VALUES ($1, $2, $3, $4, $5, $5, '')`,
			w.Livc, item, there, by.Hat, us)
		w.Exec(`INSERT INTO register_offer (livc, item, hat, case_id, until, state) VALUES ($1, $2, $3, $4, $5, 'open')`, w.Livc, item, by.Hat, c.ID, until)
	}
	w.Exec(`UPDATE casus SET state = 'followed', restarts = restarts + (CASE WHEN first_discussed = '' THEN 0 ELSE 1 END),
		first_discussed = COALESCE(NULLIF(first_discussed, ''), $3), last_discussed = $3, due = $4, revision = revision + 1
		WHERE livc = $1 AND id = $2`, w.Livc, c.ID, today, law.RetentionEnd(today))
	return item
}
