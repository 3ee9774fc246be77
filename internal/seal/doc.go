// Package seal knows how personal text is made unreadable and for whom it opens again: the epoch key
// around every wrapped key, what unlocks a person's master key, the key pairs of a hat, signed grants,
// signed lists of authorised persons, and sealed records. It does not know who may open what (package
// access), where rows lie (package store), what a text means, or what day it is.
//
// Everything that leaves this package sealed is a blob of docs/spec/blob.md: format, suite, epoch, and
// ciphertext bound to one place by its context (docs/spec/contexts.md). There is no plaintext branch
// and no switch to turn sealing off: whoever operates the machine reads nothing (R6.2-h). Randomness is crypto/rand, which tests replace as a whole.
package seal
