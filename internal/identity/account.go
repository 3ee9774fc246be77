package identity

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/mail"
	"strings"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
	"golang.org/x/text/unicode/norm"
)

// AccountKey stands for a mail address in the database: no address stands there in clear, and
// without the service key nobody can try addresses. Dutch: account.
type AccountKey string

const mailMax = 254

// NormalMail is the one way in which a mail address is written: NFC, lower case, no space around it.
func NormalMail(m livc.Contact) (string, error) {
	s := strings.ToLower(norm.NFC.String(strings.TrimSpace(m.Reveal())))
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || len(s) > mailMax {
		return "", livc.Invalid("mail.invalid").At("mail")
	}
	return s, nil
}

// locker holds what identity derives from the service key.
type locker struct {
	base               seal.Base
	account, code, row []byte
}

func newLocker(base seal.Base, serviceKey []byte) (*locker, error) {
	l := &locker{base: base}
	for name, dst := range map[string]*[]byte{"account": &l.account, "code": &l.code, "passkey": &l.row} {
		k, err := hkdf.Key(sha256.New, serviceKey, nil, "beraad/1 identity "+name+" "+base.Installation, 32)
		if err != nil {
			return nil, fmt.Errorf("derive the %s key: %w", name, err)
		}
		*dst = k
	}
	return l, nil
}

// Account is the key of a mail address.
func (l *locker) Account(m livc.Contact) (AccountKey, error) {
	s, err := NormalMail(m)
	if err != nil {
		return "", err
	}
	return AccountKey(mac(l.account, s)), nil
}

// codeHash binds a spoken code to its enrolment, so that a short code cannot be found from the row.
func (l *locker) codeHash(enrolment livc.ID, code string) string {
	return mac(l.code, string(enrolment)+" "+code)
}

func mac(key []byte, s string) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(s))
	return hex.EncodeToString(m.Sum(nil))
}
