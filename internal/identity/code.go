package identity

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

// A spoken code has eight characters that cannot be misheard or misread for one another: 40 bits,
// which five guesses do not find.
const codeBytes = 5

var codeText = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

func newCode() string {
	var b [codeBytes]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	s := codeText.EncodeToString(b[:])
	return s[:4] + "-" + s[4:]
}

// plainCode is a code without what people add when they type it over.
func plainCode(s string) string { return strings.Join(groups(s), "") }
