package invitation

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// RunClocks lets die what has had its time: the motive of who did not come, 30 days after the talk or
// the meeting, and the personal note of an invitation, the day after its meeting (R3.0-e, architecture
// 17). The clock opens nothing; key and text go together.
func (s *Service) RunClocks(ctx context.Context, id livc.ID) error {
	by := deed.By{Actor: livc.TheSystem(id)}
	return s.Gate.Do(ctx, by, access.RunClocks, access.Whole(id), func(tx *deed.Tx) error {
		list, err := s.Book.Over(ctx, tx)
		if err != nil {
			return err
		}
		for _, i := range list {
			if err := s.clear(ctx, tx, i); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) clear(ctx context.Context, tx *deed.Tx, i Invitation) error {
	m, err := s.Book.Meeting(ctx, tx, i.Meeting)
	if err != nil {
		return err
	}
	if m.Day < tx.Today {
		if err := s.dropNote(tx, &i); err != nil {
			return err
		}
	}
	if i.MotiveUntil != "" && i.MotiveUntil <= tx.Today {
		if err := tx.Forget(i.Motive, i.ID); err != nil {
			return err
		}
		i.Motive, i.MotiveUntil = "", ""
	}
	return s.Book.SetInvitation(ctx, tx, i)
}
