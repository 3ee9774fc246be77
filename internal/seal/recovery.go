package seal

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// recoverySize is 160 random bits: 32 characters, and 4 more that catch typing errors.
const (
	recoverySize = 20
	checkChars   = 4
	groupChars   = 4
)

// crockford has no I, L, O or U, so that handwriting and reading aloud go well.
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// NewRecoveryCode draws a recovery code as it is printed: nine groups of four. Dutch: herstelcode.
func NewRecoveryCode() string {
	secret := random(recoverySize)
	defer clear(secret)
	return grouped(crockford.EncodeToString(secret) + recoveryCheck(secret))
}

// recoveryCheck is the last group; it depends on the secret only and is printed beside it.
func recoveryCheck(secret []byte) string {
	sum := sha256.Sum256(appendFields(nil, []byte(protocol), []byte("recovery"), secret))
	return crockford.EncodeToString(sum[:])[:checkChars]
}

func grouped(s string) string {
	var groups []string
	for ; s != ""; s = s[groupChars:] {
		groups = append(groups, s[:groupChars])
	}
	return strings.Join(groups, "-")
}

// misread are the characters people write for others, and the signs they put between groups.
var misread = strings.NewReplacer("O", "0", "I", "1", "L", "1", "-", "", " ", "", "\t", "", "\n", "", "\r", "", ".", "")

// ParseRecoveryCode gives the secret for WrapMaster. Case, spaces and hyphens do not matter.
// ErrMistyped: a character is missing, added or wrong.
func ParseRecoveryCode(code string) ([]byte, error) {
	plain := misread.Replace(strings.ToUpper(code))
	if len(plain) != crockford.EncodedLen(recoverySize)+checkChars {
		return nil, ErrMistyped
	}
	at := len(plain) - checkChars
	secret, err := crockford.DecodeString(plain[:at])
	if err != nil || recoveryCheck(secret) != plain[at:] {
		return nil, ErrMistyped
	}
	return secret, nil
}
