// Package signin holds the pages before and around the work: signing in, enrolling, making keys,
// choosing a hat, unlocking again, leaving. It knows how a person proves who it is from package
// identity; every attempt, taken or refused, is a deed of the system in the log of the installation.
package signin

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/doors"
	"beraad.eu/internal/web/page"
)

// Pages are the pages of signing in.
type Pages struct {
	Gate    *deed.Gate
	Door    *identity.Door
	Book    doors.Book
	Support *support.Service
	Visits  Visits
}

// Visits are told that a guest leaves: the pass ends with it.
type Visits interface {
	GuestLeaves(ctx context.Context, by deed.By) error
}

// Routes are the addresses of signing in.
func (p Pages) Routes() []page.Route {
	list := []page.Route{
		{Pattern: "GET /sign-in", Action: access.SignIn, Public: true, Handle: p.signIn},
		{Pattern: "POST /sign-in", Action: access.SignIn, Public: true, Handle: p.signIn},
		{Pattern: "POST /sign-in/passkey", Action: access.SignIn, Public: true, Handle: p.passkey},
		{Pattern: "POST /sign-in/passkey/options", Action: access.SignIn, Public: true, Handle: p.askPasskey},
		{Pattern: "GET /sign-in/recovery", Action: access.SignIn, Public: true, Handle: p.recover},
		{Pattern: "POST /sign-in/recovery", Action: access.SignIn, Public: true, Handle: p.recover},
		{Pattern: "GET /enrol/{id}", Action: access.Enrol, Public: true, Handle: p.enrol},
		{Pattern: "POST /enrol/{id}", Action: access.Enrol, Public: true, Handle: p.enrol},
		{Pattern: "GET /hats", Action: access.SignIn, Open: true, Handle: p.hats},
		{Pattern: "POST /hats", Action: access.SignIn, Open: true, Handle: p.hats},
		{Pattern: "GET /waiting", Action: access.SignIn, Open: true, Handle: p.waiting},
		{Pattern: "GET /step-up", Action: access.SignIn, Open: true, Handle: p.stepUp},
		{Pattern: "POST /step-up", Action: access.SignIn, Open: true, Handle: p.stepUp},
		{Pattern: "POST /step-up/passkey", Action: access.SignIn, Open: true, Handle: p.stepUpPasskey},
		{Pattern: "POST /step-up/passkey/options", Action: access.SignIn, Open: true, Handle: p.askPasskey},
		{Pattern: "GET /leave", Public: true, Free: true, Handle: p.left},
		{Pattern: "POST /leave", Public: true, Free: true, Handle: p.leave},
		{Pattern: "POST /preference", Public: true, Free: true, Handle: p.preference},
		{Pattern: "POST /stay", Public: true, Free: true, Handle: p.stay},
	}
	return append(list, p.keyRoutes()...)
}

// keyRoutes are the pages on which keys are made: for somebody who enrols, who lost everything but the
// paper, or who changes a key. Their session is not open yet, so they look after it themselves.
func (p Pages) keyRoutes() (list []page.Route) {
	for pattern, f := range map[string]kitPage{
		"GET /keys": p.keys, "GET /renew": p.keys, "POST /keys": p.finishKeys, "POST /keys/remove": p.removeKey,
		"GET /keys/passphrase": p.passphrase, "POST /keys/passphrase": p.passphrase,
		"POST /keys/totp/new": p.newTOTP, "GET /keys/totp": p.totp, "POST /keys/totp": p.totp, "GET /keys/totp/code.png": p.totpImage,
		"POST /keys/recovery/new": p.newRecovery, "GET /keys/recovery": p.recovery, "POST /keys/recovery": p.recovery,
		"POST /keys/passkey/options": p.offerPasskey, "POST /keys/passkey": p.makePasskey,
		"POST /keys/passkey/read/options": p.askPRF, "POST /keys/passkey/read": p.readPRF,
		"GET /keys/passkey/read": p.unread,
	} {
		list = append(list, page.Route{Pattern: pattern, Action: access.ChangeAccess, Public: true, Handle: p.withKit(f)})
	}
	return list
}
