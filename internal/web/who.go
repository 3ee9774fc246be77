package web

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// CookieName holds the secret of the session.
const CookieName = page.SessionCookie

// public is a request of nobody.
func (s *Server) public(w http.ResponseWriter, r *http.Request) *page.Request {
	lang, theme := look(r)
	q := page.New(w, r.WithContext(i18n.With(r.Context(), lang)))
	q.Address, q.Beat = s.Remote(r), s.Beat
	q.Now, q.Civil = s.Clock.Wall(), s.Clock.Civil()
	q.Tokens = page.TokensOf(s.PublicKey, q.Civil)
	q.Frame = ui.Frame{Lang: lang, Theme: theme, Practice: s.Practice, Roles: s.Roles}
	if s.Practice {
		q.Frame.CivilDay = livc.DayOf(q.Civil)
	}
	return q
}

// look is the language and the theme that a browser asks for, or that somebody chose in it.
func look(r *http.Request) (livc.Language, ui.Theme) {
	lang, theme := i18n.Prefer(r.Header.Get("Accept-Language")), ui.Auto
	c, err := r.Cookie(page.LookCookie)
	if err != nil {
		return lang, theme
	}
	l, t, _ := strings.Cut(c.Value, ".")
	if slices.Contains(i18n.Shown(), livc.Language(l)) {
		lang = livc.Language(l)
	}
	if slices.Contains(ui.Themes(), ui.Theme(t)) {
		theme = ui.Theme(t)
	}
	return lang, theme
}

// request finds out who acts and reads the form; an error still comes with a request that can show it.
func (s *Server) request(w http.ResponseWriter, r *http.Request, rt page.Route) (*page.Request, error) {
	q := s.public(w, r)
	if r.Method == http.MethodPost && !rt.Upload {
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
		if err == nil && q.Posted() && !rt.Free && !s.ownForm(q) {
			err = livc.Conflict("conflict.form_of_another_hat")
		}
		if err == nil && q.Who.Session != nil {
			err = s.giveBack(q)
		}
		return q, err
	}
	if err != nil {
		return q, s.keepForm(q, err)
	}
	if err := standing(q, rt); err != nil {
		return q, err
	}
	if q.Posted() && rt.Upload {
		if err := q.ReadUpload(); err != nil {
			return q, err
		}
	}
	if q.Posted() && !q.Tokens.Check(q.PostForm.Get("token"), q.Actor.Hat) {
		return q, livc.Conflict("conflict.form_of_another_hat")
	}
	if err := s.giveBack(q); err != nil {
		return q, err
	}
	if rt.Quiet || q.Renews() {
		return q, nil
	}
	return q, s.Doors.Press(q.Context(), q.Who, q.Now)
}

// standing asks for a hat that can act; open pages come before that.
func standing(q *page.Request, rt page.Route) error {
	switch {
	case rt.Open:
		return nil
	case q.Actor.Hat == "":
		return &livc.Error{Kind: livc.LockedKind, Key: "session.choose_hat"}
	case q.Me.Waiting:
		return &livc.Error{Kind: livc.LockedKind, Key: "session.waiting"}
	}
	return nil
}

// ownForm tells whether a form on a public page was made here: for this session, for the session that
// is still being made, or for nobody.
func (s *Server) ownForm(q *page.Request) bool {
	token := q.PostForm.Get("token")
	return q.Tokens.Check(token, q.Actor.Hat) || page.TokensOf(s.PublicKey, q.Civil).Check(token, "")
}

// shown is when the forms of this answer are shown; a form that comes back with its faults is as old as
// when it was shown first.
func shown(q *page.Request) time.Time {
	if at := page.Seen(q.PostForm.Get("token")); q.Posted() && !at.IsZero() {
		return at
	}
	return q.Civil
}

// signedIn fills in who acts.
func (s *Server) signedIn(q *page.Request) error {
	c, err := q.Cookie(CookieName)
	if err != nil {
		return &livc.Error{Kind: livc.LockedKind, Key: "session.none"}
	}
	q.Tokens = page.TokensOf([]byte(c.Value), shown(q))
	who, err := s.Doors.Resume(q.Context(), c.Value, q.Now)
	if err != nil {
		return err
	}
	q.Who, q.Me = who, who.Me
	q.Actor = deed.By{Actor: who.Actor, Keys: who.Keys}
	q.Stands = s.stands(c.Value, who.Actor)
	s.frame(q)
	return nil
}

// stands tells of a cookie whether it still lets in the same person under the same hat.
func (s *Server) stands(cookie string, actor livc.Actor) func(context.Context) error {
	return func(ctx context.Context) error {
		now, err := s.Doors.Stands(ctx, cookie, s.Clock.Wall())
		if err == nil && now != actor {
			err = &livc.Error{Kind: livc.LockedKind, Key: "session.over"}
		}
		return err
	}
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
