package seal_test

import (
	"bytes"
	"testing"

	"beraad.eu/internal/seal"
)

func TestC5_what_somebody_vouched_for_opens_for_its_own_row_only(t *testing.T) {
	s, err := seal.NewService(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	other, err := seal.NewService(bytes.Repeat([]byte{8}, 32))
	if err != nil {
		t.Fatal(err)
	}
	b := seal.Base{Installation: "a", Livc: "one"}
	pin := seal.Pin{Livc: "one", Controller: "town", Root: []byte("root"), Version: 3, Hash: [32]byte{1}}
	sealed := s.SealPin(b, "link", "row", pin)
	got, err := s.OpenPin(b, "link", "row", sealed)
	if err != nil || got.Version != 3 || got.Controller != "town" || got.Hash != pin.Hash || string(got.Root) != "root" {
		t.Fatalf("it opens as %+v, %v", got, err)
	}
	refuse := func(what string, err error) {
		t.Helper()
		if err == nil {
			t.Errorf("it opens %s", what)
		}
	}
	_, err = s.OpenPin(b, "link", "other", sealed)
	refuse("for another row", err)
	_, err = s.OpenPin(b, "screen", "row", sealed)
	refuse("in another table", err)
	_, err = s.OpenPin(seal.Base{Installation: "a", Livc: "two"}, "link", "row", sealed)
	refuse("in another LIVC R", err)
	_, err = other.OpenPin(b, "link", "row", sealed)
	refuse("with another service key", err)
	_, err = s.Open(b, "link", "row", "voucher", sealed)
	refuse("as contact data", err)
	for _, cut := range [][]byte{nil, sealed[:8], sealed[:len(sealed)-1], flipped(sealed, 8*len(sealed)-1)} {
		_, err = s.OpenPin(b, "link", "row", cut)
		refuse("broken", err)
	}
}
