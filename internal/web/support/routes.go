// Package support holds the pages of step 1: founding, the network of partners, its people, their keys,
// and the log of an organisation.
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
	routes := []page.Route{
		{Pattern: "GET /network", Action: access.ViewNetwork, Handle: p.network},
		{Pattern: "GET /people/{hat}", Action: access.ViewPerson, Handle: p.person},
		{Pattern: "GET /founding", Action: access.ViewGuide, Handle: p.foundingGuide},
		{Pattern: "GET /log", Action: access.ViewLog, Handle: p.viewLog},
		{Pattern: "GET /network/contacts", Action: access.ViewNetwork, Handle: p.contacts},
		{Pattern: "POST /network/contacts/talked", Action: access.NoteDialogue, Handle: p.noteDialogue},
		{Pattern: "POST /network/contacts/remove", Action: access.RemoveContact, Handle: p.removeContact},
		{Pattern: "GET /technicians", Action: access.ViewTechnicians, Handle: p.technicians},
		{Pattern: "POST /technicians/remove", Action: access.RemoveTechnician, Handle: p.removeTechnician},
		{Pattern: "GET /steps", Action: access.ViewSteps, Handle: p.steps},
		{Pattern: "POST /steps", Action: access.ReviewStep, Handle: p.reviewStep},
		{Pattern: "GET /right-to-speak", Action: access.ViewToday, Handle: p.speak},
		{Pattern: "GET /right-to-speak/card", Action: access.ViewToday, Handle: p.speakCard},
		{Pattern: "GET /right-to-speak/sheet", Action: access.ViewToday, Handle: p.speakSheet},
		{Pattern: "GET /who-sits", Action: access.ViewMakeup, Handle: p.whoSits},
	}
	for _, f := range []struct {
		path   string
		action access.Action
		handle func(*page.Request) error
	}{
		{"/network/contacts/new", access.AddContact, p.addContact},
		{"/technicians/new", access.AddTechnician, p.addTechnician},
		{"/contact-point", access.SetContactPoint, p.contactPoint},
		{"/network/partner", access.AddPartner, p.addPartner},
		{"/people/new", access.EnterPerson, p.enterPerson},
		{"/people/{hat}/edit", access.EditPerson, p.editPerson},
		{"/people/{hat}/invite", access.InvitePerson, p.invitePerson},
		{"/people/{hat}/confirm", access.ConfirmPerson, p.confirmPerson},
		{"/people/{hat}/remove", access.RemovePerson, p.removePerson},
		{"/people/{hat}/appoint", access.AppointForList, p.appointForList},
		{"/people/{hat}/revoke", access.AppointForList, p.revokeForList},
		{"/people/{hat}/clearance", access.RecordClearance, p.recordClearance},
		{"/founding/list", access.MintList, p.mintList},
		{"/founding/coordinator", access.KeepListAlone, p.keepListAlone},
		{"/waiting-keys", access.GiveKey, p.keys},
		{"/own-file", access.SwitchOwnFile, p.ownFile},
	} {
		routes = append(routes, page.Route{Pattern: "GET " + f.path, Action: f.action, Handle: f.handle},
			page.Route{Pattern: "POST " + f.path, Action: f.action, Handle: f.handle})
	}
	return routes
}
