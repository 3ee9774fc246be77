package store

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Contacts lists the next agreed moments of contact of a case from a day on.
func (Table) Contacts(ctx context.Context, tx *deed.Tx, caseID livc.ID, from livc.Day) (list []law.Contact, err error) {
	lines, err := Followup{}.ContactLines(ctx, tx, caseID)
	for _, l := range lines {
		if on := l.Upcoming(from); on != "" {
			list = append(list, law.Contact{Organisation: l.Organisation, On: on})
		}
	}
	return list, err
}
