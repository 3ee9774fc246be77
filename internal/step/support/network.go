package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Network is who belongs to the LIVC R: organisations with their people. Dutch: netwerk.
type Network struct {
	Municipalities []Municipality
	Organisations  []Organisation
	People         []Hat
	Contacts       []NetworkContact // civil society, apart from cases (R2.3.4-b)
}

// Of lists the people of an organisation.
func (n Network) Of(o Organisation) (list []Hat) {
	for _, h := range n.People {
		if h.Organisation == o.ID {
			list = append(list, h)
		}
	}
	return list
}

// Network shows the network to everybody in it: open and known roles are what trust rests on (R1.1-h).
func (s *Service) Network(ctx context.Context, by deed.By) (n Network, err error) {
	err = s.Gate.Look(ctx, by, access.ViewNetwork, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if n, err = s.network(ctx, tx); err != nil || tx.Facts.Municipal == access.Yes {
			return err
		}
		for i := range n.Contacts { // whom to call there is for who talks with them
			n.Contacts[i].Person, n.Contacts[i].Reach = livc.Contact{}, livc.Contact{}
		}
		return nil
	})
	return n, err
}

func (s *Service) network(ctx context.Context, tx *deed.Tx) (n Network, err error) {
	if n.Municipalities, err = s.Book.Municipalities(ctx, tx); err != nil {
		return n, err
	}
	if n.Organisations, err = s.Book.Organisations(ctx, tx); err != nil {
		return n, err
	}
	if n.People, err = s.Book.Hats(ctx, tx); err != nil {
		return n, err
	}
	n.Contacts, err = s.Book.Contacts(ctx, tx)
	return n, err
}
