package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/name"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// openSheet makes the casusblad, sealed to the holders of that municipality's list and to its
// coordinators (architecture 7). Where no text allows one there is only list, agenda and actions by role:
// the container then holds what the agenda needs, and nothing else is written in it (X-L-l, architecture 15).
func (s *Referrals) openSheet(ctx context.Context, tx *deed.Tx, m support.Municipality, c *Case) error {
	kind := livc.SheetContainer
	if law.FrameworkOf(livc.RegimeMunicipal, m.Region, tx.Today).MayKeepCaseSheet() != nil {
		kind, c.AgendaOnly = livc.AgendaContainer, true
	}
	holders, err := tx.Holders(m.List)
	if err != nil {
		return err
	}
	desk, err := s.Book.Coordinators(ctx, tx, m.Organisation)
	if err != nil {
		return err
	}
	holders = append(holders, desk...)
	slices.Sort(holders)
	c.Sheet, err = tx.NewContainer(kind, m.Organisation, c.ID, "", "listed", slices.Compact(holders)...)
	return err
}

// MayKeepText refuses what only a casusblad may hold, where no text of the law allows one (X-L-l).
func (c Case) MayKeepText() error {
	if c.AgendaOnly {
		return livc.Denied("law.sheet.no_framework", law.NoProcessing)
	}
	return nil
}

// drawCode draws the code of a case, unlike those of all living cases and unlike the person's name
// (settled 28).
func (s *Referrals) drawCode(ctx context.Context, tx *deed.Tx, p name.Person) (string, error) {
	codes, err := s.Book.Codes(ctx, tx)
	if err != nil {
		return "", err
	}
	return name.Draw(tx.Rand(), func(code string) bool { return slices.Contains(codes, code) }, p.Bears)
}
