package page

import (
	"beraad.eu/internal/access"
)

// Route is one address. Every route names the action its deed is about, so that a test can ask of each
// address whether it has a permit (Z2); only the listed public pages have none.
type Route struct {
	Pattern string // as net/http reads it: "GET /cases/{case}"
	Action  access.Action
	Handle  func(*Request) error
	// Public pages are shown without a session: sign-in, licences, practice start.
	Public bool
	// Open pages need a session but no hat yet: choosing one.
	Open bool
	// Free forms need no token: they only end a session, keep it alive, or choose a language.
	Free bool
}
