package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Look is one line of the log about an own dossier: who looked or changed, by function and organisation,
// never by name. Dutch: wie keek.
type Look struct {
	Index   int64
	Entry   audit.Entry
	Service string // organisation of the hat; "" for the clock
	Own     bool   // the reader did it himself
}

// Refused tells whether somebody tried and was refused.
func (l Look) Refused() bool { return !l.Entry.Authorised }

// Looked is what the log holds about one dossier, the newest first. Dutch: overzicht van wie keek.
type Looked struct {
	Lines []Look
	Older int64     // where the next page begins; 0: this is the last
	Code  *CodeText // nil when it is kept outside
}

// looksOnPage is how many lines stand on one page.
const looksOnPage = 50

// WhoLooked shows the keeper of a dossier each look and change of it, allowed or refused, and nothing of
// anybody else's (L7). It finds the leaves by the index that the log keeps for own dossiers alone. The look at
// this report is a line of the next one.
func (s *Service) WhoLooked(ctx context.Context, by deed.By, id livc.ID, before int64) (l Looked, err error) {
	err = s.Gate.Look(ctx, by, access.ViewLooks, dossier(id), func(tx *deed.Tx) error {
		l = Looked{}
		d, err := s.Book.Dossier(ctx, tx, id)
		if err != nil {
			return err
		}
		if l.Lines, err = s.Book.LeavesAbout(ctx, tx, d.ID, d.Container, before, looksOnPage+1); err != nil {
			return err
		}
		if len(l.Lines) > looksOnPage {
			l.Lines = l.Lines[:looksOnPage]
			l.Older = l.Lines[looksOnPage-1].Index
		}
		if err := s.named(ctx, tx, l.Lines); err != nil || d.Container == "" {
			return err
		}
		l.Code = &CodeText{}
		return tx.Later(d.Container, d.ID, l.Code)
	})
	return l, err
}

// named adds to each line the organisation for which it was done.
func (s *Service) named(ctx context.Context, tx *deed.Tx, lines []Look) (err error) {
	services := map[livc.ID]string{}
	for i, l := range lines {
		hat := l.Entry.Hat
		name, known := services[hat]
		if !known && hat != "" {
			if name, err = s.Book.ServiceOf(ctx, tx, hat); err != nil {
				return err
			}
			services[hat] = name
		}
		lines[i].Service, lines[i].Own = name, hat == tx.By.Hat
	}
	return nil
}
