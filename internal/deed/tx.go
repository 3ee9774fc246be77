package deed

import (
	"context"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Tx is one deed from the inside: its moment, its actor, the facts, and the ways to seal, open, grant,
// erase and mail. It lives only while the deed's function runs.
type Tx struct {
	At    time.Time // the only now
	Today livc.Day
	By    livc.Actor
	Facts access.Facts

	ctx     context.Context
	gate    *Gate
	batch   Batch
	job     *job
	keys    Keys
	norms   []livc.NormID
	written [][]byte
	unsaid  bool // the leaf says that something was done, not whether a text was written
	made    livc.ID
	// checkpoint says that the log is filled and signed behind the leaf of this deed.
	checkpoint bool
	stirred    []livc.ID // meetings of which this deed changed something that screens show

	containers map[livc.ID]Container // found in this deed
	read       Record                // the last one that was read in this deed, unless it was changed since
}

func (g *Gate) begin(b Batch, head *Head, j *job) *Tx {
	at := g.Clock.Civil()
	if at.Before(head.LastAt) {
		at = head.LastAt // the log never runs backwards
	}
	return &Tx{At: at, Today: livc.DayOf(at), By: j.by.Actor, gate: g, batch: b, job: j, keys: j.by.Keys}
}

// Handle is the transaction as package store knows it.
func (tx *Tx) Handle() any { return tx.batch.Handle() }

// Context is the context of the batch, not of the client: a client that leaves cancels nothing.
func (tx *Tx) Context() context.Context { return tx.ctx }

// NewID draws the id of a new row.
func (tx *Tx) NewID() livc.ID {
	id, err := livc.NewID(tx.gate.Rand)
	if err != nil {
		panic(err) // the source of randomness is gone; the gate turns this into a failure of ours
	}
	return id
}

// Rand is the source of randomness of the installation.
func (tx *Tx) Rand() interface{ Read([]byte) (int, error) } { return tx.gate.Rand }

// Made names what this deed made, for the answer to a form that is sent twice.
func (tx *Tx) Made(id livc.ID) { tx.made = id }

// Because adds norms to the leaf of this deed.
func (tx *Tx) Because(norms ...livc.NormID) { tx.norms = append(tx.norms, norms...) }

// SealContact seals contact data of a participant under the service key.
func (tx *Tx) SealContact(table string, row livc.ID, field string, c livc.Contact) []byte {
	if c.Empty() {
		return nil
	}
	return tx.gate.Service.Seal(tx.gate.Base(tx.By.Livc), table, string(row), field, c)
}

// OpenContact opens contact data; nothing sealed is nothing.
func (tx *Tx) OpenContact(table string, row livc.ID, field string, sealed []byte) (livc.Contact, error) {
	if len(sealed) == 0 {
		return livc.Contact{}, nil
	}
	return tx.gate.Service.Open(tx.gate.Base(tx.By.Livc), table, string(row), field, sealed)
}

// Mail leaves a message without content for a hat; it goes out after the commit.
func (tx *Tx) Mail(hat livc.ID, template string) error {
	return tx.batch.PutMail(tx.ctx, Mail{Livc: tx.By.Livc, ID: tx.NewID(), Hat: hat, Template: template, At: tx.At})
}

// Unsaid leaves out of the leaf whether this deed wrote a text: of an answer at the table the log has that
// somebody answered, and nothing by which a yes, a no and an objection could be told apart.
func (tx *Tx) Unsaid() { tx.unsaid = true }

func (tx *Tx) rowHash(look bool) [32]byte {
	if look {
		return [32]byte{}
	}
	if tx.unsaid {
		return seal.RowHash()
	}
	return seal.RowHash(tx.written...)
}
