package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
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

// Offered is one fact that may be copied into an own dossier, and its receipt. Dutch: aanbod met teksten.
type Offered struct {
	Offer
	Facts   []OfferedFact
	Receipt *discussion.Receipt // nil after a spoken table
}

// OfferedFact is a fact that its contributor allows to be registered. Dutch: feit uit een aanbod.
type OfferedFact struct {
	ID   livc.ID
	Text *discussion.OfferedText
}

// texts asks for what lies in the personal offer.
func (o *Offered) texts(tx *deed.Tx) error {
	if o.Note == "" {
		return nil
	}
	err := tx.LaterAll(o.Note, discussion.OfferedKind, func(record livc.ID) any {
		o.Facts = append(o.Facts, OfferedFact{record, &discussion.OfferedText{}})
		return o.Facts[len(o.Facts)-1].Text
	})
	if err != nil {
		return err
	}
	o.Receipt = &discussion.Receipt{}
	return tx.Later(o.Note, o.Item, o.Receipt)
}

// Offer shows one question to the hat it asks, with what the law lets the hat keep and, after a table on
// screens, what may be copied of it (R6.2-b, R2.5.3-i).
func (s *Service) Offer(ctx context.Context, by deed.By, item livc.ID) (o Offered, k Keeper, err error) {
	err = s.Gate.Look(ctx, by, access.ViewDossiers, drawer(by), func(tx *deed.Tx) error {
		if k, err = s.Book.Keeper(ctx, tx, by.Hat); err != nil {
			return err
		}
		o = Offered{}
		if o.Offer, err = s.Book.Offer(ctx, tx, item, by.Hat); err != nil {
			return err
		}
		return o.texts(tx)
	})
	return o, k, err
}
