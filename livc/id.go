package livc

import (
	"encoding/base32"
	"fmt"
	"io"
)

// ID names a row: 128 random bits as 26 letters and digits. It carries no meaning, so it may
// stand in a URL and in the audit log. Dutch: kenmerk.
type ID string

// Installation is the reserved LIVC R under which people, sign-in and sessions are kept: a person
// may sit in several LIVC R's, so these rows belong to none of them.
const Installation ID = "0"

var idText = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

const idBytes, idLength = 16, 26

// NewID draws an ID from r. The only error is r's own.
func NewID(r io.Reader) (ID, error) {
	var b [idBytes]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return "", fmt.Errorf("draw an id: %w", err)
	}
	return ID(idText.EncodeToString(b[:])), nil
}

// ParseID reads an ID that came from outside, such as a part of a URL. Anything else is NotFound:
// a malformed address answers like an address of nothing.
func ParseID(s string) (ID, error) {
	if len(s) == idLength {
		if b, err := idText.DecodeString(s); err == nil && idText.EncodeToString(b) == s {
			return ID(s), nil
		}
	}
	return "", NotFound()
}
