// Package doors tells the server who is signed in: it joins the sessions of package identity with what
// the pages say of a seat. It decides nothing about what that person may do.
package doors

import (
	"context"
	"time"

	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// Book is what it reads.
type Book interface {
	identity.Faces
	Person(ctx context.Context, tx identity.Tx, id livc.ID) (identity.Person, error)
	// Read runs f in a reading transaction.
	Read(ctx context.Context, f func(tx identity.Tx) error) error
}

// Doors implements what package web asks about sessions.
type Doors struct {
	Door *identity.Door
	Book Book
}

// Resume gives the session of a cookie, who acts in it, and what the frame says of him.
func (d Doors) Resume(ctx context.Context, cookie string, now time.Time) (w page.Who, err error) {
	err = d.Book.Read(ctx, func(tx identity.Tx) error {
		s, err := d.Door.Resume(ctx, tx, cookie, now)
		if err != nil {
			return err
		}
		w = page.Who{Actor: s.Actor(), Language: s.Row.Language, Theme: s.Row.Theme, Session: s, NeedFresh: s.NeedFresh}
		w.Me, err = d.me(ctx, tx, s)
		return err
	})
	if err != nil || w.Actor.Hat == "" {
		return w, err
	}
	w.Keys, err = w.Session.Keyring(now)
	return w, err
}

// Stands gives who acts under a cookie now. It takes no keys out, so that a screen that only listens does not
// keep them in memory.
func (d Doors) Stands(ctx context.Context, cookie string, now time.Time) (who livc.Actor, err error) {
	err = d.Book.Read(ctx, func(tx identity.Tx) error {
		s, err := d.Door.Resume(ctx, tx, cookie, now)
		if err == nil {
			who = s.Actor()
		}
		return err
	})
	return who, err
}

func (d Doors) me(ctx context.Context, tx identity.Tx, s *identity.Session) (page.Me, error) {
	if s.Row.Hat == "" {
		p, err := d.Book.Person(ctx, tx, s.Row.Person)
		return page.Me{Name: p.Name}, err
	}
	f, err := d.Book.Face(ctx, tx, s.Row.Livc, s.Row.Hat)
	return page.Me{Name: f.Name, Organisation: f.Organisation, LivcName: f.LivcName, Regime: f.Regime,
		ListHolder: f.ListHolder, Municipal: f.Municipal, Waiting: f.Waiting || f.New}, err
}

// Press notes that the person did something.
func (d Doors) Press(ctx context.Context, w page.Who, now time.Time) error {
	return w.Session.Press(ctx, now)
}

// KeepDraft seals a form that came in after its session had ended.
func (d Doors) KeepDraft(ctx context.Context, ended string, form []byte, now time.Time) (string, error) {
	return d.Door.KeepDraft(ctx, ended, form, now)
}

// TakeDraft gives it back to the same person, once.
func (d Doors) TakeDraft(ctx context.Context, cookie string, w page.Who, now time.Time) ([]byte, error) {
	return d.Door.ReturnDraft(ctx, cookie, w.Session, now)
}
