package identity

import (
	"encoding/base32"
	"fmt"

	"github.com/pquerna/otp/totp"
)

// Enrolling tells whether the person has no account yet.
func (k *Kit) Enrolling() bool { return k.state.Enrolment != "" }

// Lost tells whether the person came in with the recovery code.
func (k *Kit) Lost() bool { return k.session.Row.Stage == RenewStage }

// Unread tells whether a passkey was made whose PRF is still to be read.
func (k *Kit) Unread() bool { return k.state.Proving != "" }

// Made lists the unlockers of this kit.
func (k *Kit) Made() []Unlocker { return k.state.Made }

// Printed is the recovery code that waits to be typed back in part; empty when none does.
func (k *Kit) Printed() string { return k.state.Recovery }

// Proposed is the second factor that waits for its first code: the secret to type and the address to
// scan; both empty when none waits.
func (k *Kit) Proposed() (secret, address string, err error) {
	if k.state.TOTP == "" {
		return "", "", nil
	}
	raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(k.state.TOTP)
	if err != nil {
		return "", "", fmt.Errorf("read a second factor: %w", err)
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: totpIssuer, AccountName: k.state.Name, Secret: raw})
	if err != nil {
		return "", "", fmt.Errorf("write a second factor: %w", err)
	}
	return k.state.TOTP, key.URL(), nil
}
