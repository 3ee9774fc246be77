// Package support holds the pages of step 1: the network of partners and its people.
package support

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
)

// Pages are the pages of step 1.
type Pages struct{ Support *support.Service }

// Routes are the addresses of step 1.
func Routes(s *support.Service) []page.Route {
	p := Pages{s}
	return []page.Route{
		{Pattern: "GET /network", Action: access.ViewNetwork, Handle: p.network},
		{Pattern: "GET /network/partner", Action: access.AddPartner, Handle: p.addPartner},
		{Pattern: "POST /network/partner", Action: access.AddPartner, Handle: p.addPartner},
	}
}
