package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding"
	"testing"
)

// A hash keeps the last block that it was given; after a derivation that block is no secret any more (C11).
func TestC11_ADerivationLeavesNoSecretInItsHashes(t *testing.T) {
	secret := bytes.Repeat([]byte("geheim!!"), 4)
	var s slates
	h := s.make()
	_, _ = h.Write(secret)
	held := func() bool {
		state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(state, secret)
	}
	if !held() {
		t.Fatal("a hash does not keep what it was given: the test has no teeth")
	}
	s.wipe()
	if held() {
		t.Error("the secret is still there")
	}
	if got, want := h.Size(), sha256.Size; got != want {
		t.Errorf("a hash of %d bytes", got)
	}
}

func TestAnotherKeyOfAPersonIsForOnePurpose(t *testing.T) {
	m := NewMaster()
	one, err := m.Derive("one")
	two, err2 := m.Derive("two")
	again, err3 := m.Derive("one")
	if err != nil || err2 != nil || err3 != nil || bytes.Equal(one, two) || !bytes.Equal(one, again) || len(one) != keySize {
		t.Error("the keys are not as they should be")
	}
	m.Wipe()
	if _, err := m.Derive("one"); err == nil {
		t.Error("a key that is wiped gives keys")
	}
}
