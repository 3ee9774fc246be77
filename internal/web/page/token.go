package page

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"strconv"
	"strings"
	"time"

	"beraad.eu/livc"
)

type writer = io.Writer

// PageField is the field in which a form carries the page on which it stands, when that is not where it is sent.
const PageField = "page"

// tokenField is the field in which a form carries its token.
const tokenField = "token"

// Tokens makes the tokens of one session's forms. A token is random, so that a form sent twice acts
// once, and bound to the session and the hat, so that it guards against forged forms and against a tab
// that was left open under another hat. It says when the form was shown, so that a form that is older
// than the last decision on the same thing is known as stale (settled 13).
type Tokens struct {
	key  []byte
	seen time.Time // civil time
}

// TokensOf makes tokens under the secret of a session, on public pages under a key of the process, for
// forms that are shown at a civil time.
func TokensOf(secret []byte, seen time.Time) Tokens {
	m := hmac.New(sha256.New, secret)
	m.Write([]byte("beraad/1 form token"))
	return Tokens{m.Sum(nil), seen}
}

// New draws a token for a form under a hat.
func (t Tokens) New(hat livc.ID) string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	n := base64.RawURLEncoding.EncodeToString(b[:]) + "~" + strconv.FormatInt(t.seen.UnixMicro(), 36)
	return n + "." + t.sign(n, hat)
}

// Check tells whether a token was made for this session and hat.
func (t Tokens) Check(token string, hat livc.ID) bool {
	n, sig, ok := strings.Cut(token, ".")
	return ok && hmac.Equal([]byte(sig), []byte(t.sign(n, hat)))
}

// Seen is when the form of a token was shown; ask Check first.
func Seen(token string) time.Time {
	n, _, _ := strings.Cut(token, ".")
	_, at, _ := strings.Cut(n, "~")
	us, err := strconv.ParseInt(at, 36, 64)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}

func (t Tokens) sign(n string, hat livc.ID) string {
	m := hmac.New(sha256.New, t.key)
	m.Write([]byte(n + "|" + string(hat)))
	return base64.RawURLEncoding.EncodeToString(m.Sum(nil)[:16])
}
