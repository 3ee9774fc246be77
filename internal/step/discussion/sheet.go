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
// coordinators (architecture 7). Where no text allows one there is none: only list, agenda and actions
// by role (X-L-l, architecture 15).
func (s *Referrals) openSheet(ctx context.Context, tx *deed.Tx, m support.Municipality, caseID livc.ID) (livc.ID, error) {
	if err := law.FrameworkOf(livc.RegimeMunicipal, m.Region, tx.Today).MayKeepCaseSheet(); err != nil {
		return "", nil //nolint:nilerr // no framework is no fault: the case has no casusblad
	}
	holders, err := tx.Holders(m.List)
	if err != nil {
		return "", err
	}
	desk, err := s.Book.Coordinators(ctx, tx, m.Organisation)
	if err != nil {
		return "", err
	}
	holders = append(holders, desk...)
	slices.Sort(holders)
	return tx.NewContainer(livc.SheetContainer, m.Organisation, caseID, "", "listed", slices.Compact(holders)...)
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
