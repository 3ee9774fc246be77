// Package identity knows how a person proves who he is, and how his keys are unlocked: account,
// passphrase, second factor, passkey, recovery code, enrolment, session and the limits on guessing.
// It does not know what a person may do (package access), what a table or a page looks like, and it
// holds no rule of the playbook. Its ports (Book, Sessions, Once) are implemented by package store.
//
// Signing in takes four moves, because a slow derivation never happens inside a transaction:
//
//	Look   in a transaction    who might this be; an unknown person looks like a known one
//	Prove  outside             derive, open the master key, check the second factor
//	Enter  in a transaction    is it still so; use up the code; note when
//	Begin  after the commit    a new session with a new cookie
//
// Time is wall time and always given. The master key lives from Prove to Begin; afterwards only the
// cookie of the browser opens it again.
package identity
