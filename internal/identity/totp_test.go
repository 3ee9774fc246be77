package identity

import (
	"testing"
	"time"
)

// The secret and codes of RFC 6238, appendix B, cut to six digits.
const rfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

func TestTOTP(t *testing.T) {
	at := func(s int64) time.Time { return time.Unix(s, 0) }
	for name, c := range map[string]struct {
		code string
		at   int64
		last int64
		ok   bool
	}{
		"the code of the RFC":              {"287082", 59, 0, true},
		"the code of the RFC in 2009":      {"005924", 1234567890, 0, true},
		"written in two groups":            {"287 082 ", 59, 0, true},
		"one step late":                    {"287082", 89, 0, true},
		"one step early":                   {"287082", 29, 0, true},
		"two steps late":                   {"287082", 90, 0, false},
		"a step that was used":             {"287082", 59, 1, false},
		"a step before one that was used":  {"287082", 59, 2, false},
		"the eight digits of another kind": {"94287082", 59, 0, false},
		"nothing":                          {"", 59, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			step, ok := CheckTOTP(rfcSecret, c.code, at(c.at), c.last)
			if ok != c.ok || (ok && step <= c.last) {
				t.Fatalf("step %d, %v", step, ok)
			}
		})
	}
	t.Run("no secret accepts no code", func(t *testing.T) {
		if _, ok := CheckTOTP("not base32 !", "287082", at(59), 0); ok {
			t.Fatal("accepted")
		}
	})
	t.Run("a second factor whose first code is wrong is not taken", func(t *testing.T) {
		w := newTown(t)
		k := w.enrolling("nele@town.be")
		refused(t, k.ProveTOTP("000000", w.now), "totp.wrong")
		_, _, err := k.ProposeTOTP()
		must(t, err)
		refused(t, k.ProveTOTP("00000", w.now), "totp.wrong")
		if k.Has(TOTP) {
			t.Fatal("taken all the same")
		}
	})
}
