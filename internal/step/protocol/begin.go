package protocol

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// Begin gives an LIVC R that was just founded its first draft: the basic protocol, for the partners to
// read, change and agree on (R2.0-a, R2.6-a). It runs once, at founding.
func (s *Service) Begin(ctx context.Context, id livc.ID) error {
	start, err := seed.Load()
	if err != nil {
		return err
	}
	first := fromSeed(start.Protocol)
	return s.Gate.Do(ctx, deed.By{Actor: livc.TheSystem(id)}, access.EditProtocol, access.Whole(id), func(tx *deed.Tx) error {
		all, err := s.Book.Versions(ctx, tx)
		if err != nil {
			return err
		}
		if len(all) > 0 {
			return livc.Conflict("edit_protocol.begun")
		}
		if err := s.Book.InsertVersion(ctx, tx, first); err != nil {
			return err
		}
		return s.Book.UseCriteria(ctx, tx, first.Number)
	})
}

// fromSeed makes the first version of the basic protocol; a protocol is written in Dutch, its source.
func fromSeed(p seed.Protocol) Version {
	v := Version{Number: 1, State: Draft, Settings: Basic()}
	for _, c := range p.Chapters {
		v.Chapters = append(v.Chapters, Chapter{c.Stem, c.Title.NL, c.Text.NL})
	}
	for _, c := range p.Criteria {
		v.Criteria = append(v.Criteria, Criterion{Threshold, c.Stem, c.Text.NL, c.Help.NL})
	}
	for _, c := range p.Closing {
		v.Criteria = append(v.Criteria, Criterion{Closing, c.Stem, c.Text.NL, ""})
	}
	for _, c := range p.StopRules {
		v.Criteria = append(v.Criteria, Criterion{Stop, "stop_" + c.Stem, c.Text.NL, ""})
	}
	return v
}
