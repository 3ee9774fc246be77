package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
)

// Today gives the meetings that wait for the desk: one that sits now, and an evening on paper whose
// sheets can still be copied. Who does not work for the municipality has none.
func (t *Table) Today(ctx context.Context, by deed.By) (list []Sitting, err error) {
	err = t.Gate.Look(ctx, by, access.ViewToday, access.Whole(by.Livc), func(tx *deed.Tx) error {
		list = nil
		if tx.Facts.Municipal != access.Yes {
			return nil
		}
		var err error
		list, err = t.Book.SittingsNow(ctx, tx, tx.Today.Add(0, 0, -law.LongestTerms().PaperDays))
		return err
	})
	return list, err
}
