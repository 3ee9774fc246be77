package web

import (
	"crypto/rand"
	"encoding/base32"
	"errors"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// references numbers failures of ours, so that a person can name one and a log line can be found.
type references struct{}

func (references) next() string {
	var b [5]byte
	_, _ = rand.Read(b[:])
	return strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))
}

// fail turns an error into its page: what a person can do about it, never what went wrong inside.
func (s *Server) fail(q *page.Request, err error) {
	var e *livc.Error
	if !errors.As(err, &e) {
		ref := s.refs.next()
		s.Log.Error("a request failed", "ref", ref, "route", q.Pattern, "error", err.Error())
		s.state(q, http.StatusServiceUnavailable, "state.failure", ui.Failure(ref))
		return
	}
	switch e.Kind {
	case livc.LockedKind:
		s.locked(q, e)
	case livc.DeniedKind:
		s.state(q, http.StatusForbidden, "state.refused", ui.Refused(i18n.Fault(q.Context(), e), cites(q, e)))
	case livc.ConflictKind:
		s.state(q, http.StatusConflict, "state.stale", ui.Stale(i18n.Fault(q.Context(), e), typed(q)))
	case livc.InvalidKind:
		s.state(q, http.StatusUnprocessableEntity, "state.invalid", ui.Unprocessable(ui.ErrorsOf(q.Context(), e)))
	case livc.BusyKind:
		q.Writer().Header().Set("Retry-After", "60")
		s.state(q, http.StatusTooManyRequests, "state.busy", ui.Busy())
	default:
		s.NotFound(q)
	}
}

// NotFound is the one page for what does not exist and for what one may not know of: the same bytes,
// whoever asks (Z6). It stands outside the frame, which differs from person to person.
func (s *Server) NotFound(q *page.Request) {
	q.Frame = ui.Frame{Lang: q.Frame.Lang, Theme: q.Frame.Theme, Practice: q.Frame.Practice, CivilDay: q.Frame.CivilDay, Bare: true}
	s.state(q, http.StatusNotFound, "state.not_found", ui.NotFound())
}

func (s *Server) locked(q *page.Request, e *livc.Error) {
	to := map[string]string{"session.choose_hat": "/hats", "session.none": "/sign-in", "session.new_unlocker": "/renew", "session.step_up": "/step-up?to=" + q.URL.Path}[e.Key]
	if to == "" || q.Posted() && to == "/sign-in" {
		s.state(q, http.StatusUnauthorized, "state.expired", ui.Expired())
		return
	}
	http.Redirect(q.Writer(), q.Request, to, http.StatusSeeOther)
}

func (s *Server) state(q *page.Request, status int, title string, body templ.Component) {
	if err := q.State(status, i18n.T(q.Context(), title), body); err != nil {
		s.Log.Error("an error page failed", "route", q.Pattern, "error", err.Error())
		http.Error(q.Writer(), "503", http.StatusServiceUnavailable)
	}
}

func cites(q *page.Request, e *livc.Error) []ui.Cite { return page.Cites(q, e.Norms...) }

// typed gives back what stood in a form that came too late.
func typed(q *page.Request) []ui.Fact {
	var list []ui.Fact
	for name, v := range q.PostForm {
		if name != "token" && name != "revision" {
			list = append(list, ui.Fact{Term: i18n.T(q.Context(), "field."+name), Values: v})
		}
	}
	return list
}
