package protocol

import (
	"context"
	"strings"

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
	first := fromSeed(start)
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

// fromSeed makes the first version of the basic protocol; a protocol is written in Dutch, its source. What
// the table asks when it weighs is part of it, so that the guide changes only with the protocol (R4.3-d,
// R4.3-g).
func fromSeed(s seed.Start) Version {
	v, p := Version{Number: 1, State: Draft, Settings: Basic()}, s.Protocol
	for _, d := range s.Weighing.Domains {
		v.Criteria = append(v.Criteria, Criterion{Weighing, WeighStem(d.Stem), d.Name.NL + ": " + s.Weighing.Lead.NL, ""})
	}
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

// WeighStem names the question that the table always asks in a domain of life.
func WeighStem(domain string) string { return "weigh_" + domain }

// example is the basic protocol as it was shipped.
var example = func() Version {
	start, err := seed.Load()
	if err != nil {
		panic(err) // embedded; its own tests read it
	}
	return fromSeed(start)
}()

// Untouched tells whether a chapter still says what the example said. An example is no agreement: the
// LIVC R reads it, changes it, and makes it its own by putting the version in force (R0.4-b).
func (c Chapter) Untouched() bool {
	shipped, _ := example.Chapter(c.Stem)
	return strings.TrimSpace(c.Text) == strings.TrimSpace(shipped.Text)
}

// Untouched counts the chapters that still say what the example said.
func (v Version) Untouched() (n int) {
	for _, c := range v.Chapters {
		if c.Untouched() {
			n++
		}
	}
	return n
}
