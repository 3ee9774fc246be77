package storetest

import (
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// Followed is an evening after which a case is followed: the CAW manages it, the coordinator directs, the
// CLB speaks with the person. The CAW said yes to an action at the table, the CLB was asked one. The item
// is still open; Closed ends it.
func (e *Evening) Followed() {
	e.T.Helper()
	e.Exec(`INSERT INTO criterion (livc, id, list, place, text) VALUES ($1, 'test_concern_gone', 'closing', 99, 'De zorg is weg of veel kleiner.')`, e.Livc)
	e.Exec(`UPDATE hat SET mandate = 'beslist zelf over begeleiding' WHERE livc = $1`, e.Livc)
	e.Open()
	e.Decided(livc.OutcomeFollowUp)
	e.Must(e.Table.StartPath(e.Context(), e.Coordinator, discussion.StartPath{Item: e.Item,
		Goals:    []discussion.NewGoal{{Domain: "school_work", Text: livc.NewSecret("Weer elke dag naar school")}},
		Criteria: []livc.ID{"test_concern_gone"}, Manager: e.Who(e.CAW), Reach: law.Gathers, Director: e.Who(e.Coordinator), Contact: e.Who(e.CLB),
		NextReview: e.Today().Add(0, 1, 0)}))
	e.action(e.Who(e.CAW), true)
	e.action(e.Who(e.CLB), false)
}

func (e *Evening) action(holder livc.ID, yes bool) {
	e.T.Helper()
	_, err := e.Table.AgreeAction(e.Context(), e.Coordinator, discussion.AgreeAction{Item: e.Item, Kind: law.TalkWithPerson, Holder: holder,
		Due: e.Today().Add(0, 0, 21), Betrays: "no", OwnYes: yes, ParentsKnow: discussion.NotKnown,
		Text: discussion.ActionText{What: livc.NewSecret("Eens samen zitten"), Why: livc.NewSecret("Band houden"), Enough: livc.NewSecret("ja"),
			Proportionate: livc.NewSecret("ja"), Repercussions: livc.NewSecret("nog niet geweten")}})
	e.Must(err)
}

// Closed ends the item as a real discussion; from here everybody inside is asked what to keep.
func (e *Evening) Closed() {
	e.T.Helper()
	e.Reported()
	e.Must(e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item, Substantive: true}))
	e.Case = e.Town.Case(e.Case.ID)
}
