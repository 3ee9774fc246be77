// Package closing holds the pages of step 7: closing a case at the table, and looking back in aftercare.
// A page shows what the gate gave; it knows no rule.
package closing

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/web/page"
)

// Pages are the pages of step 7.
type Pages struct{ Service *closing.Service }

// Routes are the addresses of step 7. Addresses hold random ids only.
func Routes(s *closing.Service) []page.Route {
	p := Pages{s}
	return []page.Route{
		{Pattern: "GET /items/{item}/closing", Action: access.CloseCase, Handle: p.closing},
		{Pattern: "POST /items/{item}/closing", Action: access.CloseCase, Handle: p.closing},
		{Pattern: "GET /cases/{case}/look-back", Action: access.LookBack, Handle: p.lookBack},
		{Pattern: "POST /cases/{case}/look-back", Action: access.LookBack, Handle: p.lookBack},
	}
}
