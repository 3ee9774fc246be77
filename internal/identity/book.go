package identity

import (
	"context"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Tx is the handle of the transaction that the caller opened; identity only hands it on.
type Tx = any

// Book keeps people, their unlockers, seats and enrolments, durable and backed up. Every method works
// inside the transaction tx. People stand under livc.Installation: a person may sit in several
// LIVC R's. Contact fields are sealed under the service key by whoever implements it.
type Book interface {
	People
	Unlockers
	Seats
	Enrolments
}

// Person is somebody with an account. Dutch: persoon.
type Person struct {
	ID         livc.ID
	Account    AccountKey
	Name, Mail livc.Contact
	// Generation grows when an unlocker changes: every session of an older generation is over.
	Generation int
	Language   livc.Language
}

// People keeps the persons.
type People interface {
	// InsertPerson adds p; livc.ConflictKind when the account exists.
	InsertPerson(ctx context.Context, tx Tx, p Person) error
	// Person and PersonByAccount answer livc.NotFoundKind when there is none.
	Person(ctx context.Context, tx Tx, id livc.ID) (Person, error)
	PersonByAccount(ctx context.Context, tx Tx, key AccountKey) (Person, error)
	// BumpPerson makes the generation one higher and returns it.
	BumpPerson(ctx context.Context, tx Tx, id livc.ID) (int, error)
	// NoteFailure counts a failed unlock for an account, known or not; FailuresSince counts them.
	NoteFailure(ctx context.Context, tx Tx, key AccountKey, at time.Time) error
	FailuresSince(ctx context.Context, tx Tx, key AccountKey, since time.Time) (int, error)
}

// Kind says what an unlocker is. TOTP is no unlocker of keys: it is the second factor.
type Kind = seal.UnlockerKind

// The kinds of row in the table of unlockers.
const (
	Passkey         = seal.Passkey
	Passphrase      = seal.Passphrase
	Recovery        = seal.Recovery
	Practice        = seal.Practice
	TOTP       Kind = "totp"
)

// UnlockerTable names the table in the context of the epoch layer, for the job that turns the epoch.
const UnlockerTable = "unlocker"

// Unlocker is one way in for one person. Dutch: sleutel.
type Unlocker struct {
	ID, Person livc.ID
	Kind       Kind
	// Wrapped is the master key under this unlocker and the epoch key; empty for TOTP and for a
	// passkey without PRF, which prove a person and open nothing.
	Wrapped []byte
	// Factor is the sealed TOTP secret (under the master key), or the sealed passkey record (under a
	// key derived from the service key, so that a writer in the database cannot swap it).
	Factor []byte
	// Step is the last TOTP step used; an equal or earlier one is refused.
	Step       int64
	Made, Used time.Time
}

// Opens tells whether it opens the master key.
func (u Unlocker) Opens() bool { return len(u.Wrapped) > 0 }

// Unlockers keeps the unlockers.
type Unlockers interface {
	InsertUnlocker(ctx context.Context, tx Tx, u Unlocker) error
	// UnlockersOf lists them by age.
	UnlockersOf(ctx context.Context, tx Tx, person livc.ID) ([]Unlocker, error)
	// SaveUnlocker writes Factor, Step and Used.
	SaveUnlocker(ctx context.Context, tx Tx, u Unlocker) error
	DeleteUnlocker(ctx context.Context, tx Tx, person, id livc.ID) error
}

// Seat is a hat as the sign-in needs it: a person's function for one controller in one LIVC R.
// Dutch: hoedanigheid.
type Seat struct {
	Livc, Controller, Hat, Person livc.ID
	Function                      livc.Function
	// Generation grows when the person leaves or the function changes.
	Generation int
}

// Attendance says whether a hat is checked in at an open meeting, and when its last one closed.
type Attendance struct {
	Open  bool
	Ended time.Time
}

// Seats knows the hats of people.
type Seats interface {
	InsertSeat(ctx context.Context, tx Tx, s Seat) error
	// SeatsOf lists the seats a person may choose today; a seat that was left is not in it.
	SeatsOf(ctx context.Context, tx Tx, person livc.ID) ([]Seat, error)
	// Seat answers livc.NotFoundKind for a seat that was left.
	Seat(ctx context.Context, tx Tx, livc, hat livc.ID) (Seat, error)
	Attendance(ctx context.Context, tx Tx, livc, hat livc.ID) (Attendance, error)
}
