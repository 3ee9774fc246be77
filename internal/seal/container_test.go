package seal_test

import (
	"errors"
	"testing"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

func TestRewrapRecord(t *testing.T) {
	b, _ := baseOf(0)
	before, after := seal.NewKey(1), seal.NewKey(2)
	ref := seal.Ref{Livc: b.Livc, Container: "c", Record: "r", Revision: 1, Kind: "concern", Author: "h", KeyVersion: 1}
	wrapped, body, err := seal.SealRecord(b, ref, before, []byte("text"))
	must(0, err)
	rewrapped := must(seal.RewrapRecord(b, ref, before, after, wrapped))
	renewed := ref
	renewed.KeyVersion = 2
	if got, err := seal.OpenRecord(b, renewed, after, rewrapped, body); err != nil || string(got) != "text" {
		t.Errorf("%q: %v", got, err)
	}
	t.Run("who has left has the old key only, and it no longer opens", func(t *testing.T) {
		if _, err := seal.OpenRecord(b, ref, before, rewrapped, body); !errors.Is(err, seal.ErrBroken) {
			t.Error(err)
		}
		if _, err := seal.OpenRecord(b, renewed, before, rewrapped, body); !errors.Is(err, seal.ErrMisplaced) {
			t.Error(err)
		}
	})
	t.Run("a key of another container wraps nothing anew", func(t *testing.T) {
		if _, err := seal.RewrapRecord(b, ref, seal.NewKey(1), after, wrapped); !errors.Is(err, seal.ErrBroken) {
			t.Error(err)
		}
	})
}

func TestARecordStandsInACompletePlace(t *testing.T) {
	b, _ := baseOf(0)
	k, i := seal.NewKey(1), must(seal.NewIntake())
	for name, ref := range map[string]seal.Ref{
		"another livc":      {Livc: "livc-9", Container: "c", Record: "r", KeyVersion: 1},
		"no container":      {Livc: b.Livc, Record: "r", KeyVersion: 1},
		"no record":         {Livc: b.Livc, Container: "c", KeyVersion: 1},
		"another key still": {Livc: b.Livc, Container: "c", Record: "r", KeyVersion: 2},
	} {
		if _, _, err := seal.SealRecord(b, ref, k, nil); !errors.Is(err, seal.ErrMisplaced) {
			t.Errorf("%s: %v", name, err)
		}
		if _, _, err := seal.SealToIntake(b, ref, i.Public(), nil); ref.KeyVersion == 1 && !errors.Is(err, seal.ErrMisplaced) {
			t.Errorf("%s to the intake: %v", name, err)
		}
	}
}

func TestWhoRefersCannotReadTheIntake(t *testing.T) {
	b, _ := baseOf(0)
	i, other := must(seal.NewIntake()), must(seal.NewIntake())
	ref := seal.Ref{Livc: b.Livc, Container: "intake", Record: "r", Revision: 1, Kind: "referral", Author: "h", KeyVersion: 1}
	wrapped, body, err := seal.SealToIntake(b, ref, i.Public(), []byte("a worry"))
	must(0, err)
	if _, err := other.Open(b, ref, wrapped, body); !errors.Is(err, seal.ErrBroken) {
		t.Error(err)
	}
	if again := must(seal.IntakeFrom(i.Private())); string(must(again.Open(b, ref, wrapped, body))) != "a worry" {
		t.Error("the private half does not open what was sealed to the public half")
	}
	if _, err := seal.IntakeFrom(nil); !errors.Is(err, seal.ErrWeak) {
		t.Error(err)
	}
}

func TestManifestIsTheListOfAuthorisedPersons(t *testing.T) {
	x := newTable()
	if got := must(seal.ParseManifest(x.two.Bytes())); got.Hash() != x.two.Hash() || got.ListManager != "hat-1" || len(got.Members) != 2 {
		t.Errorf("%+v", got)
	}
	t.Run("who is not on it is not found", func(t *testing.T) {
		if _, ok := x.one.Member("hat-2"); ok {
			t.Error("found")
		}
	})
	t.Run("a guest of one day counts on that day only", func(t *testing.T) {
		guest := seal.Member{From: "2026-11-24", Until: "2026-11-24"}
		for day, want := range map[livc.Day]bool{"2026-11-23": false, "2026-11-24": true, "2026-11-25": false} {
			if guest.On(day) != want {
				t.Errorf("%s: %v", day, !want)
			}
		}
	})
	t.Run("who has no last day stays", func(t *testing.T) {
		if m := (seal.Member{From: "2026-11-24"}); !m.On("2036-01-01") || m.On("2026-11-23") {
			t.Error("wrong days")
		}
	})
	t.Run("a manifest that does not stand on its own is not read", func(t *testing.T) {
		for name, b := range map[string][]byte{"nothing": nil, "a stray byte": append(x.two.Bytes(), 1), "a member cut off": x.two.Bytes()[:len(x.two.Bytes())-4], "nobody on it": seal.Manifest{Livc: "l", Controller: "c", Version: 1}.Bytes()} {
			if _, err := seal.ParseManifest(b); !errors.Is(err, seal.ErrManifest) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
