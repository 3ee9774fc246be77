package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Guide is what must still be done before the LIVC R of a municipality can work. Dutch: startgids.
type Guide struct {
	Stages map[Errand]Stage
	Mayor  livc.ID // the mayor's hat, once entered
	Desk   livc.ID // the coordinator's hat, once entered
}

// Open tells whether something is left to do.
func (g Guide) Open() bool {
	for _, s := range g.Stages {
		if s != StageDone && s != StageNotNeeded {
			return true
		}
	}
	return false
}

// FoundingGuide shows how far the founding of the actor's own municipality is. It reminds and never
// blocks: without a protocol the table may meet, with a warning (R2.0-a, R1.3-c).
func (s *Service) FoundingGuide(ctx context.Context, by deed.By) (g Guide, err error) {
	err = s.Gate.Look(ctx, by, access.ViewGuide, access.Whole(by.Livc), func(tx *deed.Tx) error {
		p := progress{today: tx.Today, by: by.Function}
		if p.municipality, err = s.municipalityOf(ctx, tx, by.Controller); err != nil {
			return err
		}
		if p.network, err = s.network(ctx, tx); err != nil {
			return err
		}
		if p.marks, err = s.Book.Milestones(ctx, tx); err != nil {
			return err
		}
		point, err := s.Book.ContactPoint(ctx, tx, p.municipality.ID)
		if err != nil {
			return err
		}
		p.contact = point.Shown != ""
		holders, err := tx.Holders(p.municipality.List)
		p.holders = len(holders)
		g = p.guide()
		return err
	})
	return g, err
}

func (p progress) guide() Guide {
	g := Guide{Stages: p.stages()}
	for _, h := range p.own() {
		switch h.Function {
		case livc.Mayor:
			g.Mayor = h.ID
		case livc.Coordinator:
			g.Desk = h.ID
		}
	}
	return g
}
