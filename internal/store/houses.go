package store

import (
	"context"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/livc"
)

const (
	qPlanGiven   = `SELECT count(*) FROM plan_copy WHERE livc = $1 AND case_id = $2 AND hat = $3 AND container <> ''`
	qActionGiven = `SELECT count(*) FROM action WHERE livc = $1 AND case_id = $2 AND hat = $3 AND note_container <> '' AND state IN ('asked','accepted','running','help','done')`
	qSheetOf     = `SELECT agenda_only FROM casus WHERE livc = $1 AND id = $2`
	qUndecidedOf = `SELECT count(*) FROM referral WHERE livc = $1 AND same_as = $2 AND state IN ('received','proposed','more')`
	qTalkedNow   = `SELECT count(*) FROM item WHERE livc = $1 AND case_id = $2 AND state IN ('open','suspended')`
	// Whom the municipality itself asked something about a case: who was invited and may still come, who took
	// something on, who manages the path, who is in touch.
	qComing = `SELECT DISTINCT o.id, o.name FROM invitation i JOIN hat h ON h.livc = i.livc AND h.id = i.hat
		JOIN organisation o ON o.livc = h.livc AND o.id = h.organisation
		WHERE i.livc = $1 AND i.case_id = $2 AND i.state IN ('sent','accepted','call') ORDER BY o.id`
	qAsked = `SELECT o.id, o.name,
		(SELECT count(*) FROM plan_copy p JOIN hat h ON h.livc = p.livc AND h.id = p.hat WHERE p.livc = $1 AND p.case_id = $2 AND h.organisation = o.id AND p.container <> ''),
		(SELECT count(*) FROM action x WHERE x.livc = $1 AND x.case_id = $2 AND x.organisation = o.id AND x.note_container <> '' AND x.state IN ('asked','accepted','running','help','done'))
		FROM organisation o WHERE o.livc = $1 AND o.id IN (
			SELECT x.organisation FROM action x WHERE x.livc = $1 AND x.case_id = $2 AND x.state IN ('asked','accepted','running','help','done')
			UNION SELECT l.organisation FROM contact_line l WHERE l.livc = $1 AND l.case_id = $2
			UNION SELECT h.organisation FROM plan_copy p JOIN hat h ON h.livc = p.livc AND h.id = p.hat WHERE p.livc = $1 AND p.case_id = $2)
		ORDER BY o.id`
)

// GivenTo tells what of a case was given to one hat to keep: a copy of the plan, a note of an agreed action.
func (Processing) GivenTo(ctx context.Context, tx *deed.Tx, caseID, hat livc.ID) (list []processing.Holding, err error) {
	for _, x := range []struct {
		q string
		k processing.Holding
	}{{qPlanGiven, processing.HoldsPlan}, {qActionGiven, processing.HoldsAction}} {
		var n int
		if err := of(tx).one(ctx, x.q, a(tx.By.Livc, caseID, hat), &n); err != nil {
			return nil, err
		}
		if n > 0 {
			list = append(list, x.k)
		}
	}
	return list, nil
}

// MunicipalHoldings tells what the municipality keeps about a case on its list.
func (Processing) MunicipalHoldings(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]processing.Holding, error) {
	list, bare, waiting := []processing.Holding{processing.HoldsListing}, false, 0
	if err := of(tx).one(ctx, qSheetOf, a(tx.By.Livc, caseID), &bare); err != nil {
		return nil, err
	}
	if !bare {
		list = append(list, processing.HoldsSheet)
	}
	if err := of(tx).one(ctx, qUndecidedOf, a(tx.By.Livc, caseID), &waiting); err != nil {
		return nil, err
	}
	if waiting > 0 {
		list = append(list, processing.HoldsReferral)
	}
	return list, nil
}

// Asked lists the organisations that the municipality itself asked something about a case, with what it gave
// them to keep.
func (Processing) Asked(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]processing.House, error) {
	list, err := many(ctx, of(tx), qAsked, a(tx.By.Livc, caseID), func(s scanner) (h processing.House, err error) {
		var plans, actions int
		err = s.Scan(&h.Organisation, &h.Name, &plans, &actions)
		if plans > 0 {
			h.Holds = append(h.Holds, processing.HoldsPlan)
		}
		if actions > 0 {
			h.Holds = append(h.Holds, processing.HoldsAction)
		}
		return h, err
	})
	if err != nil {
		return nil, err
	}
	coming, err := many(ctx, of(tx), qComing, a(tx.By.Livc, caseID), func(s scanner) (h processing.House, err error) {
		return h, s.Scan(&h.Organisation, &h.Name)
	})
	for _, c := range coming {
		if !slices.ContainsFunc(list, func(h processing.House) bool { return h.Organisation == c.Organisation }) {
			list = append(list, c)
		}
	}
	return list, err
}

// AtTable tells whether a case is talked about now.
func (Processing) AtTable(ctx context.Context, tx *deed.Tx, caseID livc.ID) (bool, error) {
	var n int
	err := of(tx).one(ctx, qTalkedNow, a(tx.By.Livc, caseID), &n)
	return n > 0, err
}
