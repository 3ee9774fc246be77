package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// OwnDossiers is what waits for an answer and what one hat keeps. Dutch: eigen dossiers.
type OwnDossiers struct {
	Keeper Keeper
	Offers []Offer
	Kept   []KeptDossier
}

// KeptDossier is a dossier with the code that only its keeper reads. Dutch: bijgehouden dossier.
type KeptDossier struct {
	Dossier
	Code *CodeText // nil when it is kept outside
}

// OwnDossiers shows them to the hat alone (R6.2-b, R6.2-g).
func (s *Service) OwnDossiers(ctx context.Context, by deed.By) (o OwnDossiers, err error) {
	err = s.Gate.Look(ctx, by, access.ViewDossiers, drawer(by), func(tx *deed.Tx) error {
		o = OwnDossiers{}
		if o.Keeper, err = s.Book.Keeper(ctx, tx, by.Hat); err != nil {
			return err
		}
		if o.Offers, err = s.asking(ctx, tx); err != nil {
			return err
		}
		list, err := s.Book.Dossiers(ctx, tx, by.Hat)
		if err != nil {
			return err
		}
		for _, d := range list {
			if d.Retention.Over(tx.Today) {
				continue
			}
			k := KeptDossier{Dossier: d}
			if d.Container != "" {
				k.Code = &CodeText{}
				if err := tx.Later(d.Container, d.ID, k.Code); err != nil {
					return err
				}
			}
			o.Kept = append(o.Kept, k)
		}
		return nil
	})
	return o, err
}

// asking lists the offers that still stand today.
func (s *Service) asking(ctx context.Context, tx *deed.Tx) (open []Offer, err error) {
	all, err := s.Book.Offers(ctx, tx, tx.By.Hat)
	for _, o := range all {
		if o.Asks(tx.Today) {
			open = append(open, o)
		}
	}
	return open, err
}

// Offer shows one question to the hat it asks, with what the law lets the hat keep.
func (s *Service) Offer(ctx context.Context, by deed.By, item livc.ID) (o Offer, k Keeper, err error) {
	err = s.Gate.Look(ctx, by, access.ViewDossiers, drawer(by), func(tx *deed.Tx) error {
		if k, err = s.Book.Keeper(ctx, tx, by.Hat); err != nil {
			return err
		}
		o, err = s.Book.Offer(ctx, tx, item, by.Hat)
		return err
	})
	return o, k, err
}
