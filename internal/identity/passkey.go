package identity

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/url"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
)

// prfSize is what the pseudo-random function of a passkey yields.
const prfSize = 32

// passkeys is the WebAuthn side: ceremonies, and the record of each passkey. The output of the PRF is
// not part of it; the browser sends that beside the answer.
type passkeys struct {
	web  *webauthn.WebAuthn
	salt []byte
	lock *locker
	once Once
}

// newPasskeys binds passkeys to origin. The salt is one per installation, not one per unlocker: at
// sign-in nobody knows yet who comes, and the function differs per passkey anyway. What must differ
// per unlocker is bound where the master key is wrapped.
func newPasskeys(origin, installation string, lock *locker, once Once) (*passkeys, error) {
	u, err := url.Parse(origin)
	if err != nil || u.Hostname() == "" {
		return nil, fmt.Errorf("identity: origin %q is no address", origin)
	}
	web, err := webauthn.New(&webauthn.Config{
		RPID: u.Hostname(), RPDisplayName: "Beraad", RPOrigins: []string{origin},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired,
		},
	})
	if err != nil {
		return nil, fmt.Errorf("prepare passkeys for %s: %w", origin, err)
	}
	salt := sha256.Sum256([]byte("beraad/1 prf " + installation))
	return &passkeys{web: web, salt: salt[:], lock: lock, once: once}, nil
}

// holder is a person as WebAuthn sees him. The name shows in the person's own list of passkeys.
type holder struct {
	person livc.ID
	name   string
	keys   []webauthn.Credential
}

// WebAuthnID is the person's id, which says nothing.
func (h holder) WebAuthnID() []byte { return []byte(h.person) }

// WebAuthnName tells passkeys apart in the person's own list.
func (h holder) WebAuthnName() string { return h.name }

// WebAuthnDisplayName is the same name.
func (h holder) WebAuthnDisplayName() string { return h.name }

// WebAuthnCredentials are the passkeys made before.
func (h holder) WebAuthnCredentials() []webauthn.Credential { return h.keys }

// find answers WebAuthn's question whose passkey this is; it was looked up before.
func (h holder) find(_, _ []byte) (webauthn.User, error) { return h, nil }

// Ceremony is what the browser needs to ask the authenticator: options in JSON, and the token that
// comes back with the answer, good for one answer within five minutes.
type Ceremony struct {
	Options []byte
	Token   string
}

func (p *passkeys) ceremony(ctx context.Context, options any, s *webauthn.SessionData, now time.Time) (Ceremony, error) {
	o, err := json.Marshal(options)
	if err != nil {
		return Ceremony{}, fmt.Errorf("write passkey options: %w", err)
	}
	kept, err := json.Marshal(s)
	if err != nil {
		return Ceremony{}, fmt.Errorf("write passkey challenge: %w", err)
	}
	token, err := putOnce(ctx, p.once, kept, now)
	return Ceremony{o, token}, err
}

func (p *passkeys) take(ctx context.Context, token string, now time.Time) (s webauthn.SessionData, err error) {
	b, err := p.once.Take(ctx, token, now)
	if livc.KindOf(err) == livc.NotFoundKind {
		return s, livc.Invalid("signin.passkey.late")
	}
	if err != nil {
		return s, err
	}
	if err := json.Unmarshal(b, &s); err != nil {
		return s, fmt.Errorf("read passkey challenge: %w", err)
	}
	return s, nil
}

// seal and open keep the record of a passkey: public key and sign counter.
func (p *passkeys) seal(unlocker livc.ID, c webauthn.Credential) ([]byte, error) {
	b, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("write passkey %s: %w", unlocker, err)
	}
	return seal.SealDraft(p.lock.base, p.lock.row, "passkey "+string(unlocker), b), nil
}

func (p *passkeys) open(u Unlocker) (c webauthn.Credential, err error) {
	b, err := seal.OpenDraft(p.lock.base, p.lock.row, "passkey "+string(u.ID), u.Factor)
	if err != nil {
		return c, fmt.Errorf("open passkey %s: %w", u.ID, err)
	}
	if err := json.Unmarshal(b, &c); err != nil {
		return c, fmt.Errorf("read passkey %s: %w", u.ID, err)
	}
	return c, nil
}

// holder gathers a person's passkeys; at holds the unlocker of each, in the same order.
func (p *passkeys) holder(person livc.ID, name string, list []Unlocker) (h holder, at []Unlocker, err error) {
	h = holder{person: person, name: name}
	for _, u := range list {
		if u.Kind != Passkey {
			continue
		}
		c, err := p.open(u)
		if err != nil {
			return h, nil, err
		}
		h.keys, at = append(h.keys, c), append(at, u)
	}
	return h, at, nil
}

// prfSecret is the output of the PRF, if the browser gave one. An empty, short or blank one counts
// as none: some platforms send it (W4).
func prfSecret(b []byte) ([]byte, bool) {
	sum := byte(0)
	for _, x := range b {
		sum |= x
	}
	return b, len(b) == prfSize && sum != 0
}
