package identity

import (
	"crypto/rand"
	"fmt"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// wrap makes an unlocker that opens m with secret: the inner layer under the secret, the outer one
// under the epoch key.
func (d *Door) wrap(kind Kind, person livc.ID, secret []byte, m *seal.Master) (Unlocker, error) {
	id, err := livc.NewID(rand.Reader)
	if err != nil {
		return Unlocker{}, err
	}
	inner, err := seal.WrapMaster(d.base, kind, person, id, secret, d.argon, m)
	if err != nil {
		return Unlocker{}, fmt.Errorf("wrap the master key: %w", err)
	}
	return Unlocker{ID: id, Person: person, Kind: kind, Wrapped: d.ring.Wrap(d.base, UnlockerTable, string(id), inner)}, nil
}

// open gives the master key, or seal.ErrWrongSecret.
func (d *Door) open(u Unlocker, secret []byte) (*seal.Master, error) {
	inner, err := d.ring.Unwrap(d.base, UnlockerTable, string(u.ID), u.Wrapped)
	if err != nil {
		return nil, fmt.Errorf("open the epoch layer of unlocker %s: %w", u.ID, err)
	}
	return seal.UnwrapMaster(d.base, u.Kind, u.Person, u.ID, secret, inner)
}

// sealTOTP keeps the secret of the second factor under the master key: the service key alone does
// not open it, and whoever has the passphrase right can be asked for the code.
func (d *Door) sealTOTP(u *Unlocker, m *seal.Master, secret string) error {
	key, err := totpKey(m)
	if err == nil {
		u.Factor = seal.SealDraft(d.base, key, totpContext(*u), []byte(secret))
	}
	return err
}

func (d *Door) openTOTP(u Unlocker, m *seal.Master) (string, error) {
	key, err := totpKey(m)
	if err != nil {
		return "", err
	}
	b, err := seal.OpenDraft(d.base, key, totpContext(u), u.Factor)
	if err != nil {
		return "", fmt.Errorf("open second factor %s: %w", u.ID, err)
	}
	return string(b), nil
}

func totpContext(u Unlocker) string { return "totp " + string(u.Person) + " " + string(u.ID) }

func totpKey(m *seal.Master) ([]byte, error) { return m.Derive("beraad/1 identity totp") }

// Enough tells whether a person with these unlockers can lose any one of them and still get in: two
// that open the master key, one of them the recovery code (settled question 20). A passphrase never
// stands without a second factor. The practice unlocker counts for nothing: it is a third one.
func Enough(list []Unlocker) error {
	n := map[Kind]int{}
	opening := 0
	for _, u := range list {
		n[u.Kind]++
		if u.Opens() && u.Kind != Practice {
			opening++
		}
	}
	switch {
	case opening < 2:
		return livc.Invalid("unlocker.two_needed")
	case n[Recovery] == 0:
		return livc.Invalid("unlocker.recovery_needed")
	case n[Passphrase] > 0 && n[TOTP] == 0 && n[Passkey] == 0:
		return livc.Invalid("unlocker.second_factor_needed")
	}
	return nil
}
