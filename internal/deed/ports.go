package deed

import (
	"context"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Store is the database as the gate sees it.
type Store interface {
	// Lane names the queue in which deeds of a LIVC R wait for each other: one for all where the
	// database has one writer, one per LIVC R where it has more.
	Lane(livc.ID) string
	// Write runs f in one durable transaction of a lane.
	Write(ctx context.Context, lane string, f func(Batch) error) error
	// Read runs f on a snapshot; the gate reads sealed keys, public halves and facts with it, nothing else.
	Read(ctx context.Context, f func(Vault) error) error
}

// Batch is one writing transaction that holds several deeds.
type Batch interface {
	Vault
	// Handle is the transaction as package store knows it.
	Handle() any
	// Head locks and gives the head of a log; SaveHead writes it back.
	Head(ctx context.Context, livc livc.ID) (Head, error)
	SaveHead(ctx context.Context, livc livc.ID, h Head) error
	AppendLeaf(ctx context.Context, livc livc.ID, row audit.Row) error
	// Newest hands over the payloads of the last n leaves, the newest first, until read needs no more.
	Newest(ctx context.Context, livc livc.ID, n int, read func(payload []byte) (more bool)) error
	Savepoint(ctx context.Context) error
	Rollback(ctx context.Context) error
	Release(ctx context.Context) error
	// Made gives what an earlier post with the same form token made.
	Made(ctx context.Context, livc, hat livc.ID, token string) (made livc.ID, found bool, err error)
	SaveMade(ctx context.Context, livc, hat livc.ID, token string, made livc.ID, at time.Time) error

	InsertContainer(ctx context.Context, c Container) error
	// SetContainerKey writes the version of a container's new key, and the new half of an intake.
	SetContainerKey(ctx context.Context, c Container) error
	PutRecord(ctx context.Context, r Record) error
	DeleteRecord(ctx context.Context, livc, container, id livc.ID) error
	PutGrant(ctx context.Context, g Grant) error
	DeleteGrant(ctx context.Context, livc, container, hat livc.ID) error
	PutWaiting(ctx context.Context, w Waiting) error
	DeleteContainer(ctx context.Context, livc, container livc.ID) error
	PutMail(ctx context.Context, m Mail) error
	PutTombstone(ctx context.Context, t Tombstone) error
	PutCheckpoint(ctx context.Context, livc livc.ID, size int64, at time.Time, note []byte) error
	PutPins(ctx context.Context, livc, hat livc.ID, sealed []byte) error
	// Stir tells, once the batch is committed and never before, who follows a meeting that something changed.
	Stir(ctx context.Context, livc, meeting livc.ID) error
}

// Vault reads sealed rows, public keys, and the facts that a permit asks for.
type Vault interface {
	Standing(ctx context.Context, by livc.Actor, on access.Object, today livc.Day) (access.Facts, error)
	Container(ctx context.Context, livc, id livc.ID) (Container, error)
	Record(ctx context.Context, livc, container, id livc.ID) (Record, error)
	Records(ctx context.Context, livc, container livc.ID, kind string) ([]Record, error)
	// RecordsOf gives every record of a container.
	RecordsOf(ctx context.Context, livc, container livc.ID) ([]Record, error)
	Grant(ctx context.Context, livc, container, hat livc.ID) (Grant, error)
	Holders(ctx context.Context, livc, container livc.ID) ([]livc.ID, error)
	// Manifests gives the signed list of authorised persons of an organisation, oldest first, and the
	// public key that its list manager had when it began.
	Manifests(ctx context.Context, livc, organisation livc.ID) (Chain, error)
	// Organisations lists the controllers of a LIVC R.
	Organisations(ctx context.Context, livc livc.ID) ([]livc.ID, error)
	// HatOf gives the organisation and the public halves of a hat.
	HatOf(ctx context.Context, livc, hat livc.ID) (HatKeys, error)
	// Screen gives a screen in the room; it is a row of the installation.
	Screen(ctx context.Context, id livc.ID) (Screen, error)
	// Pins gives what a hat has pinned, sealed to that hat; nothing before it has enrolled.
	Pins(ctx context.Context, livc, hat livc.ID) ([]byte, error)
}

// Head is the last state of a log.
type Head struct {
	Frontier audit.Frontier
	LastAt   time.Time
}

// Container is a place for sealed records with a key of its own.
type Container struct {
	Livc, ID     livc.ID
	Kind         livc.ContainerKind
	Organisation livc.ID // the controller
	Case, Hat    livc.ID // what or whom it belongs to
	KeyVersion   int
	RekeyDue     bool   // somebody who held the key has left: the next holder makes a new one
	Intake       Intake // of an intake only
	CreatedAt    time.Time
}

// Intake is the public half of an intake's key pair, signed by the chair who made it.
type Intake struct {
	Public, Signature []byte
	Signer            livc.ID // hat
}

// Record is one sealed record.
type Record struct {
	Livc, Container, ID livc.ID
	Kind                string
	Revision            int
	Author              livc.ID
	KeyVersion          int
	Wrapped, Body       []byte
	At                  time.Time
}

// Grant is a container key sealed to one hat, signed by the one who gave it.
type Grant struct {
	seal.Grant
	Sealed, Signature []byte
	At                time.Time
}

// Waiting asks a holder to give a key in a live session: nothing waits in clear (settled 5).
type Waiting struct {
	Livc, Container, Hat livc.ID
	Reason               string
	At                   time.Time
}

// Mail is a message without content: a template and to whom.
type Mail struct {
	Livc, ID, Hat livc.ID
	Template      string
	At            time.Time
}

// Tombstone says that something was erased, without saying what it was.
type Tombstone struct {
	Livc, ID, Object livc.ID
	Controller       livc.ID // whose it was
	Kind, Cause      string
	Day              livc.Day
	Certificate      []byte // a signed note: see audit.Certificate
	At               time.Time
}

// Chain is the signed list of authorised persons of one organisation.
type Chain struct {
	Root  []byte
	Links []SignedManifest
}

// SignedManifest is one version of the list with its signature.
type SignedManifest struct{ Body, Signature []byte }

// HatKeys are the public halves of a hat, as its row says; the manifest says whether they are true.
type HatKeys struct {
	Organisation livc.ID
	KEM, Sig     []byte
	Active       bool
}

// Keys is what a session can open. A job has none.
type Keys interface {
	Hat() *seal.Hat
	Key(container livc.ID) (*seal.Key, bool)
	Put(container livc.ID, k *seal.Key)
}

// By is who acts, with the keys of the session and the token of the form that was sent.
type By struct {
	livc.Actor
	Keys  Keys
	Token string
	Seen  time.Time // when that form was shown; zero for who sends no form
	// Revision is what that form replaces, as it stood when the form was shown; empty for what adds something.
	Revision string
}
