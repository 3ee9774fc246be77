// Package transfer holds the pages on which a case goes to another municipality, and on which one comes in: by
// file, by mouth or by letter. A page shows what the gate gave; it knows no rule, and Beraad sends nothing.
package transfer

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
)

// Pages are the pages of a transfer.
type Pages struct{ Referrals *discussion.Referrals }

// Routes are their addresses. Addresses hold random ids only.
func Routes(s *discussion.Referrals) []page.Route {
	p := Pages{s}
	return []page.Route{
		{Pattern: "GET /transfer", Action: access.ViewAddress, Handle: p.address},
		{Pattern: "POST /transfer", Action: access.MakeAddress, Handle: p.address},
		{Pattern: "GET /transfer/file", Action: access.ViewAddress, Handle: p.addressFile},
		{Pattern: "GET /transfer/print", Action: access.ViewAddress, Handle: p.printAddress},
		{Pattern: "GET /receive", Action: access.ViewAddress, Handle: p.receive},
		{Pattern: "POST /receive", Action: access.ReceiveCase, Handle: p.receive, Upload: true},
		{Pattern: "GET /referrals/{referral}/received", Action: access.ViewReferral, Handle: p.received},
		{Pattern: "GET /cases/{case}/transfer", Action: access.ViewTransfer, Handle: p.overview},
		{Pattern: "POST /cases/{case}/transfer", Action: access.WordsBack, Handle: p.overview},
		{Pattern: "GET /cases/{case}/transfer/letter", Action: access.ViewTransfer, Handle: p.letter},
		{Pattern: "GET /cases/{case}/transfer/to", Action: access.SendCase, Handle: p.to},
		{Pattern: "POST /cases/{case}/transfer/to", Action: access.SendCase, Handle: p.to, Upload: true},
		{Pattern: "GET /cases/{case}/transfer/file", Action: access.SendCase, Handle: p.file},
		{Pattern: "POST /cases/{case}/transfer/file", Action: access.SendCase, Handle: p.file},
	}
}
