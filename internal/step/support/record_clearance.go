package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// RecordClearance writes until when the clearance of the police seat is valid: the date, never the file
// (X-L-d, R2.3.1-b). An earlier date is as good as a later one: a clearance can be withdrawn.
func (s *Service) RecordClearance(ctx context.Context, by deed.By, hat livc.ID, until livc.Day) error {
	if until == "" {
		return livc.Invalid("record_clearance.until", "livc-3-1-clearance").At("until")
	}
	return s.Gate.Do(ctx, by, access.RecordClearance, access.Object{Kind: access.OfHat, ID: hat}, func(tx *deed.Tx) error {
		h, err := s.Book.Hat(ctx, tx, hat)
		if err != nil {
			return err
		}
		if h.Function != livc.Officer {
			return livc.Denied("denied.police_seat_only", "livc-3-1-clearance")
		}
		h.ClearedUntil = until
		return s.Book.SetHat(ctx, tx, h)
	})
}
