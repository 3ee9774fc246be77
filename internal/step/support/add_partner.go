package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AddPartner is the input of the use case of that name.
type AddPartner struct {
	Name     string
	Category string
	Domain   string
}

// maxName is the longest name of an organisation, in characters.
const maxName = 120

// AddPartner puts a service in the network. Its category decides the legal framework and the usual
// secrecy; a body that the law keeps away from the table has no category that can be chosen, and asking
// for it anyway is refused with the norm (R1.1-a, R2.3-d, R2.3-e, R0.0-b).
func (s *Service) AddPartner(ctx context.Context, by deed.By, in AddPartner) (made livc.ID, err error) {
	var faults livc.Faults
	faults.Check(in.Name != "", "name", "add_partner.name")
	faults.Check(len([]rune(in.Name)) <= maxName, "name", "error.too_long")
	faults.Check(in.Category != "", "category", "add_partner.category")
	if err := faults.Err(); err != nil {
		return "", err
	}
	if err := law.MayInviteCategory(law.Category(in.Category)); err != nil {
		return "", err
	}
	service, _ := law.FindService(law.Category(in.Category))
	err = s.Gate.Do(ctx, by, access.AddPartner, access.Whole(by.Livc), func(tx *deed.Tx) error {
		made = tx.NewID()
		tx.Made(made)
		return s.Book.InsertOrganisation(ctx, tx, Organisation{ID: made, Name: in.Name, Category: in.Category,
			Regime: service.Regime, Domain: in.Domain, State: "participant"})
	})
	return made, err
}
