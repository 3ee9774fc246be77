package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// WeighCase is the input of the use case of that name: the three sheets as they lie on the table.
type WeighCase struct {
	Item                         livc.ID
	Domains                      []DomainWeighed
	AskedProtects, AskedConcerns bool // everybody inside was asked; "nothing" is an answer
}

// mostPerspectives bounds a count to a table that can be real.
const mostPerspectives = 40

// WeighCase writes down from how many places something was said about each life domain: no text of a
// fact, no sum, no weight (R4.3-e, R4.3-f, E1). What protects and what worries are asked alike.
func (t *Table) WeighCase(ctx context.Context, by deed.By, in WeighCase) error {
	return t.onItem(ctx, by, access.Weigh, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		tx.Made(in.Item)
		for _, d := range in.Domains {
			if err := d.check(); err != nil {
				return err
			}
			if err := t.Book.PutWeighed(ctx, tx, in.Item, d); err != nil {
				return err
			}
		}
		a.Item.AskedProtects, a.Item.AskedConcerns = in.AskedProtects, in.AskedConcerns
		return t.Book.SetTableItem(ctx, tx, a.Item)
	})
}

func (d DomainWeighed) check() error {
	var f livc.Faults
	f.Check(known(Domains(), d.Domain), "domains", "weigh_case.domain")
	f.Check(d.Protects >= 0 && d.Protects <= mostPerspectives, "protects."+d.Domain, "weigh_case.count")
	f.Check(d.Concerns >= 0 && d.Concerns <= mostPerspectives, "concerns."+d.Domain, "weigh_case.count")
	return f.Err()
}
