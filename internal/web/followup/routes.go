// Package followup holds the pages of step 5: one's own actions, the casusblad, the plan of a case
// manager. A page shows what the gate gave; it knows no rule.
package followup

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
)

// Pages are the pages of step 5. Houses tells where the data of a case are.
type Pages struct {
	Service *followup.Service
	Houses  *processing.Service
}

// Routes are the addresses of step 5. Addresses hold random ids only.
func Routes(s *followup.Service, houses *processing.Service) []page.Route {
	p := Pages{s, houses}
	return []page.Route{
		{Pattern: "GET /actions", Action: access.ViewActions, Handle: p.actions},
		{Pattern: "GET /actions/{action}", Action: access.ViewActions, Handle: p.action},
		{Pattern: "POST /actions/{action}/answer", Action: access.AnswerAction, Handle: p.answer},
		{Pattern: "POST /actions/{action}/progress", Action: access.ReportProgress, Handle: p.progress},
		{Pattern: "GET /cases/{case}", Action: access.ViewCase, Handle: p.now},
		{Pattern: "GET /cases/{case}/agreements", Action: access.ViewCase, Handle: p.agreements},
		{Pattern: "GET /cases/{case}/questions", Action: access.ViewCase, Handle: p.questions},
		{Pattern: "GET /cases/{case}/timeline", Action: access.ViewCase, Handle: p.timeline},
		{Pattern: "GET /cases/{case}/rights", Action: access.ViewCase, Handle: p.rights},
		{Pattern: "POST /cases/{case}/follow-up", Action: access.PlanFollowUp, Handle: p.planFollowUp},
		{Pattern: "POST /cases/{case}/plan", Action: access.GivePlan, Handle: p.givePlan},
		{Pattern: "GET /plans/{case}", Action: access.ViewPlan, Handle: p.plan},
		{Pattern: "POST /plans/{case}", Action: access.ReportStuck, Handle: p.word},
	}
}
