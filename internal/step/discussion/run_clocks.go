package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// RunClocks ends the rooms that an earlier day left open: no room outlives its evening, also when nobody
// closed the item or the program stopped in the middle of it (R2.5.2-b).
func (t *Table) RunClocks(ctx context.Context, id livc.ID) error {
	by := deed.By{Actor: livc.TheSystem(id)}
	return t.Gate.Do(ctx, by, access.RunClocks, access.Whole(id), func(tx *deed.Tx) error { return t.SweepRooms(ctx, tx) })
}
