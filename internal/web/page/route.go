package page

import (
	"strings"

	"beraad.eu/internal/access"
)

// Local keeps a way back inside this site; what leads elsewhere becomes the first page of the work.
func Local(to string) string {
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n") {
		return "/today"
	}
	return to
}

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
	// Upload routes take a form with a file, which is read as it streams in and never touches the disk.
	Upload bool
	// Free forms need no token: they only end a session, keep it alive, or choose a language.
	Free bool
	// Quiet addresses are asked by a page itself: that is no press.
	Quiet bool
}
