package practice

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/doors"
	"beraad.eu/internal/web/page"
)

// Pages are the pages of the practice hall.
type Pages struct {
	Hall Hall
	Gate *deed.Gate
	Door *identity.Door
	Book doors.Book
}

// Routes are the addresses of the practice hall; none in a real installation.
func (p Pages) Routes() []page.Route {
	if !p.Gate.Practice {
		return nil
	}
	return []page.Route{
		{Pattern: "GET /{$}", Action: access.SignIn, Public: true, Handle: p.start},
		{Pattern: "POST /practice/as", Action: access.SignIn, Public: true, Handle: p.enter},
		{Pattern: "GET /practice/walk", Action: access.SignIn, Public: true, Handle: p.walk},
		{Pattern: "GET /practice/clock", Action: access.MoveClock, Public: true, Handle: p.clock},
		{Pattern: "POST /practice/clock", Action: access.MoveClock, Public: true, Handle: p.move},
		{Pattern: "GET /practice/mail", Action: access.SendMail, Public: true, Handle: p.mail},
		{Pattern: "GET /practice/anew", Action: access.MoveClock, Public: true, Handle: p.again},
		{Pattern: "POST /practice/anew", Action: access.MoveClock, Public: true, Handle: p.anew},
	}
}
