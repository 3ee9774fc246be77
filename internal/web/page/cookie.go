package page

import "net/http"

// The cookies. The prefix binds each to this host and to TLS; scripts cannot read them.
const (
	SessionCookie = "__Host-beraad"        // the secret of the session; ends with the browser
	DraftCookie   = "__Host-beraad-draft"  // opens a form that came in after its session had ended
	ScreenCookie  = "__Host-beraad-screen" // the private half of a screen in the room
	LinkCookie    = "__Host-beraad-link"   // opens the form of a link whose code was typed; ends with the browser
	WalkCookie    = "__Host-beraad-walk"   // where somebody is on the guided path; in the practice hall only
	LookCookie    = "__Host-beraad-look"   // language and theme; no personal data
)

// DraftSeconds is how long a form that came too late waits for its writer.
const DraftSeconds = 15 * 60

// SetCookie sets a cookie that scripts cannot read and other sites cannot send. It lives so many
// seconds; 0 is until the browser closes, -1 is no longer.
func (r *Request) SetCookie(name, value string, seconds int) {
	http.SetCookie(r.w, &http.Cookie{Name: name, Value: value, Path: "/", Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: seconds})
}

// CookieValue gives a cookie, or nothing.
func (r *Request) CookieValue(name string) string {
	c, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return c.Value
}
