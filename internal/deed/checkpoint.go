package deed

import (
	"context"
	"fmt"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/livc"
)

// SignCheckpoint fills the log of a LIVC R up to the next page, so that its size does not tell when a
// case moved, and signs its size and root with the key of the installation (architecture 24). People
// outside who keep the note can prove later that nothing before it was changed.
func (g *Gate) SignCheckpoint(ctx context.Context, id livc.ID) error {
	return g.Do(ctx, By{Actor: livc.TheSystem(id)}, access.SignCheckpoint, access.Whole(id), func(tx *Tx) error {
		tx.Checkpoint()
		return nil
	})
}

// Checkpoint asks for a signed checkpoint behind the leaf of this deed, such as the one that moves the
// clock of a practice installation.
func (tx *Tx) Checkpoint() { tx.checkpoint = true }

// checkpoint appends the filler leaves and stores the signed note.
func (g *Gate) checkpoint(ctx context.Context, tx *Tx, head *Head, id livc.ID) error {
	for range audit.Padding(head.Frontier.Size) {
		filler := audit.Filler(tx.At)
		filler.Livc = id
		if err := g.append(ctx, tx.batch, head, id, filler); err != nil {
			return err
		}
	}
	origin := audit.Origin(g.Installation, id)
	seed := g.Node.Seed()
	defer clear(seed)
	signer, err := audit.NewSigner(origin, seed)
	if err != nil {
		return err
	}
	c := audit.Checkpoint{Origin: origin, Size: head.Frontier.Size, Root: head.Frontier.Root(), At: tx.At}
	note, err := audit.Sign(c, signer)
	if err != nil {
		return err
	}
	if err := tx.batch.PutCheckpoint(ctx, id, c.Size, tx.At, note); err != nil {
		return fmt.Errorf("keep a checkpoint: %w", err)
	}
	return nil
}
