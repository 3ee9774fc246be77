package identity

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"
)

// The second factor: six digits every thirty seconds (RFC 6238), one step of drift either way.
const (
	totpPeriod = 30
	totpIssuer = "Beraad"
)

// NewTOTP draws a secret and the address that an authenticator app reads from a QR code. label names
// the account in the app.
func NewTOTP(label string) (secret, address string, err error) {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: totpIssuer, AccountName: label, Rand: rand.Reader})
	if err != nil {
		return "", "", fmt.Errorf("draw a second factor: %w", err)
	}
	return key.Secret(), key.URL(), nil
}

// CheckTOTP finds the step that code belongs to, at the wall clock now. A step that is not later than
// last was used already and answers false.
func CheckTOTP(secret, code string, now time.Time, last int64) (step int64, ok bool) {
	code = strings.ReplaceAll(strings.TrimSpace(code), " ", "")
	here := now.Unix() / totpPeriod
	for s := here - 1; s <= here+1; s++ {
		want, err := hotp.GenerateCodeCustom(secret, uint64(s), hotp.ValidateOpts{
			Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
		})
		if err == nil && s > last && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			return s, true
		}
	}
	return 0, false
}
