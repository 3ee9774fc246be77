package web

import (
	"errors"
	"net/http"
	"net/url"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// againMark on an address says that a form waits there to come back filled.
const againMark = "again"

// keepForm keeps a form that came in after its session had ended, or before the step-up it needs, so
// that nothing typed is lost (settled 14).
func (s *Server) keepForm(q *page.Request, why error) error {
	cookie := q.CookieValue(page.SessionCookie)
	if cookie == "" || !q.Posted() || livc.KindOf(why) != livc.LockedKind {
		return why
	}
	_, err := s.keep(q, cookie, formOf(q))
	return errors.Join(why, err)
}

// formOf is a form as it is kept: what was typed, and the address it was sent to.
func formOf(q *page.Request) url.Values {
	form := url.Values{"": {q.URL.Path}}
	for k, v := range q.PostForm {
		if k != "token" {
			form[k] = v
		}
	}
	return form
}

// keep seals a form under a cookie; kept is no when nobody knows whose it was.
func (s *Server) keep(q *page.Request, cookie string, form url.Values) (kept bool, err error) {
	draft, err := s.Doors.KeepDraft(q.Context(), cookie, []byte(form.Encode()), q.Now)
	if err != nil || draft == "" {
		return false, err
	}
	q.SetCookie(page.DraftCookie, draft, page.DraftSeconds)
	return true, nil
}

// take gives the form back to the same person, once, with the address it was sent to.
func (s *Server) take(q *page.Request) (form url.Values, to string, err error) {
	cookie := q.CookieValue(page.DraftCookie)
	if cookie == "" {
		return nil, "", nil
	}
	q.SetCookie(page.DraftCookie, "", -1)
	b, err := s.Doors.TakeDraft(q.Context(), cookie, q.Who, q.Now)
	if err != nil || b == nil {
		return nil, "", err
	}
	form, err = url.ParseQuery(string(b))
	to = form.Get("")
	form.Del("")
	return form, to, err
}

// giveBack fills the form of the page that is asked for, when somebody just came back to it.
func (s *Server) giveBack(q *page.Request) error {
	if q.Method != http.MethodGet || !q.URL.Query().Has(againMark) {
		return nil
	}
	form, to, err := s.take(q)
	if standsAt(form, to) == q.URL.Path {
		q.Returned, q.ReturnedTo = form, to
	}
	return err
}

// again leads somebody who signed in anew to the form that was on its way. Where no page shows it, the
// words themselves are shown, to be copied.
func (s *Server) again(q *page.Request) error {
	form, to, err := s.take(q)
	if err != nil || form == nil {
		return errors.Join(err, q.Go("/today"))
	}
	at := standsAt(form, to)
	if !s.shows(q, at) {
		q.PostForm = form
		return q.Show(i18n.T(q.Context(), "again.title"), ui.Returned(typed(q)))
	}
	form.Set("", to)
	if _, err := s.keep(q, q.CookieValue(page.SessionCookie), form); err != nil {
		return err
	}
	return q.Go(at + "?" + againMark)
}

// standsAt is the page on which a form stands that was sent to an address.
func standsAt(form url.Values, to string) string {
	if at := form.Get(page.PageField); at != "" {
		return page.Local(at)
	}
	return to
}

// shows tells whether an address can be asked for, and not only be sent to.
func (s *Server) shows(q *page.Request, path string) bool {
	r := &http.Request{Method: http.MethodGet, URL: &url.URL{Path: path}, Host: q.Host}
	_, pattern := s.mux.Handler(r)
	return pattern != "" && pattern != "/"
}
