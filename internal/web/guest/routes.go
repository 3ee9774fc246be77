// Package guest holds the pages of a guest: the desk makes a pass for one point of one meeting, the guest
// types two words on his own telephone, and waits at the door. Pages hold no rules.
package guest

import (
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Pages are the pages of guests.
type Pages struct {
	Table  *discussion.Table
	Origin string // with which the address begins that a guest types
}

// Routes are the addresses of the desk, and those of a guest who is there.
func Routes(t *discussion.Table, origin string) []page.Route {
	p := Pages{t, origin}
	return []page.Route{
		{Pattern: "GET /meetings/{meeting}/guests", Action: access.ViewGuests, Handle: p.guests},
		{Pattern: "POST /meetings/{meeting}/guests", Action: access.PassGuest, Handle: p.guests},
		{Pattern: "POST /meetings/{meeting}/guests/take", Action: access.TakePass, Handle: p.take},
		{Pattern: "GET " + ui.VisitPath, Action: access.ViewVisit, Handle: p.visit},
		{Pattern: "POST /guest/secrecy", Action: access.GuestSecrecy, Handle: p.secrecy},
		{Pattern: "POST /guest/leave", Action: access.GuestLeaves, Handle: p.leave},
	}
}

// door is the page before a guest is there: nobody is signed in on it.
type door struct {
	table   *discussion.Table
	door    *identity.Door
	guesses *identity.Limiter
}

// What one address may try (settled 38): some guests behind one address of a town hall, and no guessing.
const (
	guesses     = 20
	guessWindow = 15 * time.Minute
	guessers    = 4096
)

// Way is the way in.
func Way(t *discussion.Table, d *identity.Door) []page.Route {
	w := door{t, d, &identity.Limiter{Max: guesses, Window: guessWindow, Size: guessers}}
	return []page.Route{
		{Pattern: "GET /guest/{link}", Action: access.GuessWord, Public: true, Handle: w.words},
		{Pattern: "POST /guest/{link}", Action: access.GuessWord, Public: true, Handle: w.words},
	}
}

func guestsAt(meeting livc.ID) string { return "/meetings/" + string(meeting) + "/guests" }
