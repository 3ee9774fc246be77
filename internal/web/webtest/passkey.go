package webtest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"net/url"
	"testing"

	"github.com/fxamacker/cbor/v2"
)

// Authenticator is a passkey in software: one ES256 key, a PRF, and the browser around it.
type Authenticator struct {
	t       testing.TB
	key     *ecdsa.PrivateKey
	id      []byte
	user    []byte
	counter uint32
	secret  []byte // of the PRF; nil for an authenticator without one
	origin  string
}

// NewAuthenticator makes one for a site; with a PRF or without.
func NewAuthenticator(t testing.TB, origin string, prf bool) *Authenticator {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	a := &Authenticator{t: t, key: key, id: []byte("passkey-" + rand.Text()), origin: origin}
	if prf {
		a.secret = []byte(rand.Text())
	}
	return a
}

// options are the parts of the options that an authenticator looks at.
type options struct {
	PublicKey struct {
		Challenge string `json:"challenge"`
		User      struct {
			ID string `json:"id"`
		} `json:"user"`
		Extensions struct {
			PRF *struct {
				Eval struct {
					First string `json:"first"`
				} `json:"eval"`
			} `json:"prf"`
		} `json:"extensions"`
	} `json:"publicKey"`
}

func (a *Authenticator) read(c []byte) (o options) {
	a.t.Helper()
	must(a.t, json.Unmarshal(c, &o))
	return o
}

// prf is the output that the browser puts in the form field.
func (a *Authenticator) prf(o options) []byte {
	if a.secret == nil || o.PublicKey.Extensions.PRF == nil {
		return nil
	}
	m := hmac.New(sha256.New, a.secret)
	m.Write(unb64(a.t, o.PublicKey.Extensions.PRF.Eval.First))
	return m.Sum(nil)
}

// Make answers a registration.
func (a *Authenticator) Make(c []byte) (answer, prf []byte) {
	o := a.read(c)
	a.user = unb64(a.t, o.PublicKey.User.ID)
	object, err := cbor.Marshal(map[string]any{"fmt": "none", "attStmt": map[string]any{}, "authData": a.data(0x45, a.attested())})
	must(a.t, err)
	response := map[string]any{"clientDataJSON": b64(a.client("webauthn.create", o)), "attestationObject": b64(object)}
	return a.answer(response, map[string]any{"prf": map[string]any{"enabled": a.secret != nil}}), a.prf(o)
}

// Sign answers a sign-in.
func (a *Authenticator) Sign(c []byte) (answer, prf []byte) {
	o := a.read(c)
	a.counter++
	data, client := a.data(0x05, nil), a.client("webauthn.get", o)
	hash := sha256.Sum256(client)
	digest := sha256.Sum256(append(append([]byte{}, data...), hash[:]...))
	signature, err := ecdsa.SignASN1(rand.Reader, a.key, digest[:])
	must(a.t, err)
	response := map[string]any{"clientDataJSON": b64(client), "authenticatorData": b64(data), "signature": b64(signature), "userHandle": b64(a.user)}
	return a.answer(response, map[string]any{}), a.prf(o)
}

func (a *Authenticator) answer(response, extensions map[string]any) []byte {
	b, err := json.Marshal(map[string]any{
		"id": b64(a.id), "rawId": b64(a.id), "type": "public-key", "response": response, "clientExtensionResults": extensions,
	})
	must(a.t, err)
	return b
}

func (a *Authenticator) client(kind string, o options) []byte {
	b, err := json.Marshal(map[string]any{"type": kind, "challenge": o.PublicKey.Challenge, "origin": a.origin, "crossOrigin": false})
	must(a.t, err)
	return b
}

func (a *Authenticator) data(flags byte, attested []byte) []byte {
	u, err := url.Parse(a.origin)
	must(a.t, err)
	rp := sha256.Sum256([]byte(u.Hostname()))
	b := binary.BigEndian.AppendUint32(append(rp[:], flags), a.counter)
	return append(b, attested...)
}

func (a *Authenticator) attested() []byte {
	point, err := a.key.PublicKey.Bytes() // 0x04, x, y
	must(a.t, err)
	mode, err := cbor.CTAP2EncOptions().EncMode()
	must(a.t, err)
	key, err := mode.Marshal(map[int]any{1: 2, 3: -7, -1: 1, -2: point[1:33], -3: point[33:]})
	must(a.t, err)
	b := binary.BigEndian.AppendUint16(make([]byte, 16), uint16(len(a.id)))
	return append(append(b, a.id...), key...)
}

func b64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func unb64(t testing.TB, s string) []byte {
	t.Helper()
	b, err := base64.RawURLEncoding.DecodeString(s)
	must(t, err)
	return b
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Ceremony asks the page's own address for what the authenticator is asked.
func (b *Browser) Ceremony(address string) (options []byte, token string) {
	b.T.Helper()
	body, path := b.Body, b.Path
	b.Send(address)
	var c struct {
		Token   string
		Options json.RawMessage
	}
	if err := json.Unmarshal([]byte(b.Body), &c); err != nil {
		b.T.Fatalf("%s answers no options (%d): %s", address, b.Status, Text(b.Body))
	}
	b.Body, b.Path = body, path // the page stays open while its script asks
	return c.Options, c.Token
}

// MakePasskey does what the script of a page does when a passkey is made.
func (b *Browser) MakePasskey(a *Authenticator) *Browser {
	b.T.Helper()
	options, token := b.Ceremony("/keys/passkey/options")
	answer, prf := a.Make(options)
	return b.Send("/keys/passkey", "ceremony", token, "answer", string(answer), "prf", b64(prf))
}

// UsePasskey does what the script of the sign-in page does.
func (b *Browser) UsePasskey(a *Authenticator) *Browser {
	b.T.Helper()
	options, token := b.Get("/sign-in").Ceremony("/sign-in/passkey/options")
	answer, prf := a.Sign(options)
	return b.Send("/sign-in/passkey", "ceremony", token, "answer", string(answer), "prf", b64(prf))
}
