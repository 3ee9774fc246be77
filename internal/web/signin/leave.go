package signin

import (
	"net/http"
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// leave ends the session and everything of this site in the browser. Who was signed out already gets
// the same page.
func (p Pages) leave(r *page.Request) error {
	if r.Actor.Function.Visits() {
		if err := p.Visits.GuestLeaves(r.Context(), r.Actor); err != nil && livc.KindOf(err) != livc.NotFoundKind {
			return err
		}
	}
	if r.Who.Session != nil {
		if err := r.Who.Session.Leave(r.Context()); err != nil {
			return err
		}
	}
	r.SetCookie(page.SessionCookie, "", -1)
	r.SetCookie(page.DraftCookie, "", -1)
	r.Writer().Header().Set("Clear-Site-Data", `"cache", "cookies", "storage"`)
	return r.Go("/leave")
}

// left is a plain page that says nothing about where one was.
func (p Pages) left(r *page.Request) error {
	r.SetCookie(page.LinkCookie, "", -1) // of who had a link, and no session to end
	return r.Write(http.StatusOK, ui.LeftPage(r.Frame))
}

// preference sets language or theme, for this browser and for the session.
func (p Pages) preference(r *page.Request) error {
	lang, theme := r.Frame.Lang, r.Frame.Theme
	if l := livc.Language(r.Text("lang")); slices.Contains(i18n.Shown(), l) {
		lang = l
	}
	if t := ui.Theme(r.Text("theme")); slices.Contains(ui.Themes(), t) {
		theme = t
	}
	if r.Who.Session != nil {
		if err := r.Who.Session.Show(r.Context(), lang, string(theme)); err != nil {
			return err
		}
	}
	r.SetCookie(page.LookCookie, string(lang)+"."+string(theme), lookSeconds)
	return r.Go(page.Local(r.Text("back")))
}

// lookSeconds is how long a browser remembers language and theme: a year.
const lookSeconds = 365 * 24 * 60 * 60

// stay is a sign of life from a page on which nobody presses.
func (p Pages) stay(r *page.Request) error {
	if r.Who.Session == nil {
		r.Writer().WriteHeader(http.StatusUnauthorized)
		return nil
	}
	if err := r.Who.Session.Press(r.Context(), r.Now); err != nil {
		return err
	}
	r.Writer().WriteHeader(http.StatusNoContent)
	return nil
}
