package identity

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"beraad.eu/livc"
)

// shownKey is a passkey that proved who somebody is and opened nothing, with its new sign counter.
type shownKey struct {
	Person, Unlocker livc.ID
	Factor           []byte
}

// show keeps a shown passkey for five minutes, for one use.
func (d *Door) show(ctx context.Context, u Unlocker, now time.Time) (string, error) {
	b, err := json.Marshal(shownKey{u.Person, u.ID, u.Factor})
	if err != nil {
		return "", fmt.Errorf("write a shown passkey: %w", err)
	}
	return putOnce(ctx, d.once, b, now)
}

// LookShown goes on after a passkey that opened no keys: the passphrase is asked, and the passkey
// counts as second factor. The token is used up.
func (d *Door) LookShown(ctx context.Context, tx Tx, shown string, now time.Time) (Candidate, error) {
	b, err := d.once.Take(ctx, shown, now)
	if livc.KindOf(err) == livc.NotFoundKind {
		return Candidate{}, livc.Invalid("signin.passkey.late")
	}
	if err != nil {
		return Candidate{}, err
	}
	var s shownKey
	// A token of another use, such as a challenge, names nobody: it becomes a Candidate of nobody.
	if err := json.Unmarshal(b, &s); err != nil {
		return Candidate{}, fmt.Errorf("read a shown passkey: %w", err)
	}
	c, err := d.lookPerson(ctx, tx, s.Person)
	c.shown = &s
	return c, err
}

// shownKey is the passkey that was shown, as it must be saved.
func (c Candidate) shownKey() (Unlocker, bool) {
	if c.shown == nil {
		return Unlocker{}, false
	}
	u, ok := c.byID(c.shown.Unlocker)
	u.Factor = c.shown.Factor
	return u, ok
}
