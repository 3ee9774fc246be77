package deed

import (
	"context"
	"fmt"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/livc"
)

// Stir says that this deed changed something that screens of a meeting show. They hear it once the deed is
// committed, never before and never of a deed that was undone, and they hear only that something changed:
// each asks for its own page again (architecture 29).
func (tx *Tx) Stir(meeting livc.ID) {
	if meeting != "" && !slices.Contains(tx.stirred, meeting) {
		tx.stirred = append(tx.stirred, meeting)
	}
}

// release ends a deed that succeeded, with the word to the screens inside its savepoint.
func (tx *Tx) release(ctx context.Context) error {
	for _, m := range tx.stirred {
		if err := tx.batch.Stir(ctx, tx.By.Livc, m); err != nil {
			return fmt.Errorf("stir the screens of a meeting: %w", err)
		}
	}
	if err := tx.batch.Release(ctx); err != nil {
		return fmt.Errorf("release the savepoint: %w", err)
	}
	return nil
}

// Stands tells whether an actor may still do what a deed or a look let him do, and gives the facts of this
// moment. It shows nothing and opens nothing, so it leaves no leaf: a stream, which was opened by a look of
// its own, asks with it again and again whether it may go on.
func (g *Gate) Stands(ctx context.Context, by livc.Actor, a access.Action, on access.Object) (f access.Facts, err error) {
	err = g.Store.Read(ctx, func(v Vault) error {
		if f, err = v.Standing(ctx, by, on, livc.DayOf(g.Clock.Civil())); err != nil {
			return fmt.Errorf("gather the facts for %s: %w", a, err)
		}
		return access.Decide(a, by.Function, f).Err()
	})
	return f, err
}
