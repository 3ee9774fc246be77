package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// RemovePerson ends a hat: off the signed list, every key of it deleted, its sessions over, in one
// deed; the person keeps other hats (R2.5.1-a, R6.2-v, Z7). The duty of secrecy goes on after leaving.
func (s *Service) RemovePerson(ctx context.Context, by deed.By, hat livc.ID) error {
	return s.Gate.Do(ctx, by, access.RemovePerson, access.Object{Kind: access.OfHat, ID: hat}, func(tx *deed.Tx) error {
		h, err := s.Book.Hat(ctx, tx, hat)
		if err != nil {
			return err
		}
		if h.ListManager || hat == by.Hat {
			return livc.Denied("denied.last_list_manager", "gdpr-29")
		}
		if err := s.leavesReadable(ctx, tx, hat); err != nil {
			return err
		}
		if len(h.KEM) > 0 {
			last, err := s.Book.LastManifest(ctx, tx, h.Organisation)
			if err != nil {
				return err
			}
			err = s.next(ctx, tx, by.Keys, h.Organisation, last, func(l *deed.Manifest) { l.Members = without(l.Members, hat) })
			if err != nil {
				return err
			}
		}
		if err := s.Book.TakeAllGrants(ctx, tx, hat); err != nil {
			return err
		}
		if _, err := tx.Bury(deed.Burial{Kind: "hat", Object: hat, Controller: h.Organisation, Cause: "left", Classes: []string{"keys"}}); err != nil {
			return err
		}
		return s.Book.EndHat(ctx, tx, hat)
	})
}

// leavesReadable refuses to end the last holder of an own dossier: it would be kept on and read by
// nobody. Erase it first, or name a deputy (R6.2-v).
func (s *Service) leavesReadable(ctx context.Context, tx *deed.Tx, hat livc.ID) error {
	alone, err := s.Book.SoleKeeper(ctx, tx, hat)
	if err == nil && alone {
		err = livc.Denied("denied.last_holder", "gdpr-29")
	}
	return err
}
