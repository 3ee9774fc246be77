package seal_test

import (
	"bytes"
	"fmt"
	"testing"

	"beraad.eu/internal/seal"
)

func TestC1_what_is_sealed_to_a_screen_opens_on_that_screen_only(t *testing.T) {
	b := seal.Base{Installation: "i", Livc: "livc-1"}
	screen, other := must(seal.NewScreen()), must(seal.NewScreen())
	k := seal.NewKey(1)
	ref := seal.Ref{Livc: "livc-1", Container: "c", Record: "r", Revision: 1, Kind: "frame", Author: "hat", KeyVersion: 1}
	wrapped, body, err := seal.SealRecord(b, ref, k, []byte("Kwarts-41"))
	if err != nil {
		t.Fatal(err)
	}
	sealed := must(seal.SealToScreen(b, "s", "c", k, screen.Public()))
	again := must(seal.ScreenFrom(screen.Private()))
	got := must(again.Open(b, "s", "c", 1, sealed))
	if plain := must(seal.OpenRecord(b, ref, got, wrapped, body)); !bytes.Equal(plain, []byte("Kwarts-41")) {
		t.Errorf("it reads %q", plain)
	}
	elsewhere := b
	elsewhere.Livc = "livc-2"
	for name, open := range map[string]func() (*seal.Key, error){
		"another screen":    func() (*seal.Key, error) { return other.Open(b, "s", "c", 1, sealed) },
		"another row":       func() (*seal.Key, error) { return screen.Open(b, "t", "c", 1, sealed) },
		"another container": func() (*seal.Key, error) { return screen.Open(b, "s", "d", 1, sealed) },
		"another version":   func() (*seal.Key, error) { return screen.Open(b, "s", "c", 2, sealed) },
		"another livc":      func() (*seal.Key, error) { return screen.Open(elsewhere, "s", "c", 1, sealed) },
	} {
		if _, err := open(); err == nil {
			t.Errorf("%s opens it", name)
		}
	}
	if text := fmt.Sprintf("%v %+v %#v", screen, screen, screen); bytes.Contains([]byte(text), screen.Private()) {
		t.Error("a printed screen shows its key")
	}
}
