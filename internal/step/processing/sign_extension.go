package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// SignExtension decides for the controller, without opening the dossier: the signature stands under the
// sealed motivation as it is (R6.2-o, R3). Two people: who wrote it does not sign it.
func (s *Service) SignExtension(ctx context.Context, by deed.By, id, extension livc.ID) error {
	return s.Gate.Do(ctx, by, access.SignExtension, dossier(id), func(tx *deed.Tx) error {
		d, err := s.Book.Dossier(ctx, tx, id)
		if err != nil {
			return err
		}
		e, err := s.Book.Extension(ctx, tx, extension)
		if err != nil {
			return err
		}
		if err := maySign(tx, d, e); err != nil {
			return err
		}
		if e.Signature, err = tx.SignSealed("extension", d.Container, e.ID); err != nil {
			return err
		}
		return s.signed(ctx, tx, d, e)
	})
}

func maySign(tx *deed.Tx, d Dossier, e Extension) error {
	switch {
	case d.Organisation != tx.By.Controller || e.Dossier != d.ID:
		return livc.NotFound()
	case e.State != ExtensionWritten:
		return livc.Conflict("conflict.changed")
	case e.WrittenBy == tx.By.Hat:
		return livc.Denied("denied.two_people", law.RetentionExtended)
	case e.Until > law.LatestEnd(d.Retention.Clock.LastDiscussed):
		return livc.Denied("law.extension.five_years", law.RetentionExtended)
	}
	return nil
}

// signed puts the extension in the place of an older one and moves the dossier's day.
func (s *Service) signed(ctx context.Context, tx *deed.Tx, d Dossier, e Extension) error {
	older, err := s.Book.Extensions(ctx, tx, d.ID)
	if err != nil {
		return err
	}
	for _, o := range older {
		if o.State == ExtensionSigned {
			o.State = ExtensionLapsed
			if err := s.Book.SetExtension(ctx, tx, o); err != nil {
				return err
			}
		}
	}
	e.State, e.Signed, e.SignedBy = ExtensionSigned, tx.Today, tx.By.Hat
	if err := s.Book.SetExtension(ctx, tx, e); err != nil {
		return err
	}
	d.Retention.Clock.Extended = e.runs()
	return s.Book.SetDossier(ctx, tx, d)
}

// ExtensionsToSign lists what waits for a signature for the own controller: dates, no case, no reason.
func (s *Service) ExtensionsToSign(ctx context.Context, by deed.By) (list []Extension, err error) {
	err = s.Gate.Look(ctx, by, access.ViewDossiers, drawer(by), func(tx *deed.Tx) error {
		if tx.Facts.ListManager != access.Yes {
			list = nil
			return nil
		}
		list, err = s.Book.ExtensionsToSign(ctx, tx, by.Controller)
		return err
	})
	return list, err
}
