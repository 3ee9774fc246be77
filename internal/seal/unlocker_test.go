package seal_test

import (
	"errors"
	"strings"
	"testing"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

var home = seal.Base{Installation: "installation-0", Livc: livc.Installation}

func TestW1_only_the_secret_that_wrapped_the_master_key_opens_it(t *testing.T) {
	practice := home
	practice.Practice = true
	for _, kind := range []seal.UnlockerKind{seal.Passphrase, seal.Passkey, seal.Recovery, seal.Practice} {
		m, secret := seal.NewMaster(), []byte("vijf houten stoelen en een tafel")
		wrapped := must(seal.WrapMaster(practice, kind, "person-1", "unlocker-1", secret, testParams, m))
		open := func(person, unlocker livc.ID, secret string) error {
			got, err := seal.UnwrapMaster(practice, kind, person, unlocker, []byte(secret), wrapped)
			if err == nil && string(got.Bytes()) != string(m.Bytes()) {
				t.Errorf("%s: another master key", kind)
			}
			return err
		}
		if err := open("person-1", "unlocker-1", string(secret)); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		for name, err := range map[string]error{
			"a forgotten secret":      open("person-1", "unlocker-1", "vijf houten stoelen en een bank"),
			"no secret":               open("person-1", "unlocker-1", ""),
			"the row of a colleague":  open("person-2", "unlocker-1", string(secret)),
			"the row of a former one": open("person-1", "unlocker-2", string(secret)),
		} {
			if !errors.Is(err, seal.ErrWrongSecret) {
				t.Errorf("%s with %s: %v", kind, name, err)
			}
		}
	}
}

func TestW1_a_secret_that_is_too_weak_wraps_nothing(t *testing.T) {
	m := seal.NewMaster()
	for name, c := range map[string]struct {
		kind   seal.UnlockerKind
		secret string
		p      seal.Params
		want   error
	}{
		"no passphrase":                   {seal.Passphrase, "", testParams, seal.ErrWeak},
		"a short recovery secret":         {seal.Recovery, "fifteen letters", testParams, seal.ErrWeak},
		"a passkey without PRF":           {seal.Passkey, "", testParams, seal.ErrWeak},
		"more memory than a server has":   {seal.Passphrase, "long enough", seal.Params{Memory: 1 << 30, Time: 1, Threads: 1}, seal.ErrWeak},
		"no passes":                       {seal.Passphrase, "long enough", seal.Params{Memory: 64, Threads: 1}, seal.ErrWeak},
		"an unlocker that does not exist": {"e-mail", strings.Repeat("s", 32), testParams, seal.ErrUnknown},
		"practice in a real installation": {seal.Practice, strings.Repeat("s", 32), testParams, seal.ErrUnknown},
	} {
		if _, err := seal.WrapMaster(home, c.kind, "person-1", "unlocker-1", []byte(c.secret), c.p, m); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPassphraseRowsRememberTheirPrice(t *testing.T) {
	m, secret := seal.NewMaster(), []byte("vijf houten stoelen")
	wrapped := must(seal.WrapMaster(home, seal.Passphrase, "p", "u", secret, testParams, m))
	if p, err := seal.ParamsOf(wrapped); err != nil || p != testParams {
		t.Errorf("%v, %v", p, err)
	}
	t.Run("without params the default is taken, which is dear enough", func(t *testing.T) {
		p := must(seal.ParamsOf(must(seal.WrapMaster(home, seal.Passphrase, "p", "u", secret, seal.Params{}, m))))
		if p != seal.DefaultParams() || p.Memory < 64<<10 || p.Time < 3 {
			t.Error(p)
		}
	})
	t.Run("a row cannot ask for more memory than a server gives", func(t *testing.T) {
		wrapped[6] = 0x7f // the highest byte of the memory
		if _, err := seal.UnwrapMaster(home, seal.Passphrase, "p", "u", secret, wrapped); !errors.Is(err, seal.ErrUnknown) {
			t.Error(err)
		}
	})
	t.Run("only a passphrase has a price", func(t *testing.T) {
		other := must(seal.WrapMaster(home, seal.Passkey, "p", "u", seal.NewSessionSecret(), seal.Params{}, m))
		if _, err := seal.ParamsOf(other); !errors.Is(err, seal.ErrUnknown) {
			t.Error(err)
		}
	})
}

func TestRecoveryCode(t *testing.T) {
	code := seal.NewRecoveryCode()
	secret := must(seal.ParseRecoveryCode(code))
	if len(secret) != 20 || len(code) != 9*4+8 {
		t.Fatalf("%d bytes in %q", len(secret), code)
	}
	t.Run("it may be typed as people type", func(t *testing.T) {
		typed := strings.NewReplacer("0", "o", "1", "l", "-", " ").Replace(strings.ToLower(code))
		if got, err := seal.ParseRecoveryCode(" " + typed + "\r\n"); err != nil || string(got) != string(secret) {
			t.Errorf("%q: %v", typed, err)
		}
	})
	t.Run("one wrong character, or two swapped, is noticed", func(t *testing.T) {
		for i := range code {
			if code[i] == '-' {
				continue
			}
			other := map[bool]string{true: "2", false: "3"}[code[i] == '3']
			if code[i] == '2' {
				other = "4"
			}
			if _, err := seal.ParseRecoveryCode(code[:i] + other + code[i+1:]); !errors.Is(err, seal.ErrMistyped) {
				t.Errorf("character %d: %v", i, err)
			}
		}
	})
	for _, wrong := range []string{"", code[:len(code)-1], code + "0", "UUUU" + code[4:], strings.Repeat("é", 18)} {
		if _, err := seal.ParseRecoveryCode(wrong); !errors.Is(err, seal.ErrMistyped) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

func TestMasterKeysAreOf32BytesAndTheirOwn(t *testing.T) {
	if _, err := seal.MasterFrom([]byte("short")); !errors.Is(err, seal.ErrWeak) {
		t.Error(err)
	}
	m := seal.NewMaster()
	clear(m.Bytes())
	if strings.Trim(string(m.Bytes()), "\x00") == "" {
		t.Error("clearing the copy clears the key")
	}
}

func TestEachHatHasItsOwnKeys(t *testing.T) {
	m := seal.NewMaster()
	b, _ := baseOf(0)
	other, practice := b, b
	other.Livc, practice.Practice = "livc-9", true
	seen := map[string]string{}
	for name, h := range map[string]*seal.Hat{
		"hat": must(m.Hat(b, "controller-1", "hat-1")), "another hat": must(m.Hat(b, "controller-1", "hat-2")), "another controller": must(m.Hat(b, "controller-2", "hat-1")),
		"another livc": must(m.Hat(other, "controller-1", "hat-1")), "practice": must(m.Hat(practice, "controller-1", "hat-1")), "another person": must(seal.NewMaster().Hat(b, "controller-1", "hat-1")),
	} {
		for _, pub := range []string{string(h.KEM()), string(h.Sig())} {
			if before, ok := seen[pub]; ok {
				t.Errorf("%s and %s share a key", before, name)
			}
			seen[pub] = name
		}
	}
	if again := must(m.Hat(b, "controller-1", "hat-1")); seen[string(again.Sig())] != "hat" || again.ID() != "hat-1" {
		t.Error("the same hat does not come back")
	}
}

func TestADecoyHasTheFormOfAPassphraseAndNeverOpens(t *testing.T) {
	p := seal.Params{Memory: 64, Time: 1, Threads: 1}
	base := seal.Base{Installation: "i", Livc: livc.Installation}
	real, err := seal.WrapMaster(base, seal.Passphrase, "p", "u", []byte("een zin"), p, seal.NewMaster())
	if err != nil {
		t.Fatal(err)
	}
	decoy := seal.Decoy(p)
	if got, err := seal.ParamsOf(decoy); err != nil || got != p || len(decoy) != len(real) {
		t.Errorf("params %v, %d bytes beside %d, %v", got, len(decoy), len(real), err)
	}
	if _, err := seal.UnwrapMaster(base, seal.Passphrase, "p", "u", []byte("een zin"), decoy); !errors.Is(err, seal.ErrWrongSecret) {
		t.Errorf("trying it answers %v", err)
	}
}
