package support

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Book is what this step asks of the database. Every method works inside the deed's transaction.
type Book interface {
	InsertLivc(ctx context.Context, tx *deed.Tx, id livc.ID, name string) error
	InsertMunicipality(ctx context.Context, tx *deed.Tx, m Municipality) error
	InsertOrganisation(ctx context.Context, tx *deed.Tx, o Organisation) error
	Organisation(ctx context.Context, tx *deed.Tx, id livc.ID) (Organisation, error)
	Organisations(ctx context.Context, tx *deed.Tx) ([]Organisation, error)
	SetOwnFile(ctx context.Context, tx *deed.Tx, organisation livc.ID, on bool) error
	Municipality(ctx context.Context, tx *deed.Tx, id livc.ID) (Municipality, error)
	Municipalities(ctx context.Context, tx *deed.Tx) ([]Municipality, error)
	SheetsNotHeld(ctx context.Context, tx *deed.Tx, municipality, hat livc.ID) ([]livc.ID, error)
	SetContainers(ctx context.Context, tx *deed.Tx, m Municipality) error

	InsertHat(ctx context.Context, tx *deed.Tx, h Hat) error
	Hat(ctx context.Context, tx *deed.Tx, id livc.ID) (Hat, error)
	Hats(ctx context.Context, tx *deed.Tx) ([]Hat, error)
	PersonOf(ctx context.Context, tx *deed.Tx, hat livc.ID) (livc.ID, error)
	SetKeys(ctx context.Context, tx *deed.Tx, h Hat, person livc.ID) error
	SetHat(ctx context.Context, tx *deed.Tx, h Hat) error
	// SetCard writes what can change on a role card.
	SetCard(ctx context.Context, tx *deed.Tx, h Hat) error
	// SoleKeeper tells whether a hat alone holds the key of a dossier whose term still runs.
	SoleKeeper(ctx context.Context, tx *deed.Tx, hat livc.ID) (bool, error)
	EndHat(ctx context.Context, tx *deed.Tx, hat livc.ID) error
	TakeAllGrants(ctx context.Context, tx *deed.Tx, hat livc.ID) error
	TakeGrantsOf(ctx context.Context, tx *deed.Tx, organisation, hat livc.ID) error
	SetRoot(ctx context.Context, tx *deed.Tx, organisation livc.ID, root []byte) error
	LastManifest(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]byte, error)
	InsertManifest(ctx context.Context, tx *deed.Tx, organisation livc.ID, version int, body, signature []byte) error
	// Roles counts what the person under a hat is here: functions, manager, director, referrer.
	Roles(ctx context.Context, tx *deed.Tx, hat livc.ID) (int, error)
	// HatsEver gives everybody an organisation ever had, who left included.
	HatsEver(ctx context.Context, tx *deed.Tx, organisation livc.ID) (map[livc.ID]bool, error)
	InsertContact(ctx context.Context, tx *deed.Tx, c NetworkContact) error
	Contacts(ctx context.Context, tx *deed.Tx) ([]NetworkContact, error)
	SetTalked(ctx context.Context, tx *deed.Tx, contact livc.ID, on livc.Day) error
	DeleteContact(ctx context.Context, tx *deed.Tx, contact livc.ID) error
	InsertTechnician(ctx context.Context, tx *deed.Tx, t Technician) error
	Technicians(ctx context.Context, tx *deed.Tx) ([]Technician, error)
	DeleteTechnician(ctx context.Context, tx *deed.Tx, id livc.ID) error
	// ContactPoint gives the contact point of a municipality; an empty one when there is none yet.
	ContactPoint(ctx context.Context, tx *deed.Tx, municipality livc.ID) (ContactPoint, error)
	SetContactPoint(ctx context.Context, tx *deed.Tx, c ContactPoint) error
	Founded(ctx context.Context, tx *deed.Tx) (livc.Day, error)
	Reviews(ctx context.Context, tx *deed.Tx) (map[StepTopic]StepReview, error)
	SetReview(ctx context.Context, tx *deed.Tx, r StepReview) error
	// AtTable counts talks about cases of the actor's own municipality by kind of service and age band.
	AtTable(ctx context.Context, tx *deed.Tx) ([]AtTable, error)
	SetListAlone(ctx context.Context, tx *deed.Tx, municipality livc.ID, on livc.Day) error
	Milestones(ctx context.Context, tx *deed.Tx) (Milestones, error)
	// NextMeeting gives the next meeting from today on: any, or only those the actor was invited to.
	NextMeeting(ctx context.Context, tx *deed.Tx, any bool) (NextMeeting, error)
	NextErasure(ctx context.Context, tx *deed.Tx, hat livc.ID) (livc.Day, error)
	// Leaves gives the newest n leaves before an index; 0 begins at the end.
	Leaves(ctx context.Context, tx *deed.Tx, before int64, n int) ([]LogLine, error)
	InsertStandIn(ctx context.Context, tx *deed.Tx, s StandIn) error
	StandIns(ctx context.Context, tx *deed.Tx) ([]StandIn, error)
	DropStandIn(ctx context.Context, tx *deed.Tx, hat livc.ID) error
	Ticks(ctx context.Context, tx *deed.Tx, standIn livc.ID) ([]string, error)
	Tick(ctx context.Context, tx *deed.Tx, standIn livc.ID, mark string, done bool) error
	WaitsOf(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]Waiting, error)
	WaitingFor(ctx context.Context, tx *deed.Tx, holder livc.ID) ([]Waiting, error)
}

// Waiting is a key that somebody waits for and that the actor can give. Dutch: sleutel te geven.
type Waiting struct {
	Container, Hat livc.ID
	Kind           livc.ContainerKind
	Reason         string
	Asked          livc.Day
}

// Service does the deeds of this step.
type Service struct {
	Gate    *deed.Gate
	Book    Book
	Inviter Inviter
}
