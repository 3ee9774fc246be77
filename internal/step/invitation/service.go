package invitation

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Book is what this step asks of the database. Every method works inside the deed's transaction.
type Book interface {
	InsertMeeting(ctx context.Context, tx *deed.Tx, m Meeting) error
	Meeting(ctx context.Context, tx *deed.Tx, id livc.ID) (Meeting, error)
	SetMeetingState(ctx context.Context, tx *deed.Tx, id livc.ID, s livc.MeetingState) error
	// Meetings gives meetings from a day on, at most limit, after the one that was last.
	Meetings(ctx context.Context, tx *deed.Tx, after Meeting, limit int) ([]Meeting, error)
	// OwnMeetings gives the meetings from a day on to which the actor is invited or expected.
	OwnMeetings(ctx context.Context, tx *deed.Tx, after Meeting, limit int) ([]Meeting, error)

	InsertItem(ctx context.Context, tx *deed.Tx, i Item) error
	Items(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]Item, error)
	SetItem(ctx context.Context, tx *deed.Tx, i Item) error
	DeleteItem(ctx context.Context, tx *deed.Tx, item livc.ID) error
	Case(ctx context.Context, tx *deed.Tx, id livc.ID) (Case, error)
	// OpenCases gives the cases whose casusblad the actor holds and that may stand on an agenda.
	OpenCases(ctx context.Context, tx *deed.Tx) ([]Case, error)

	InsertInvitation(ctx context.Context, tx *deed.Tx, i Invitation) error
	Invitation(ctx context.Context, tx *deed.Tx, id livc.ID) (Invitation, error)
	SetInvitation(ctx context.Context, tx *deed.Tx, i Invitation) error
	DeleteInvitation(ctx context.Context, tx *deed.Tx, id livc.ID) error
	Invitations(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]Invitation, error)
	OwnInvitations(ctx context.Context, tx *deed.Tx) ([]Invitation, error)
	LastInvited(ctx context.Context, tx *deed.Tx) (map[livc.ID]livc.Day, error)
	// Over gives invitations whose motive or personal note has had its time.
	Over(ctx context.Context, tx *deed.Tx) ([]Invitation, error)

	Expect(ctx context.Context, tx *deed.Tx, e Expected) error
	Unexpect(ctx context.Context, tx *deed.Tx, meeting, hat livc.ID) error
	Expected(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]Expected, error)

	Municipality(ctx context.Context, tx *deed.Tx, id livc.ID) (support.Municipality, error)
	Municipalities(ctx context.Context, tx *deed.Tx) ([]support.Municipality, error)
	Organisation(ctx context.Context, tx *deed.Tx, id livc.ID) (support.Organisation, error)
	Organisations(ctx context.Context, tx *deed.Tx) ([]support.Organisation, error)
	Hat(ctx context.Context, tx *deed.Tx, id livc.ID) (support.Hat, error)
	Hats(ctx context.Context, tx *deed.Tx) ([]support.Hat, error)
	// Settings gives the choices of the protocol in force, or of the basic one.
	Settings(ctx context.Context, tx *deed.Tx) (protocol.Settings, error)
}

// Service does the deeds of this step.
type Service struct {
	Gate *deed.Gate
	Book Book
}
