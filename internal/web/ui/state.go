package ui

// State is a page that says what went wrong, or that something ended. It says what to do next.
type State string

// The state pages.
const (
	NotFound    State = "not_found"   // 404: does not exist, or may not be known to exist
	Unclear     State = "unclear"     // 422: the form could not be read
	TooMany     State = "too_many"    // 429
	Unavailable State = "unavailable" // 503
	Expired     State = "expired"     // the session is over
	Visited     State = "visited"     // the visit of a guest is over
	NoScript    State = "no_script"   // sign-in with a passkey needs a script; the rest does not
	Offline     State = "offline"     // no network
)

// States lists the state pages.
func States() []State {
	return []State{NotFound, Unclear, TooMany, Unavailable, Expired, Visited, NoScript, Offline}
}
