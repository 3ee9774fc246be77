package identity

import (
	"crypto/rand"
	"crypto/subtle"
	"math/big"
	"slices"
	"strings"
	"unicode"

	"beraad.eu/livc"
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

// askedFields are the fields in which the asked groups are typed back.
var askedFields = []string{"first", "second"}

// kept refuses groups that do not stand on the paper, each at its field. The comparison takes the same time
// whatever was typed.
func kept(code string, asked []int, typed []string) error {
	all := groups(code)
	if len(asked) == 0 || len(asked) != len(typed) {
		return livc.Invalid("recovery.not_kept")
	}
	var faults livc.Faults
	for i, n := range asked {
		given := strings.Join(groups(typed[i]), "")
		faults.Check(subtle.ConstantTimeCompare([]byte(all[n-1]), []byte(given)) == 1, askedFields[i], "recovery.not_kept")
	}
	return faults.Err()
}
