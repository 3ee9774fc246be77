package support

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Guide is what must still be done before the LIVC R of a municipality can work. Dutch: startgids.
type Guide struct {
	Stages map[Errand]Stage
	Mayor  livc.ID // the mayor's hat, once entered
	Desk   livc.ID // the coordinator's hat, once entered
	// Missing are the seats of the law that nobody fills yet (R2.3-b).
	Missing []law.SeatKind
	Officer livc.ID // entered for the police seat, without a clearance that is valid
	Second  livc.ID // with an account, and not yet appointed to hold the list beside the mayor
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

// mayHoldList tells whether somebody can be appointed for the list now; the representative comes first.
func mayHoldList(h Hat) bool {
	return h.HasAccount() && h.Appointed == "" && (h.Function == livc.Representative || h.Function == livc.Coordinator)
}

func (p progress) guide() Guide {
	g := Guide{Stages: p.stages(), Missing: p.missing()}
	for _, h := range p.own() {
		switch h.Function {
		case livc.Mayor:
			g.Mayor = h.ID
		case livc.Coordinator:
			g.Desk = h.ID
		}
		if mayHoldList(h) && (g.Second == "" || h.Function == livc.Representative) {
			g.Second = h.ID
		}
	}
	for _, h := range p.network.People {
		if h.Function == livc.Officer && slices.Contains(g.Missing, law.PoliceSeat) {
			g.Officer = h.ID
		}
	}
	return g
}
