package identity

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
	"github.com/go-webauthn/webauthn/protocol"
)

// AskPasskey begins a sign-in with any passkey of this installation: no name has to be typed. Asking
// has a limit of its own, so that nobody fills the room for challenges.
func (d *Door) AskPasskey(ctx context.Context, from From, now time.Time) (Ceremony, error) {
	if from.Session == nil {
		if err := d.limits.ask.Allow(AddressClass(from.Address), now); err != nil {
			return Ceremony{}, err
		}
	}
	options, s, err := d.passkeys.web.BeginDiscoverableLogin(d.passkeys.withPRF)
	if err != nil {
		return Ceremony{}, fmt.Errorf("ask for a passkey: %w", err)
	}
	return d.passkeys.ceremony(ctx, options, s, now)
}

// withPRF always asks for the function of the passkey, also where it is not known to exist.
func (p *passkeys) withPRF(o *protocol.PublicKeyCredentialRequestOptions) error {
	o.Extensions.PRF = &protocol.PRFInputs{Eval: protocol.PRFValues{First: p.salt}}
	return nil
}

// LookPasskey finds whose passkey answered. An answer of nobody is not an error here.
func (d *Door) LookPasskey(ctx context.Context, tx Tx, answer []byte) (Candidate, error) {
	a, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil {
		return Candidate{}, nil
	}
	id, err := livc.ParseID(string(a.Response.UserHandle))
	if err != nil {
		return Candidate{}, nil
	}
	return d.lookPerson(ctx, tx, id)
}

// ProvePasskey checks the answer of the authenticator. With a PRF output that opens the keys it gives
// a Proof. Otherwise the passkey proves who it is and no more: shown is a token with which LookShown
// and ProvePassphrase go on (W4).
func (d *Door) ProvePasskey(ctx context.Context, c Candidate, token string, answer, prf []byte, from From, now time.Time) (p *Proof, shown string, err error) {
	if from.Session == nil {
		c.account = "" // nothing is guessed here: the account's budget stays whole
	}
	if err := d.allow(c, from, now); err != nil {
		return nil, "", err
	}
	u, err := d.checkPasskey(ctx, c, token, answer, now)
	if err != nil {
		return nil, "", err
	}
	if secret, ok := prfSecret(prf); ok && u.Opens() {
		m, err := d.open(u, secret)
		if err == nil {
			return d.proof(c, m, OpenStage, now, u), "", nil
		}
		if !errors.Is(err, seal.ErrWrongSecret) {
			return nil, "", err
		}
	}
	shown, err = d.show(ctx, u, now)
	return nil, shown, err
}

// checkPasskey gives the unlocker whose passkey signed, with its new counter. A counter that went
// back means a copied authenticator.
func (d *Door) checkPasskey(ctx context.Context, c Candidate, token string, answer []byte, now time.Time) (Unlocker, error) {
	s, err := d.passkeys.take(ctx, token, now)
	if err != nil {
		return Unlocker{}, err
	}
	h, at, err := d.passkeys.holder(c.person.ID, "", c.unlockers)
	if err != nil {
		return Unlocker{}, err
	}
	a, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil || len(at) == 0 || !bytes.Equal(a.Response.UserHandle, h.WebAuthnID()) {
		return Unlocker{}, wrong()
	}
	a.ClientExtensionResults.PRF = nil // it comes beside the answer, and must not be kept
	_, signed, err := d.passkeys.web.ValidatePasskeyLogin(h.find, s, a)
	if err != nil || signed.Authenticator.CloneWarning {
		return Unlocker{}, wrong()
	}
	for i, k := range h.keys {
		if bytes.Equal(k.ID, signed.ID) {
			at[i].Factor, err = d.passkeys.seal(at[i].ID, *signed)
			return at[i], err
		}
	}
	return Unlocker{}, wrong()
}
