package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// SwitchOwnFile lets the data protection officer of an organisation decide whether own dossiers may be
// kept here at all. It needs a legal framework of the organisation's own; without one the switch does
// not move (R6.2-a, R6.2-c, Z11).
func (s *Service) SwitchOwnFile(ctx context.Context, by deed.By, organisation livc.ID, on bool) error {
	return s.Gate.Do(ctx, by, access.SwitchOwnFile, access.Object{Kind: access.OfOrganisation, ID: organisation}, func(tx *deed.Tx) error {
		o, err := s.Book.Organisation(ctx, tx, organisation)
		if err != nil {
			return err
		}
		towns, err := s.Book.Municipalities(ctx, tx)
		if err != nil {
			return err
		}
		if on {
			if err := law.FrameworkOf(o.Regime, RegionOf(o, towns), tx.Today).MayKeepDossier(); err != nil {
				return err
			}
		}
		return s.Book.SetOwnFile(ctx, tx, organisation, on)
	})
}
