package identity

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"time"

	"beraad.eu/livc"
	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
)

// PasskeyMade says what a new passkey can do.
type PasskeyMade string

// What a new passkey can do (W4).
const (
	PasskeyOpens  PasskeyMade = "opens"  // its PRF opens the keys
	PasskeyShows  PasskeyMade = "shows"  // it proves who it is; the passphrase opens the keys
	PasskeyUnread PasskeyMade = "unread" // it has a PRF, which the next ceremony reads
)

// OfferPasskey begins the making of a passkey, known being the unlockers the person has already.
func (k *Kit) OfferPasskey(ctx context.Context, known []Unlocker, now time.Time) (Ceremony, error) {
	p := k.door.passkeys
	h, _, err := p.holder(k.state.Person, k.state.Name, slices.Concat(known, k.state.Made))
	if err != nil {
		return Ceremony{}, err
	}
	options, s, err := p.web.BeginRegistration(h,
		webauthn.WithExclusions(webauthn.Credentials(h.keys).CredentialDescriptors()),
		webauthn.WithExtensions(webauthn.WithExtensionPRF(protocol.PRFValues{First: p.salt})))
	if err != nil {
		return Ceremony{}, fmt.Errorf("offer a passkey: %w", err)
	}
	return p.ceremony(ctx, options, s, now)
}

// AcceptPasskey checks the answer and adds the passkey, wrapping the keys under prf if there is one.
func (k *Kit) AcceptPasskey(ctx context.Context, token string, answer, prf []byte, now time.Time) (PasskeyMade, error) {
	p := k.door.passkeys
	s, err := p.take(ctx, token, now)
	if err != nil {
		return "", err
	}
	a, err := protocol.ParseCredentialCreationResponseBytes(answer)
	if err != nil {
		return "", livc.Invalid("passkey.refused")
	}
	if a.ClientExtensionResults.PRF != nil {
		a.ClientExtensionResults.PRF.Results = nil // it comes beside the answer, and must not be kept
	}
	c, err := p.web.CreateCredential(holder{person: k.state.Person}, s, a)
	if err != nil {
		return "", livc.Invalid("passkey.refused")
	}
	return k.addPasskey(*c, prf, now)
}

func (k *Kit) addPasskey(c webauthn.Credential, prf []byte, now time.Time) (made PasskeyMade, err error) {
	u := Unlocker{Person: k.state.Person, Kind: Passkey}
	secret, opens := prfSecret(prf)
	if opens {
		u, err = k.door.wrap(Passkey, k.state.Person, secret, k.master)
	} else {
		u.ID, err = livc.NewID(rand.Reader)
	}
	if err != nil {
		return "", err
	}
	if u.Factor, err = k.door.passkeys.seal(u.ID, c); err != nil {
		return "", err
	}
	k.add(u, now)
	switch enabled := c.Extensions.PRFEnabled; {
	case opens:
		return PasskeyOpens, nil
	case enabled != nil && *enabled:
		k.state.Proving = u.ID
		return PasskeyUnread, nil
	}
	return PasskeyShows, nil
}

// AskPRF begins the second ceremony of a passkey that has a PRF but did not say its output while it
// was made: many platforms do so.
func (k *Kit) AskPRF(ctx context.Context, now time.Time) (Ceremony, error) {
	p := k.door.passkeys
	h, _, err := p.holder(k.state.Person, k.state.Name, k.proving())
	if err != nil || len(h.keys) == 0 {
		return Ceremony{}, livc.Invalid("passkey.refused")
	}
	options, s, err := p.web.BeginLogin(h, p.withPRF)
	if err != nil {
		return Ceremony{}, fmt.Errorf("ask for the PRF: %w", err)
	}
	return p.ceremony(ctx, options, s, now)
}

func (k *Kit) proving() []Unlocker {
	return slices.DeleteFunc(slices.Clone(k.state.Made), func(u Unlocker) bool { return u.ID != k.state.Proving })
}

// AcceptPRF reads the output. Without one the passkey stays a second factor.
func (k *Kit) AcceptPRF(ctx context.Context, token string, answer, prf []byte, now time.Time) (PasskeyMade, error) {
	p := k.door.passkeys
	s, err := p.take(ctx, token, now)
	if err != nil {
		return "", err
	}
	h, at, err := p.holder(k.state.Person, "", k.proving())
	if err != nil {
		return "", err
	}
	a, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil || len(at) == 0 {
		return "", livc.Invalid("passkey.refused")
	}
	a.ClientExtensionResults.PRF = nil
	c, err := p.web.ValidateLogin(h, s, a)
	if err != nil || !bytes.Equal(c.ID, h.keys[0].ID) {
		return "", livc.Invalid("passkey.refused")
	}
	k.state.Proving = ""
	if _, ok := prfSecret(prf); !ok {
		return PasskeyShows, nil
	}
	k.state.Made = slices.DeleteFunc(k.state.Made, func(u Unlocker) bool { return u.ID == at[0].ID })
	return k.addPasskey(*c, prf, now)
}
