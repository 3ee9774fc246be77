package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

const (
	caseColumns = `id, municipality, code, state, ages, origin, sheet, agenda_only, manager, manager_reach, director, listed, first_discussed, last_discussed,
		restarts, due, review, closed, closing_reason, adult_on, revision`
	qInsertCase = `INSERT INTO casus (livc, id, municipality, code, state, ages, origin, sheet, agenda_only, listed, due, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
	qCase  = `SELECT ` + caseColumns + ` FROM casus WHERE livc = $1 AND id = $2`
	qCodes = `SELECT code FROM casus WHERE livc = $1`
	qCases = `SELECT c.id, c.code, c.state, c.due, r.kind, r.revision, r.author, r.key_version, r.wrapped, r.body
		FROM casus c LEFT JOIN record r ON r.livc = $1 AND r.container = $7 AND r.id = c.id
		WHERE c.livc = $1 AND c.municipality = $2 AND (c.due, c.id) > ($3, $4)
		AND c.due > $6 AND c.state NOT IN ('closed', 'erased') ORDER BY c.due, c.id LIMIT $5`
	qAllCases = `SELECT ` + caseColumns + ` FROM casus WHERE livc = $1 AND municipality = $2 AND due > $3 AND state <> 'erased' ORDER BY due, id`
	qDropCase = `UPDATE casus SET state = 'closed', closed = $4, due = $4, closing_reason = $5, revision = revision + 1
		WHERE livc = $1 AND id = $2 AND revision = $3 AND first_discussed = ''`
)

func caseFields(c *discussion.Case) []any {
	return []any{&c.ID, &c.Municipality, &c.Code, &c.State, &c.Ages, &c.Origin, &c.Sheet, &c.AgendaOnly, &c.Manager, &c.Reach, &c.Director, &c.Listed,
		&c.FirstDiscussed, &c.LastDiscussed, &c.Restarts, &c.Due, &c.Review, &c.Closed, &c.ClosingReason, &c.AdultOn, &c.Revision}
}

func readCase(s scanner) (c discussion.Case, err error) { return c, s.Scan(caseFields(&c)...) }

// InsertCase stores a new case.
func (Referrals) InsertCase(ctx context.Context, tx *deed.Tx, c discussion.Case) error {
	_, err := of(tx).exec(ctx, qInsertCase, tx.By.Livc, c.ID, c.Municipality, c.Code, c.State, orUnknown(c.Ages, livc.AgeUnknown), c.Origin,
		c.Sheet, c.AgendaOnly, c.Listed, c.Due, micro(tx.At))
	return err
}

// Case gives one case.
func (Referrals) Case(ctx context.Context, tx *deed.Tx, id livc.ID) (c discussion.Case, err error) {
	return c, of(tx).one(ctx, qCase, a(tx.By.Livc, id), caseFields(&c)...)
}

// Codes lists the codes of the living cases.
func (Referrals) Codes(ctx context.Context, tx *deed.Tx) ([]string, error) {
	return many(ctx, of(tx), qCodes, a(tx.By.Livc), func(s scanner) (code string, err error) { return code, s.Scan(&code) })
}

// Cases gives a page of the living cases of a municipality, each with its sealed entry on the list; past its
// last day a case is on no list (R1). A case without an entry is a fault of ours.
func (Referrals) Cases(ctx context.Context, tx *deed.Tx, m support.Municipality, after discussion.Place, limit int) ([]discussion.Line, error) {
	args := a(tx.By.Livc, m.ID, after.Due, after.ID, limit, tx.Today, m.List)
	var l discussion.Line // every row passes through the same place, so that it takes no memory of its own
	r := &l.Sealed
	into := []any{&l.ID, &l.Code, &l.State, &l.Due, &r.Kind, &r.Revision, &r.Author, &r.KeyVersion, &r.Wrapped, &r.Body}
	return upTo(ctx, of(tx), limit, qCases, args, func(s scanner) (discussion.Line, error) {
		l = discussion.Line{}
		r.Livc, r.Container = tx.By.Livc, m.List
		err := s.Scan(into...)
		r.ID = l.ID
		return l, err
	})
}

// AllCases gives every case that stands on the list of a municipality.
func (Referrals) AllCases(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]discussion.Case, error) {
	return many(ctx, of(tx), qAllCases, a(tx.By.Livc, municipality, tx.Today), readCase)
}

// DropCase closes a case that was never discussed; it is due today.
func (Referrals) DropCase(ctx context.Context, tx *deed.Tx, c discussion.Case, reason string) error {
	return of(tx).change(ctx, qDropCase, tx.By.Livc, c.ID, c.Revision, tx.Today, reason)
}
