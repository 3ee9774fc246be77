package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// CookieName holds the secret of the session; the prefix binds it to this host and to TLS.
const CookieName = "__Host-beraad"

// prefCookie holds language and theme before sign-in; no personal data.
const prefCookie = "__Host-beraad-look"

// public is a request of nobody.
func (s *Server) public(w http.ResponseWriter, r *http.Request) *page.Request {
	lang, theme := i18n.Prefer(r.Header.Get("Accept-Language")), ui.Auto
	if c, err := r.Cookie(prefCookie); err == nil {
		l, t, _ := strings.Cut(c.Value, ".")
		if livc.Language(l) == livc.Dutch || livc.Language(l) == livc.English {
			lang = livc.Language(l)
		}
		theme = ui.Theme(t)
	}
	q := page.New(w, r.WithContext(i18n.With(r.Context(), lang)))
	q.Now, q.Civil = s.Clock.Wall(), s.Clock.Civil()
	q.Tokens = page.TokensOf(s.PublicKey)
	q.Frame = ui.Frame{Lang: lang, Theme: theme, Practice: s.Practice}
	if s.Practice {
		q.Frame.CivilDay = livc.DayOf(q.Civil)
	}
	return q
}

// request finds out who acts and reads the form; an error still comes with a request that can show it.
func (s *Server) request(w http.ResponseWriter, r *http.Request, rt page.Route) (*page.Request, error) {
	q := s.public(w, r)
	if r.Method == http.MethodPost {
		if err := r.ParseForm(); err != nil {
			return q, livc.Invalid("error.too_long")
		}
		q.PostForm = r.PostForm
	}
	err := s.signedIn(q)
	if rt.Public {
		if livc.KindOf(err) == livc.LockedKind {
			err = nil
		}
		return q, err
	}
	if err != nil {
		return q, s.keepForm(q, err)
	}
	if q.Actor.Hat == "" && !rt.Open {
		return q, &livc.Error{Kind: livc.LockedKind, Key: "session.choose_hat"}
	}
	if q.Posted() && !q.Tokens.Check(q.PostForm.Get("token"), q.Actor.Hat) {
		return q, livc.Conflict("conflict.form_of_another_hat")
	}
	return q, s.Doors.Press(q.Context(), q.Who, q.Now)
}

// signedIn fills in who acts.
func (s *Server) signedIn(q *page.Request) error {
	c, err := q.Cookie(CookieName)
	if err != nil {
		return &livc.Error{Kind: livc.LockedKind, Key: "session.none"}
	}
	who, err := s.Doors.Resume(q.Context(), c.Value, q.Now)
	if err != nil {
		return err
	}
	q.Who, q.Me = who, who.Me
	q.Tokens = page.TokensOf([]byte(c.Value))
	q.Actor = deed.By{Actor: who.Actor, Keys: who.Keys}
	s.frame(q)
	return nil
}

// frame says on the page who works, for whom and in which capacity.
func (s *Server) frame(q *page.Request) {
	if l := q.Who.Language; l != "" {
		q.Frame.Lang = l
		q.Request = q.WithContext(i18n.With(q.Context(), l))
	}
	if t := q.Who.Theme; t != "" {
		q.Frame.Theme = ui.Theme(t)
	}
	q.Frame.SignedIn, q.Frame.Who = true, q.Me.Name.Reveal()
	if q.Actor.Hat == "" {
		return
	}
	q.Frame.For, q.Frame.Capacity, q.Frame.Framework = q.Me.Organisation, q.Actor.Function, q.Me.Regime
	for _, m := range s.Menu(q.Me, q.Actor.Function) {
		current := q.URL.Path == m.Href || strings.HasPrefix(q.URL.Path, m.Href+"/")
		q.Frame.Menu = append(q.Frame.Menu, ui.MenuItem{Href: m.Href, Key: m.Key, Current: current})
	}
}

// keepForm keeps a form whose session had ended, so that nothing typed is lost (settled 14).
func (s *Server) keepForm(q *page.Request, why error) error {
	c, err := q.Cookie(CookieName)
	if err != nil || !q.Posted() || livc.KindOf(why) != livc.LockedKind {
		return why
	}
	form := url.Values{"": {q.URL.Path}}
	for k, v := range q.PostForm {
		if k != "token" {
			form[k] = v
		}
	}
	cookie, err := s.Doors.KeepDraft(q.Context(), c.Value, []byte(form.Encode()), q.Now)
	if err != nil {
		return errors.Join(why, err)
	}
	http.SetCookie(q.Writer(), secret(draftCookie, cookie, 15*60))
	return why
}

const draftCookie = "__Host-beraad-draft"

// secret is a cookie that scripts cannot read and other sites cannot send.
func secret(name, value string, seconds int) *http.Cookie {
	return &http.Cookie{Name: name, Value: value, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: seconds}
}
