package web

import (
	"net/http"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// late answers a form that came too late: who was first, by function, how it stands now, and what was
// typed. Where the form has a page of its own, it can be opened again filled.
func (s *Server) late(q *page.Request, e *livc.Error) {
	l := ui.Late{Text: i18n.Fault(q.Context(), e), Mine: typed(q), Again: s.openAgain(q)}
	if q.Theirs != nil {
		if theirs, err := q.Theirs(); err == nil { // who may not look any longer reads nothing
			l.Theirs = theirs.Reveal()
		}
	}
	if e.Since != nil {
		l.Since, l.Now = since(q, *e.Since)
	}
	s.answer(q, http.StatusConflict, ui.State("stale"), ui.Overtaken(l))
}

// since says in words what happened meanwhile.
func since(q *page.Request, m livc.Since) (what, now string) {
	ctx, key := q.Context(), "state.stale.by"
	if m.Mine {
		key = "state.stale.by_you"
	}
	what = i18n.T(ctx, key, "Role", i18n.Enum(ctx, "function", m.Function), "At", i18n.Moment(ctx, m.At), "Deed", i18n.Enum(ctx, "action", m.Deed))
	if m.State != "" {
		now = i18n.T(ctx, m.State)
	}
	return what, now
}

// openAgain keeps a form, and gives the address at which it comes back filled; "" where it has no page,
// or where it cannot be kept.
func (s *Server) openAgain(q *page.Request) string {
	cookie, form := q.CookieValue(page.SessionCookie), formOf(q)
	at := standsAt(form, q.URL.Path)
	if cookie == "" || !q.Posted() || typed(q) == "" || !s.shows(q, at) {
		return ""
	}
	kept, err := s.keep(q, cookie, form)
	if err != nil {
		s.Log.Error("a form could not be kept", "route", q.Pattern, "error", err.Error())
	}
	if !kept {
		return ""
	}
	return at + "?" + againMark
}
