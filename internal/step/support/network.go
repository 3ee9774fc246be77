package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
)

// Network is who belongs to the LIVC R: organisations with their people. Dutch: netwerk.
type Network struct {
	Municipalities []Municipality
	Organisations  []Organisation
	People         []Hat
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
		n, err = s.network(ctx, tx)
		return err
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
	n.People, err = s.Book.Hats(ctx, tx)
	return n, err
}
