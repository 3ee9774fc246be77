package protocol

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Book is what this step asks of the database. Every method works inside the deed's transaction.
type Book interface {
	// Versions gives number, state and first day of every version, the newest first.
	Versions(ctx context.Context, tx *deed.Tx) ([]Version, error)
	// Version gives one version whole.
	Version(ctx context.Context, tx *deed.Tx, number int) (Version, error)
	InsertVersion(ctx context.Context, tx *deed.Tx, v Version) error
	SetSettings(ctx context.Context, tx *deed.Tx, number int, s Settings) error
	SetChapter(ctx context.Context, tx *deed.Tx, number int, c Chapter) error
	SetCriterion(ctx context.Context, tx *deed.Tx, number int, c Criterion) error
	// PutInForce lets a draft hold from today on and supersedes the version before it.
	PutInForce(ctx context.Context, tx *deed.Tx, number int) error
	// UseCriteria makes the criteria of a version those that hold now.
	UseCriteria(ctx context.Context, tx *deed.Tx, number int) error
	SetAnswer(ctx context.Context, tx *deed.Tx, number int, a Answer) error
}

// Network is what this step asks of step 1: the partners, and the people in their functions.
type Network interface {
	Organisations(ctx context.Context, tx *deed.Tx) ([]support.Organisation, error)
	Hats(ctx context.Context, tx *deed.Tx) ([]support.Hat, error)
}

// Service does the deeds of this step.
type Service struct {
	Gate    *deed.Gate
	Book    Book
	Network Network
}

// draft gives a version that may still change.
func (s *Service) draft(ctx context.Context, tx *deed.Tx, number int) (Version, error) {
	v, err := s.Book.Version(ctx, tx, number)
	if err == nil && v.State != Draft {
		err = livc.Conflict("edit_protocol.not_a_draft")
	}
	return v, err
}
