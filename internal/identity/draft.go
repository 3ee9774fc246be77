package identity

import (
	"context"
	"encoding/base64"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// KeepDraft seals a form that arrived after its session had ended, so that the person finds his words
// back. It returns the value of a cookie that lives 15 minutes; "" when nobody knows whose form it
// was (settled question 14).
func (d *Door) KeepDraft(ctx context.Context, ended string, form []byte, now time.Time) (string, error) {
	old, ok := parseCookie(ended)
	if !ok {
		return "", nil
	}
	r, err := d.sessions.Find(ctx, seal.SessionID(old))
	if livc.KindOf(err) == livc.NotFoundKind {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	secret := seal.NewSessionSecret()
	row := DraftRow{ID: seal.SessionID(secret), Person: r.Person, Until: now.Add(draftLife)}
	row.Sealed = seal.SealDraft(d.base, secret, draftContext(row), form)
	return base64.RawURLEncoding.EncodeToString(secret), d.sessions.InsertDraft(ctx, row)
}

// ReturnDraft gives the form back to the same person, once. For anybody else, or too late, it is
// gone; that is no error.
func (d *Door) ReturnDraft(ctx context.Context, cookie string, s *Session, now time.Time) ([]byte, error) {
	secret, ok := parseCookie(cookie)
	if !ok {
		return nil, nil
	}
	row, err := d.sessions.TakeDraft(ctx, seal.SessionID(secret))
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil, nil
	}
	if err != nil || row.Person != s.Row.Person || now.After(row.Until) {
		return nil, err
	}
	return seal.OpenDraft(d.base, secret, draftContext(row), row.Sealed)
}

func draftContext(r DraftRow) string { return "form " + r.ID + " " + string(r.Person) }
