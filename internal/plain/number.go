package plain

import (
	"math/big"
	"strings"
)

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func remainder97(s string) int64 {
	n, ok := new(big.Int).SetString(s, 10)
	if !ok {
		return -1
	}
	return n.Mod(n, big.NewInt(97)).Int64()
}

// isNationalNumber checks the Belgian national register number: the last two digits are 97 less the
// remainder of the first nine, with a 2 before them for who is born from 2000 on.
func isNationalNumber(s string) bool {
	d := digits(s)
	if len(d) != 11 {
		return false
	}
	control := remainder97(d[9:])
	if d[9:] == "97" {
		control = 97
	}
	return 97-remainder97(d[:9]) == control || 97-remainder97("2"+d[:9]) == control
}

// isIBAN checks the control digits of a bank account (ISO 13616).
func isIBAN(s string) bool {
	s = strings.ReplaceAll(s, " ", "")
	if len(s) < 15 || len(s) > 34 {
		return false
	}
	var b strings.Builder
	for _, r := range s[4:] + s[:4] {
		if r >= 'A' && r <= 'Z' {
			b.WriteString(big.NewInt(int64(r-'A') + 10).String())
			continue
		}
		b.WriteRune(r)
	}
	return remainder97(b.String()) == 1
}

// isPhone counts digits: nine or ten from a zero (Belgium), ten to fifteen with a country code.
func isPhone(s string) bool {
	n := len(digits(s))
	if s[0] == '+' || strings.HasPrefix(s, "00") {
		return n >= 10 && n <= 15
	}
	return n == 9 || n == 10
}
