package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// TakeSeat is the input of the use case of that name: "I am here", and "understood".
type TakeSeat struct {
	Meeting    livc.ID
	Understood bool // the secrecy of the table
	Framed     bool // the own rules and duties were named (X-F-l)
}

// TakeSeat lets somebody who was invited say on the own screen to be there, and confirm the secrecy of the
// table (R0.1-d, product 4.2). Whoever comes while an item is open is outside it until let in.
func (t *Table) TakeSeat(ctx context.Context, by deed.By, in TakeSeat) error {
	return t.Gate.Do(ctx, by, access.TakeSeat, ofMeeting(in.Meeting), func(tx *deed.Tx) error {
		s, err := t.Book.Sitting(ctx, tx, in.Meeting)
		if err != nil {
			return err
		}
		if err := takesPeople(s); err != nil {
			return err
		}
		if !in.Understood {
			return livc.Invalid("take_seat.understood", "sw-458ter-1").At("understood")
		}
		list, err := t.everybody(ctx, tx, in.Meeting)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(list, func(p Attendee) bool { return p.Hat == by.Hat })
		if i < 0 {
			return livc.NotFound()
		}
		tx.Made(in.Meeting)
		tx.Stir(in.Meeting)
		me := []livc.ID{list[i].Key()}
		said := CheckIn{Meeting: in.Meeting, Present: me, Acknowledged: me}
		if in.Framed {
			said.Framed = me
		}
		return t.checkOne(ctx, tx, said, list[i])
	})
}
