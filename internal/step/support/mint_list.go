package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// MintList makes the containers that are the mayor's: the list of cases, the office, the intake. It
// happens in the mayor's first session; until then nobody can list a case (settled 19, R4.1-e).
func (s *Service) MintList(ctx context.Context, by deed.By) error {
	return s.Gate.Do(ctx, by, access.MintList, access.Whole(by.Livc), func(tx *deed.Tx) error {
		m, err := s.municipalityOf(ctx, tx, by.Controller)
		if err != nil {
			return err
		}
		if m.List != "" {
			return livc.Conflict("conflict.list_exists")
		}
		for _, c := range []struct {
			kind livc.ContainerKind
			id   *livc.ID
		}{{livc.ListContainer, &m.List}, {livc.OfficeContainer, &m.Office}, {livc.IntakeContainer, &m.Intake}} {
			if *c.id, err = tx.NewContainer(c.kind, m.Organisation, "", "", "mayor", by.Hat); err != nil {
				return err
			}
		}
		return s.Book.SetContainers(ctx, tx, m)
	})
}

func (s *Service) municipalityOf(ctx context.Context, tx *deed.Tx, organisation livc.ID) (Municipality, error) {
	list, err := s.Book.Municipalities(ctx, tx)
	if err != nil {
		return Municipality{}, err
	}
	for _, m := range list {
		if m.Organisation == organisation {
			return m, nil
		}
	}
	return Municipality{}, livc.NotFound()
}
