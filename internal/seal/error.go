package seal

import "errors"

// The ways in which something sealed stays closed. None of them says anything about the content.
var (
	// ErrUnknown: a format, suite or epoch that this program does not know, or a blob too short to have one.
	ErrUnknown = errors.New("seal: unknown format, suite or epoch")
	// ErrBroken: the blob was changed, stands in the wrong place, or was made with another key.
	ErrBroken = errors.New("seal: does not open here")
	// ErrWrongSecret: the passphrase, passkey or code is not the one that wrapped this master key.
	ErrWrongSecret = errors.New("seal: wrong secret")
	// ErrSignature: nobody entitled signed this.
	ErrSignature = errors.New("seal: signature does not hold")
	// ErrMisplaced: the ids given do not belong together.
	ErrMisplaced = errors.New("seal: ids do not belong together")
	// ErrManifest: a list of authorised persons, or its chain, is not well formed.
	ErrManifest = errors.New("seal: manifest does not hold")
	// ErrRolledBack: an older list of authorised persons than was seen before.
	ErrRolledBack = errors.New("seal: manifest older than the one seen before")
	// ErrMistyped: a recovery code with a typing error in it.
	ErrMistyped = errors.New("seal: recovery code mistyped")
	// ErrTooLong: more text than one record may hold.
	ErrTooLong = errors.New("seal: longer than a record may be")
	// ErrWeak: a secret or key that is too short, or a key file that others can read.
	ErrWeak = errors.New("seal: key or secret too weak")
)
