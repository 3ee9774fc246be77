package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// Today gives the meeting that sits now, and an evening on paper that waits to be copied or attested.
func Today(t *discussion.Table) page.Today {
	return func(r *page.Request) (rows []ui.Row, err error) {
		list, err := t.Today(r.Context(), r.Actor)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			if s.ByPaper() {
				rows = append(rows, ui.TaskRow(r.Context(), tableAt(s.ID), i18n.T(r.Context(), "table.waits_paper", "Day", i18n.Day(r.Context(), s.Day)), "", ui.TaskWaiting))
				continue
			}
			rows = append(rows, ui.TaskRow(r.Context(), tableAt(s.ID), i18n.T(r.Context(), "table.waits_open"), "", ui.TaskBegun))
		}
		return rows, nil
	}
}
