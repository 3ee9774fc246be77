package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
)

// KeepListAlone notes that the mayor was asked and appoints no coordinator for the list. The question
// belongs to founding; either answer is good (architecture 8).
func (s *Service) KeepListAlone(ctx context.Context, by deed.By) error {
	return s.Gate.Do(ctx, by, access.KeepListAlone, access.Whole(by.Livc), func(tx *deed.Tx) error {
		m, err := s.municipalityOf(ctx, tx, by.Controller)
		if err != nil {
			return err
		}
		tx.Made(m.ID)
		return s.Book.SetListAlone(ctx, tx, m.ID, tx.Today)
	})
}
