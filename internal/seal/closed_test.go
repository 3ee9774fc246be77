package seal_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// C4: the database alone opens nothing; with one member's unlocker exactly that member's set opens.
func TestC4_with_one_unlocker_exactly_the_granted_containers_open(t *testing.T) {
	b, _ := baseOf(0)
	granter := must(seal.NewMaster().Hat(b, "controller-1", "hat-0"))
	granted := map[string][]int{"hat-1": {0, 2}, "hat-2": {1, 2}, "hat-3": {}}
	people := map[string]*seal.Hat{}
	for name := range granted {
		people[name] = must(seal.NewMaster().Hat(b, "controller-1", livc.ID(name)))
	}
	ring := must(seal.NewRing(1, map[uint32][]byte{1: seal.NewEpochKey()}))
	other := must(seal.NewRing(1, map[uint32][]byte{1: seal.NewEpochKey()}))
	for owner, containers := range granted {
		for _, c := range containers {
			g := seal.Grant{Livc: b.Livc, Container: livc.ID(fmt.Sprint("container-", c)), KeyVersion: 1, Recipient: livc.ID(owner), Granter: "hat-0", ManifestVersion: 1}
			inner, signature, err := seal.SealGrant(b, g, seal.NewKey(1), people[owner].KEM(), granter)
			must(0, err)
			row := ring.Wrap(b, "grant", owner, inner)
			if _, err := other.Unwrap(b, "grant", owner, row); !errors.Is(err, seal.ErrBroken) {
				t.Errorf("a row opens without the epoch key: %v", err)
			}
			for reader, h := range people {
				g.Recipient = livc.ID(reader)
				_, err := seal.OpenGrant(b, g, must(ring.Unwrap(b, "grant", owner, row)), signature, h, granter.Sig())
				if (err == nil) != (reader == owner) {
					t.Errorf("%s opens container %d of %s: %v", reader, c, owner, err)
				}
			}
		}
	}
}

func TestC4_without_the_right_key_nothing_opens(t *testing.T) {
	secrets := []string{"epoch_key_1", "epoch_key_2", "key", "secret", "master", "private"}
	for _, v := range makeVectors(t) {
		if v.Form == "hat" || v.Form == "session_id" {
			continue
		}
		for _, arg := range secrets {
			if v.Args[arg] == "" {
				continue
			}
			if arg == "epoch_key_1" && v.bytes("outer")[5] != 1 || arg == "epoch_key_2" && v.bytes("outer")[5] != 2 {
				continue // the other epoch's key
			}
			for _, wrong := range [][]byte{make([]byte, 32), flipped(v.bytes(arg), 0)} {
				if _, err := v.with(arg, x(wrong)).open(); err == nil {
					t.Errorf("%s opens with another %s", v.Name, arg)
				}
			}
		}
	}
}

// C10: cookie and session row open something only together.
func TestC10_a_session_row_without_its_cookie_opens_nothing(t *testing.T) {
	b, _ := baseOf(0)
	secret, m := seal.NewSessionSecret(), seal.NewMaster()
	row := seal.WrapSession(b, secret, m)
	for name, wrong := range map[string][]byte{"no cookie": nil, "another cookie": seal.NewSessionSecret(), "the id of the row": []byte(seal.SessionID(secret)), "zeros": make([]byte, 32)} {
		if _, err := seal.UnwrapSession(b, wrong, row); !errors.Is(err, seal.ErrBroken) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := seal.OpenDraft(b, wrong, "form", seal.SealDraft(b, secret, "form", []byte("x"))); !errors.Is(err, seal.ErrBroken) {
			t.Errorf("draft with %s: %v", name, err)
		}
	}
	if got := must(seal.UnwrapSession(b, secret, row)); string(got.Bytes()) != string(m.Bytes()) {
		t.Error("another master key comes back")
	}
}

// C12: what this program does not know it does not open, and nothing is ever taken as plain text.
func TestC12_unknown_format_suite_or_epoch_is_refused(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range makeVectors(t) {
		if seen[v.Form+v.Args["unlocker_kind"]] {
			continue
		}
		seen[v.Form+v.Args["unlocker_kind"]] = true
		for arg := range blobArgs {
			if v.Args[arg] == "" {
				continue
			}
			for at, name := range []string{"format", "suite", "epoch", "epoch", "epoch", "epoch"} {
				for value := range 256 {
					blob := v.bytes(arg)
					if blob[at] == byte(value) || v.Form == "epoch" && at == 5 && (value == 1 || value == 2) {
						continue
					}
					blob[at] = byte(value)
					if _, err := v.with(arg, x(blob)).open(); !errors.Is(err, seal.ErrUnknown) && !(v.Form == "grant" && errors.Is(err, seal.ErrSignature)) {
						t.Fatalf("%s with %s byte %d of %s: %v", v.Name, name, value, arg, err)
					}
				}
			}
			if _, err := v.with(arg, x([]byte("plain text, never sealed"))).open(); err == nil {
				t.Errorf("%s takes plain text as %s", v.Name, arg)
			}
		}
	}
}

func TestC12_a_row_of_one_epoch_does_not_open_as_a_row_of_the_other(t *testing.T) {
	b, _ := baseOf(0)
	key := seal.NewEpochKey() // even when both epochs had the same key
	ring := must(seal.NewRing(2, map[uint32][]byte{1: key, 2: key}))
	outer := ring.Wrap(b, "grant", "row", []byte("inner"))
	if outer[5] != 2 {
		t.Fatal("not wrapped under the current epoch")
	}
	outer[5] = 1
	if _, err := ring.Unwrap(b, "grant", "row", outer); !errors.Is(err, seal.ErrBroken) {
		t.Error(err)
	}
}

// C3: a key stays inside whatever prints or logs it.
func TestC3_no_key_can_be_printed(t *testing.T) {
	b, _ := baseOf(0)
	m := must(seal.MasterFrom([]byte(strings.Repeat("k", 32))))
	for _, v := range []any{m, *m, must(m.Hat(b, "c", "h")), seal.NewKey(1), seal.NewNode(), must(seal.NewIntake()),
		must(seal.NewService(m.Bytes())), must(seal.NewRing(1, map[uint32][]byte{1: m.Bytes()}))} {
		for _, form := range []string{"%v", "%+v", "%#v", "%s", "%x", "%d"} {
			if got := fmt.Sprintf(form, v); got != "[sleutel]" {
				t.Errorf("%T prints as %s", v, got)
			}
		}
	}
}

func TestC3_a_wiped_key_seals_and_opens_nothing(t *testing.T) {
	b, _ := baseOf(0)
	m, k := seal.NewMaster(), seal.NewKey(1)
	hat := must(m.Hat(b, "c", "h"))
	ref := seal.Ref{Livc: b.Livc, Container: "c", Record: "r", Revision: 1, KeyVersion: 1}
	wrapped, body, err := seal.SealRecord(b, ref, k, []byte("text"))
	must(0, err)
	inside := seal.KeyBytes(k)
	k.Wipe()
	m.Wipe()
	if strings.Trim(string(inside), "\x00") != "" {
		t.Error("the key still stands in memory")
	}
	if _, err := seal.OpenRecord(b, ref, k, wrapped, body); !errors.Is(err, seal.ErrBroken) {
		t.Error(err)
	}
	if _, err := m.Hat(b, "c", "h"); !errors.Is(err, seal.ErrMisplaced) {
		t.Error(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a wiped hat seals under a key that everybody can guess")
		}
	}()
	hat.Wipe()
	hat.SealPins(nil)
}
