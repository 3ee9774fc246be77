package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// WeighCase is the input of the use case of that name: the three sheets as they lie on the table.
type WeighCase struct {
	Item                         livc.ID
	Domains                      []DomainWeighed
	AskedProtects, AskedConcerns bool // everybody inside was asked; "nothing" is an answer
	// Was is how the sheets lay when the form was shown; nil for who sends no form.
	Was *WeighCase
}

// mostPerspectives bounds a count to a table that can be real.
const mostPerspectives = 40

// WeighCase writes down from how many places something was said about each life domain: no text of a
// fact, no sum, no weight (R4.3-e, R4.3-f, E1). What protects and what worries are asked alike. Two desks may
// write at once: what one left as it was stays as the other wrote it, and where both wrote something else the
// second is told at the field.
func (t *Table) WeighCase(ctx context.Context, by deed.By, in WeighCase) error {
	return t.onItem(ctx, by, access.Weigh, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		tx.Made(in.Item)
		now, err := t.Book.Weighed(ctx, tx, in.Item)
		if err != nil {
			return err
		}
		for _, d := range in.Domains {
			if err := d.check(); err != nil {
				return err
			}
			if d, err = in.beside(d, now); err != nil {
				return err
			}
			if err := t.Book.PutWeighed(ctx, tx, in.Item, d); err != nil {
				return err
			}
		}
		in.asked(&a.Item)
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

// beside lays one domain of a form beside what stands there now.
func (in WeighCase) beside(d DomainWeighed, now []DomainWeighed) (DomainWeighed, error) {
	if in.Was == nil {
		return d, nil
	}
	was, is := one(in.Was.Domains, d.Domain), one(now, d.Domain)
	if d.Unknown == was.Unknown {
		d.Unknown = is.Unknown
	}
	if d.NotApplicable == was.NotApplicable {
		d.NotApplicable = is.NotApplicable
	}
	var f livc.Faults
	f.Add(meanwhile("protects."+d.Domain, &d.Protects, was.Protects, is.Protects))
	f.Add(meanwhile("concerns."+d.Domain, &d.Concerns, was.Concerns, is.Concerns))
	return d, f.Err()
}

// meanwhile keeps the count of another where the form left its own as it was shown.
func meanwhile(field string, mine *int, was, is int) *livc.Error {
	switch {
	case *mine == was:
		*mine = is
	case is != was && is != *mine:
		return livc.Invalid("weigh_case.meanwhile").At(field).With("Count", is)
	}
	return nil
}

// asked notes whether everybody was asked, where the form says something else than it showed.
func (in WeighCase) asked(i *TableItem) {
	if in.Was == nil || in.AskedProtects != in.Was.AskedProtects {
		i.AskedProtects = in.AskedProtects
	}
	if in.Was == nil || in.AskedConcerns != in.Was.AskedConcerns {
		i.AskedConcerns = in.AskedConcerns
	}
}

func one(list []DomainWeighed, domain string) DomainWeighed {
	for _, d := range list {
		if d.Domain == domain {
			return d
		}
	}
	return DomainWeighed{Domain: domain}
}

// CameBack is how the sheets lay for a form that comes back with its messages: what it filled in lies beside what
// stands there now, so that a second press is a choice; what it left lies as it was shown.
func (in WeighCase) CameBack(filled []DomainWeighed, now WeighCase) WeighCase {
	for _, d := range filled {
		was, is := one(in.Domains, d.Domain), one(now.Domains, d.Domain)
		if d.Protects != was.Protects {
			was.Protects = is.Protects
		}
		if d.Concerns != was.Concerns {
			was.Concerns = is.Concerns
		}
		in.Domains = append(slices.DeleteFunc(slices.Clone(in.Domains), func(w DomainWeighed) bool { return w.Domain == d.Domain }), was)
	}
	return in
}
