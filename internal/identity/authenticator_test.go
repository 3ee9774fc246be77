package identity

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"testing"

	"github.com/fxamacker/cbor/v2"
)

const (
	testOrigin = "https://beraad.example.be"
	testRPID   = "beraad.example.be"
)

// authenticator is a passkey in software: one ES256 key, a PRF, and the browser around it.
type authenticator struct {
	t       *testing.T
	key     *ecdsa.PrivateKey
	id      []byte
	user    []byte
	counter uint32
	secret  []byte // of the PRF; nil for an authenticator without one
	origin  string
}

func newAuthenticator(t *testing.T, prf bool) *authenticator {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	a := &authenticator{t: t, key: key, id: []byte("passkey-" + rand.Text()), origin: testOrigin}
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

func (a *authenticator) read(c Ceremony) (o options) {
	a.t.Helper()
	must(a.t, json.Unmarshal(c.Options, &o))
	return o
}

// prf is the output that the browser puts in the form field.
func (a *authenticator) prf(o options) []byte {
	if a.secret == nil || o.PublicKey.Extensions.PRF == nil {
		return nil
	}
	m := hmac.New(sha256.New, a.secret)
	m.Write(unb64(a.t, o.PublicKey.Extensions.PRF.Eval.First))
	return m.Sum(nil)
}

// make answers a registration.
func (a *authenticator) make(c Ceremony) (answer, prf []byte) {
	o := a.read(c)
	a.user = unb64(a.t, o.PublicKey.User.ID)
	object, err := cbor.Marshal(map[string]any{"fmt": "none", "attStmt": map[string]any{}, "authData": a.data(0x45, a.attested())})
	must(a.t, err)
	response := map[string]any{"clientDataJSON": b64(a.client("webauthn.create", o)), "attestationObject": b64(object)}
	return a.answer(response, map[string]any{"prf": map[string]any{"enabled": a.secret != nil}}), a.prf(o)
}

// sign answers a sign-in.
func (a *authenticator) sign(c Ceremony) (answer, prf []byte) {
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

func (a *authenticator) answer(response, extensions map[string]any) []byte {
	b, err := json.Marshal(map[string]any{
		"id": b64(a.id), "rawId": b64(a.id), "type": "public-key", "response": response, "clientExtensionResults": extensions,
	})
	must(a.t, err)
	return b
}

func (a *authenticator) client(kind string, o options) []byte {
	b, err := json.Marshal(map[string]any{"type": kind, "challenge": o.PublicKey.Challenge, "origin": a.origin, "crossOrigin": false})
	must(a.t, err)
	return b
}

func (a *authenticator) data(flags byte, attested []byte) []byte {
	rp := sha256.Sum256([]byte(testRPID))
	b := binary.BigEndian.AppendUint32(append(rp[:], flags), a.counter)
	return append(b, attested...)
}

func (a *authenticator) attested() []byte {
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

func unb64(t *testing.T, s string) []byte {
	t.Helper()
	b, err := base64.RawURLEncoding.DecodeString(s)
	must(t, err)
	return b
}
