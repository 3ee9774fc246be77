package notify

import (
	"crypto/rand"
	"errors"
)

// errAddress says that an address is no address, without saying the address.
var errAddress = errors.New("the address is not one")

// messageID names a mail at random under the host of the installation.
func messageID(origin string) string { return rand.Text() + "@" + hostOf(origin) }
