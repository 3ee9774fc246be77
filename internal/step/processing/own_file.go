package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// OwnFile is what a data protection officer sees of the own controller: the switch, and what is kept
// here by whom until when; no case and no text (R6.2-q, R6.2-t). Dutch: eigen dossiers van een
// organisatie.
type OwnFile struct {
	Keeper Keeper
	Kept   []Dossier
}

// OwnFile shows it.
func (s *Service) OwnFile(ctx context.Context, by deed.By) (f OwnFile, err error) {
	err = s.Gate.Look(ctx, by, access.SwitchOwnFile, organisation(by), func(tx *deed.Tx) error {
		if f.Keeper, err = s.Book.Keeper(ctx, tx, by.Hat); err != nil {
			return err
		}
		f.Kept, err = s.Book.Kept(ctx, tx, by.Controller)
		return err
	})
	return f, err
}

func organisation(by deed.By) access.Object {
	return access.Object{Kind: access.OfOrganisation, ID: by.Controller}
}

func drawer(by deed.By) access.Object { return access.Object{Kind: access.OfDrawer, ID: by.Hat} }

func dossier(id livc.ID) access.Object { return access.Object{Kind: access.OfDossier, ID: id} }
