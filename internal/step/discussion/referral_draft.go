package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Draft is a written referral that was not sent: it lies sealed in the referrer's own drawer, so that
// nobody reads a word before the last button. Dutch: ontwerp van de aanmelding.
type Draft struct {
	Told         []Told // one
	Municipality livc.Secret
	Ages         livc.Secret
	Sector       livc.Secret
	Consent      livc.Secret
	SelfChecked  livc.Secret
	Team         livc.Secret
}

// Text is what was written so far.
func (d Draft) Text() Told {
	if len(d.Told) == 0 {
		return Told{}
	}
	return d.Told[0]
}

// Draft opens the actor's draft; an empty one when there is none.
func (s *Referrals) Draft(ctx context.Context, by deed.By) (d Draft, err error) {
	err = s.Gate.Look(ctx, by, access.ViewDraft, drawer(by.Hat), func(tx *deed.Tx) error {
		if err := s.writingOn(ctx, tx); err != nil {
			return err
		}
		items, err := s.living(ctx, tx, DraftItem)
		if err != nil || len(items) == 0 {
			return err
		}
		return tx.Later(items[0].Container, items[0].ID, &d)
	})
	return d, err
}

// writingOn refuses unless the protocol opened the written way (R4.1-h, R4.1-i).
func (s *Referrals) writingOn(ctx context.Context, tx *deed.Tx) error {
	p, err := s.Book.Settings(ctx, tx)
	if err == nil && !p.WrittenReferral {
		err = livc.Denied("law.refer.oral_first", law.OralReferral)
	}
	return err
}

// KeepDraft keeps the actor's draft; there is one at most.
func (s *Referrals) KeepDraft(ctx context.Context, by deed.By, d Draft) error {
	var faults livc.Faults
	d.Text().lengths(&faults)
	if err := faults.Err(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.KeepDraft, drawer(by.Hat), func(tx *deed.Tx) error {
		if err := s.writingOn(ctx, tx); err != nil {
			return err
		}
		items, err := s.living(ctx, tx, DraftItem)
		if err != nil {
			return err
		}
		id := tx.NewID()
		if len(items) > 0 {
			id = items[0].ID
		}
		return s.lay(ctx, tx, id, DraftItem, d)
	})
}

// EraseDraft stops and erases everything that was written.
func (s *Referrals) EraseDraft(ctx context.Context, by deed.By) error {
	return s.Gate.Do(ctx, by, access.EraseDraft, drawer(by.Hat), func(tx *deed.Tx) error {
		items, err := s.Book.DrawerItems(ctx, tx, tx.By.Hat, DraftItem)
		if err != nil {
			return err
		}
		for _, i := range items {
			if err := s.clear(ctx, tx, i); err != nil {
				return err
			}
		}
		return nil
	})
}
