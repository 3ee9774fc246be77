package practice

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/doors"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
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
	list := []page.Route{
		{Pattern: "GET /practice/clock", Action: access.MoveClock, Public: true, Handle: p.clock},
		{Pattern: "POST /practice/clock", Action: access.MoveClock, Public: true, Handle: p.move},
		{Pattern: "GET /practice/mail", Action: access.SendMail, Public: true, Handle: p.mail},
	}
	if p.Hall.Cast().Played() {
		list = append(list, p.town()...)
	}
	return list
}

// town are the addresses of a town that was played: its roles, its guided path, playing it again.
func (p Pages) town() []page.Route {
	return []page.Route{
		{Pattern: "GET /{$}", Action: access.SignIn, Public: true, Handle: p.start},
		{Pattern: "POST /practice/as", Action: access.SignIn, Public: true, Handle: p.enter},
		{Pattern: "GET " + walkAt, Action: access.SignIn, Public: true, Handle: p.walk},
		{Pattern: "GET " + walkAt + "/{stop}", Action: access.SignIn, Public: true, Handle: p.stop},
		{Pattern: "POST " + walkAt + "/worry", Action: access.SignIn, Public: true, Handle: p.worry},
		{Pattern: "POST " + walkAt + "/table/name", Action: access.SignIn, Public: true, Handle: p.name},
		{Pattern: "POST /practice/play/{act}", Action: access.MoveClock, Public: true, Handle: p.play},
		{Pattern: "GET /practice/role-play", Action: access.SignIn, Public: true, Handle: p.rolePlay},
		{Pattern: "GET /practice/anew", Action: access.MoveClock, Public: true, Handle: p.again},
		{Pattern: "POST /practice/anew", Action: access.MoveClock, Public: true, Handle: p.anew},
	}
}

// back is where the clock and the tray lead back to: the roles of a town, or one's own first page.
func (p Pages) back(r *page.Request) ui.Link {
	if p.Hall.Cast().Played() {
		return ui.Link{Href: "/", Text: i18n.T(r.Context(), "practice.title")}
	}
	return ui.Link{Href: "/today", Text: i18n.T(r.Context(), "today.title")}
}
