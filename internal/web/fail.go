package web

import (
	"crypto/rand"
	"encoding/base32"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// reference numbers a failure of ours, so that a person can name it and a log line can be found.
func reference() string {
	var b [5]byte
	_, _ = rand.Read(b[:])
	return strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))
}

// fail turns an error into its page: what a person can do about it, never what went wrong inside.
func (s *Server) fail(q *page.Request, err error) {
	var e *livc.Error
	if !errors.As(err, &e) {
		ref := reference()
		s.Log.Error("a request failed", "ref", ref, "route", q.Pattern, "error", err.Error())
		s.answer(q, http.StatusServiceUnavailable, ui.Unavailable, ui.StateText(ui.Unavailable, ref))
		return
	}
	switch e.Kind {
	case livc.LockedKind:
		s.locked(q, e)
	case livc.DeniedKind:
		s.refused(q, e)
	case livc.ConflictKind:
		s.late(q, e)
	case livc.InvalidKind:
		s.answer(q, http.StatusUnprocessableEntity, ui.Unclear, ui.StateText(ui.Unclear, ""))
	case livc.BusyKind:
		q.Writer().Header().Set("Retry-After", "60")
		s.answer(q, http.StatusTooManyRequests, ui.TooMany, ui.StateText(ui.TooMany, ""))
	default:
		s.NotFound(q)
	}
}

// NotFound is the one page for what does not exist and for what one may not know of: the same bytes,
// whoever asks (Z6). So it stands outside the frame, which differs from person to person.
func (s *Server) NotFound(q *page.Request) {
	q.Frame = ui.Frame{Lang: q.Frame.Lang, Theme: q.Frame.Theme, Practice: q.Frame.Practice, Roles: q.Frame.Roles, CivilDay: q.Frame.CivilDay}
	s.answer(q, http.StatusNotFound, ui.NotFound, ui.StateText(ui.NotFound, ""))
}

// locked sends somebody on to what unlocks; a form that was sent shows what became of it.
func (s *Server) locked(q *page.Request, e *livc.Error) {
	back := q.URL.Path
	if q.Posted() {
		back = "/again" // the form was kept, and comes back filled
	}
	to := map[string]string{"session.choose_hat": "/hats", "session.waiting": "/waiting", "session.none": "/sign-in",
		"session.new_unlocker": "/renew", "session.step_up": "/step-up?to=" + url.QueryEscape(back)}[e.Key]
	if e.Key == "session.visit_over" {
		s.answer(q, http.StatusUnauthorized, ui.Visited, ui.StateText(ui.Visited, ""))
		return
	}
	if to == "" || q.Posted() && to == "/sign-in" {
		s.answer(q, http.StatusUnauthorized, ui.Expired, ui.StateText(ui.Expired, ""))
		return
	}
	http.Redirect(q.Writer(), q.Request, to, http.StatusSeeOther)
}

func (s *Server) answer(q *page.Request, status int, state ui.State, body templ.Component) {
	if err := q.State(status, i18n.T(q.Context(), "state."+string(state)+".title"), body); err != nil {
		s.Log.Error("an error page failed", "route", q.Pattern, "error", err.Error())
		http.Error(q.Writer(), "503", http.StatusServiceUnavailable)
	}
}

// typed gives back what was written in a form that has no page any more, so that nothing is lost. What
// was chosen, such as a person, a box or a day, is no text.
func typed(q *page.Request) string {
	var lines []string
	for name, values := range q.PostForm {
		for _, v := range values {
			if name != "token" && name != "revision" && name != page.PageField && !chosen.MatchString(v) {
				lines = append(lines, v)
			}
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// chosen is what a form sends for a choice: a word of a list, an id, a number, a day, an hour.
var chosen = regexp.MustCompile(`^[a-z0-9_.:-]*$`)
