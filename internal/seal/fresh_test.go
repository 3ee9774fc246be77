package seal_test

import (
	"testing"

	"beraad.eu/internal/seal"
)

// C9: no two ciphertexts share key and nonce. Bodies have a data key of their own each; wrappings
// share the container's key and differ in their nonce.
func TestC9_every_revision_has_a_fresh_key_and_every_wrapping_a_fresh_nonce(t *testing.T) {
	b, _ := baseOf(0)
	k := seal.NewKey(1)
	keys, nonces := map[string]bool{}, map[string]bool{}
	const seals = 50_000
	for n := range seals {
		ref := seal.Ref{Livc: b.Livc, Container: "c", Record: "r", Revision: n, Kind: "concern", Author: "h", KeyVersion: 1}
		wrapped, body, err := seal.SealRecord(b, ref, k, []byte("the same text again"))
		if err != nil {
			t.Fatal(err)
		}
		dataKey := must(seal.DataKey(b, ref, k, wrapped))
		keys[string(dataKey)] = true
		nonces[string(wrapped[6:18])], nonces[string(body[6:18])] = true, true
	}
	if len(keys) != seals || len(nonces) != 2*seals {
		t.Errorf("%d keys and %d nonces for %d seals", len(keys), len(nonces), seals)
	}
}

func TestC9_the_same_text_never_looks_the_same_twice(t *testing.T) {
	b, _ := baseOf(0)
	m, secret := seal.NewMaster(), seal.NewSessionSecret()
	r := must(seal.NewRing(1, map[uint32][]byte{1: seal.NewEpochKey()}))
	for name, again := range map[string]func() []byte{
		"epoch":    func() []byte { return r.Wrap(b, "t", "r", []byte("inner")) },
		"session":  func() []byte { return seal.WrapSession(b, secret, m) },
		"draft":    func() []byte { return seal.SealDraft(b, secret, "form", []byte("text")) },
		"pins":     func() []byte { return must(m.Hat(b, "c", "h")).SealPins(nil) },
		"unlocker": func() []byte { return must(seal.WrapMaster(b, seal.Passkey, "p", "u", secret, seal.Params{}, m)) },
	} {
		if first, second := again(), again(); string(first) == string(second) {
			t.Errorf("%s: twice the same bytes", name)
		}
	}
}
