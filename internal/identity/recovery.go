package identity

import (
	"crypto/rand"
	"crypto/subtle"
	"math/big"
	"slices"
	"strings"
	"unicode"
)

// groups cuts a printed code into its groups, written as the code itself is: upper case, and the
// letters that look like digits as digits (Crockford).
func groups(code string) []string {
	code = strings.NewReplacer("O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(code))
	return strings.FieldsFunc(code, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// askGroups draws two different groups, from one, in reading order.
func askGroups(code string) ([]int, error) {
	n := len(groups(code))
	first, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
	if err != nil {
		return nil, err
	}
	second, err := rand.Int(rand.Reader, big.NewInt(int64(n-1)))
	if err != nil {
		return nil, err
	}
	a, b := int(first.Int64()), int(second.Int64())
	if b >= a {
		b++
	}
	asked := []int{a + 1, b + 1}
	slices.Sort(asked)
	return asked, nil
}

// kept tells whether the typed groups are the asked ones: the paper is really there.
func kept(code string, asked []int, typed []string) bool {
	all := groups(code)
	if len(asked) == 0 || len(asked) != len(typed) {
		return false
	}
	ok := 1
	for i, n := range asked {
		given := strings.Join(groups(typed[i]), "")
		ok &= subtle.ConstantTimeCompare([]byte(all[n-1]), []byte(given))
	}
	return ok == 1
}
