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
		region, err := s.regionOf(ctx, tx, o)
		if err != nil {
			return err
		}
		if on {
			if err := law.FrameworkOf(o.Regime, region, tx.Today).MayKeepDossier(); err != nil {
				return err
			}
		}
		return s.Book.SetOwnFile(ctx, tx, organisation, on)
	})
}

// regionOf is the region that decides what a municipality may keep; other organisations have their own
// framework whatever the region.
func (s *Service) regionOf(ctx context.Context, tx *deed.Tx, o Organisation) (livc.Region, error) {
	if o.Municipality == "" {
		return livc.Flanders, nil
	}
	m, err := s.Book.Municipality(ctx, tx, o.Municipality)
	return m.Region, err
}
