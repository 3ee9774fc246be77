package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// AppointForList lets the mayor's representative, or the coordinator when the mayor appoints her in
// writing, hold the list: who is on it, and what is referred (architecture 8, R1.3-b). The mayor can
// take it back with RevokeForList.
func (s *Service) AppointForList(ctx context.Context, by deed.By, hat livc.ID) error {
	return s.onList(ctx, by, hat, func(tx *deed.Tx, m Municipality, h *Hat) error {
		if h.Function != livc.Representative && h.Function != livc.Coordinator && h.Function != livc.Mayor {
			return livc.Denied("denied.list_functions", "livc-3-2-list")
		}
		h.Appointed = tx.Today
		for _, c := range []livc.ID{m.List, m.Office, m.Intake} {
			if err := tx.Give(c, hat, "appointed"); err != nil {
				return err
			}
		}
		return s.askSheets(ctx, tx, m, hat)
	})
}

// askSheets asks the key of every casusblad that is there already for a new list holder: it stands with
// the mayor's keys to give, one tap each, so that appointing somebody never opens hundreds at once.
func (s *Service) askSheets(ctx context.Context, tx *deed.Tx, m Municipality, hat livc.ID) error {
	sheets, err := s.Book.SheetsNotHeld(ctx, tx, m.ID, hat)
	if err != nil {
		return err
	}
	for _, c := range sheets {
		if err := tx.Ask(c, hat, "appointed"); err != nil {
			return err
		}
	}
	return nil
}

// RevokeForList takes the list back, and with it every casusblad and note that its holders read: from the
// next click on they are closed. The person's own drawer and dossiers stay.
func (s *Service) RevokeForList(ctx context.Context, by deed.By, hat livc.ID) error {
	return s.onList(ctx, by, hat, func(tx *deed.Tx, m Municipality, h *Hat) error {
		if hat == by.Hat {
			return livc.Denied("denied.own_list", "livc-3-2-list")
		}
		h.Appointed = ""
		return s.Book.TakeGrantsOf(ctx, tx, m.Organisation, hat)
	})
}

func (s *Service) onList(ctx context.Context, by deed.By, hat livc.ID, f func(*deed.Tx, Municipality, *Hat) error) error {
	return s.Gate.Do(ctx, by, access.AppointForList, access.Object{Kind: access.OfHat, ID: hat}, func(tx *deed.Tx) error {
		h, err := s.Book.Hat(ctx, tx, hat)
		if err != nil {
			return err
		}
		m, err := s.municipalityOf(ctx, tx, h.Organisation)
		if err != nil {
			return err
		}
		if err := f(tx, m, &h); err != nil {
			return err
		}
		return s.Book.SetHat(ctx, tx, h)
	})
}
