package identity

import (
	"context"
	"time"

	"beraad.eu/livc"
)

// Stage is how far a session is. Dutch: stand van de sessie.
type Stage string

// The stages of a session.
const (
	EnrollingStage Stage = "enrolling" // keys are being made, nothing is stored yet
	OpenStage      Stage = "open"
	RenewStage     Stage = "renew" // in by recovery code: first a new unlocker
	OverStage      Stage = "over"  // its keys are gone; the row still tells whose it was
)

// SessionTable names the table in the context of the epoch layer.
const SessionTable = "session"

// SessionRow is a session at rest. Its id is a hash of the cookie, its master key is wrapped under
// the cookie: the row alone opens nothing (C10).
type SessionRow struct {
	ID      string
	Person  livc.ID
	Stage   Stage
	Wrapped []byte
	// Draft holds keys that are being made, sealed under the cookie.
	Draft []byte

	Begun   time.Time // for the absolute end
	Touched time.Time // last press, for the idle end
	Fresh   time.Time // last unlock, for the step-up

	Livc, Controller, Hat           livc.ID // the chosen hat; empty until one is chosen
	Function                        livc.Function
	PersonGeneration, HatGeneration int

	Language livc.Language
	Theme    string
}

// DraftRow is a form that came in after its session had ended, sealed under a cookie of its own.
type DraftRow struct {
	ID     string
	Person livc.ID
	Sealed []byte
	Until  time.Time
}

// Sessions is the volatile store: never in a backup, not part of any transaction of the Book.
// A row that is not there answers livc.NotFoundKind.
type Sessions interface {
	Insert(ctx context.Context, r SessionRow) error
	Find(ctx context.Context, id string) (SessionRow, error)
	// Save replaces the row with the same id; a row that is gone stays gone (NotFoundKind).
	Save(ctx context.Context, r SessionRow) error
	Touch(ctx context.Context, id string, at time.Time) error
	Delete(ctx context.Context, id string) error
	// DeleteForPerson ends all sessions of a person but the one named; "" spares none.
	DeleteForPerson(ctx context.Context, person livc.ID, but string) error
	// Sweep deletes sessions begun before, and drafts whose time is over.
	Sweep(ctx context.Context, begunBefore, now time.Time) error

	InsertDraft(ctx context.Context, d DraftRow) error
	// TakeDraft returns the draft and deletes it.
	TakeDraft(ctx context.Context, id string) (DraftRow, error)
}
