package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// LogLine is one deed as the data protection officer reads it: role, deed, kind of thing, time, and
// whether it was allowed. No code, no text, no name. Dutch: regel van het logboek.
type LogLine struct {
	Index   int64
	Entry   audit.Entry
	Refused bool
}

// LogPage is a page of the log, the newest first. Dutch: bladzijde van het logboek.
type LogPage struct {
	Lines []LogLine
	Older int64 // where the next page begins; 0 = this is the last
}

const (
	logLines = 50   // on a page
	logReach = 2000 // how many leaves one page looks through
)

// ViewLog shows the deeds of the actor's own organisation. Each controller answers for its own people:
// what others did is not shown, not even counted (R6.2, Z8).
func (s *Service) ViewLog(ctx context.Context, by deed.By, before int64) (p LogPage, err error) {
	err = s.Gate.Look(ctx, by, access.ViewLog, access.Whole(by.Livc), func(tx *deed.Tx) error {
		ours, err := s.Book.HatsEver(ctx, tx, by.Controller)
		if err != nil {
			return err
		}
		leaves, err := s.Book.Leaves(ctx, tx, before, logReach)
		if err != nil {
			return err
		}
		p = pageOf(leaves, ours)
		return nil
	})
	return p, err
}

// pageOf keeps the lines of an organisation's own people.
func pageOf(leaves []LogLine, ours map[livc.ID]bool) (p LogPage) {
	for _, l := range leaves {
		if len(p.Lines) == logLines {
			return p
		}
		p.Older = l.Index
		if ours[l.Entry.Hat] {
			l.Refused = !l.Entry.Authorised
			p.Lines = append(p.Lines, l)
		}
	}
	if len(leaves) < logReach {
		p.Older = 0
	}
	return p
}
