package ui

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/livc"
)

// Addresses that every page links to.
const (
	HomePath       = "/"
	SignInPath     = "/sign-in"
	HatsPath       = "/hats"       // to work in another capacity
	KeysPath       = "/keys"       // one's own keys
	LeavePath      = "/leave"      // "Snel weg": signs out and goes to a neutral page
	PreferencePath = "/preference" // takes lang or theme, and back
	LicencePath    = "/licences"   // licence notices
	VisitPath      = "/guest"      // the one page of who comes for one point

	// In the practice hall only.
	PracticeClockPath = "/practice/clock"
	PracticeWalkPath  = "/practice/walk"
	PracticeMailPath  = "/practice/mail"
	StayPath          = "/stay" // a sign of life that starts the idle time anew
)

// Theme is the light a person reads in. Auto follows the device.
type Theme string

// The themes.
const (
	Auto  Theme = "auto"
	Light Theme = "light"
	Dark  Theme = "dark"
)

// Themes lists the themes in the order of the switch.
func Themes() []Theme { return []Theme{Auto, Light, Dark} }

// Frame is what stands round every page: who works, for whom, in which capacity and legal framework.
type Frame struct {
	Lang  livc.Language // the language of the page; empty is the language of the context
	Theme Theme         // empty is Auto
	Title string        // the title of the page, also of the window

	SignedIn  bool
	Who       string        // name of the person
	For       string        // organisation
	Capacity  livc.Function // the hat that is on
	Framework livc.Regime   // legal framework of the organisation

	Practice bool     // practice hall: the watermark shows on screen and on paper
	Roles    bool     // of a played town: whoever visits may take another one
	CivilDay livc.Day // day of the practice clock; empty shows none

	Menu   []MenuItem
	Path   string // address of this page, to come back to after a change of language or theme
	Token  string // form token, for leaving and for preferences
	Faulty bool   // a form came back: the title of the window says so first
	Live   string // address of the event stream of this page; empty has none
	Seen   uint64 // number of the last change that this page shows; 0 is not known
}

// MenuItem is one entry of the menu.
type MenuItem struct {
	Href    string
	Key     string // key of its text
	Current bool
}

// home is where the name mark leads.
func (f Frame) home() string {
	if f.Capacity.Visits() {
		return VisitPath
	}
	return HomePath
}

// idles tells whether the session ends when nobody presses anything; that of a guest ends with the point.
func (f Frame) idles() bool { return f.SignedIn && !f.Capacity.Visits() }

// speak gives a context in the language of the page.
func (f Frame) speak(ctx context.Context) context.Context {
	if f.Lang == "" {
		return ctx
	}
	return i18n.With(ctx, f.Lang)
}

// window is the title of the window.
func (f Frame) window(ctx context.Context) string {
	key := "frame.window"
	if f.Faulty {
		key = "frame.window_faulty"
	}
	return i18n.T(ctx, key, "Title", f.Title)
}

// scheme tells the browser which colours its own parts may have.
func (f Frame) scheme() string {
	if f.Theme == Light || f.Theme == Dark {
		return string(f.Theme)
	}
	return "light dark"
}

func (f Frame) theme() Theme {
	if f.Theme == "" {
		return Auto
	}
	return f.Theme
}

// back is where a change of language or theme returns to.
func (f Frame) back() string {
	if f.Path == "" {
		return HomePath
	}
	return f.Path
}
