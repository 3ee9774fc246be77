package protocol

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// PutInForce lets a draft hold from today on. The chair does it, when every chapter says something and
// the three roles of the law have a name (R2.0-b, R2.3.3-f). Partners need not all have agreed: the
// protocol is a frame and nobody is pressed (R2.0-c, R1.1-g).
func (s *Service) PutInForce(ctx context.Context, by deed.By, number int) error {
	return s.Gate.Do(ctx, by, access.PutInForce, access.Whole(by.Livc), func(tx *deed.Tx) error {
		v, err := s.draft(ctx, tx, number)
		if err != nil {
			return err
		}
		if err := v.Ready(); err != nil {
			return err
		}
		people, err := s.Network.Hats(ctx, tx)
		if err != nil {
			return err
		}
		if err := rolesNamed(people); err != nil {
			return err
		}
		if err := s.Book.PutInForce(ctx, tx, number); err != nil {
			return err
		}
		return s.Book.UseCriteria(ctx, tx, number)
	})
}

// rolesNamed refuses a protocol whose three seats nobody holds.
func rolesNamed(people []support.Hat) error {
	for _, seat := range law.SeatKinds() {
		i := slices.IndexFunc(people, func(h support.Hat) bool { return law.SeatOf(h.Function) == seat })
		var holder livc.ID
		if i >= 0 {
			holder = people[i].ID
		}
		if err := law.Named(true, holder); err != nil {
			return err
		}
	}
	return nil
}
