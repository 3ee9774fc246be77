package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Worry is an own note before anything was said to anybody: gate 1, inside the own house. Dutch: eigen
// zorg.
type Worry struct {
	Nickname livc.Secret // a word only the writer understands
	What     livc.Secret // what was seen or heard
	From     livc.Secret
	When     livc.Secret
	Done     livc.Secret
	GoesWell livc.Secret
	Think    livc.Secret // a feeling is no fact, and may be noted as one
}

// OwnWorry is a worry with its days. Dutch: zorg in de eigen lijst.
type OwnWorry struct {
	Item  DrawerItem
	Worry *Worry
}

// Worries lists the actor's own worries; off tells that the protocol or the own organisation did not
// switch them on.
func (s *Referrals) Worries(ctx context.Context, by deed.By) (list []OwnWorry, off bool, err error) {
	err = s.Gate.Look(ctx, by, access.ViewWorries, drawer(by.Hat), func(tx *deed.Tx) error {
		list, off = nil, false
		if err := s.worriesOn(ctx, tx); err != nil {
			off = livc.KindOf(err) == livc.DeniedKind
			return unless(off, err)
		}
		items, err := s.living(ctx, tx, WorryItem)
		for _, i := range items {
			w := new(Worry)
			if err := tx.Later(i.Container, i.ID, w); err != nil {
				return err
			}
			list = append(list, OwnWorry{i, w})
		}
		return err
	})
	return list, off, err
}

func unless(expected bool, err error) error {
	if expected {
		return nil
	}
	return err
}

// worriesOn refuses unless the protocol and the own organisation both switched own worries on
// (architecture 16).
func (s *Referrals) worriesOn(ctx context.Context, tx *deed.Tx) error {
	p, err := s.Book.Settings(ctx, tx)
	if err == nil && (!p.OwnWorries || tx.Facts.MayRegister != access.Yes) {
		err = livc.Denied("worries.off", law.OralReferral)
	}
	return err
}

// EraseWorry erases an own worry at once.
func (s *Referrals) EraseWorry(ctx context.Context, by deed.By, id livc.ID) error {
	return s.Gate.Do(ctx, by, access.EraseWorry, drawer(by.Hat), func(tx *deed.Tx) error {
		i, err := s.mineIn(ctx, tx, id, WorryItem)
		if err != nil {
			return err
		}
		return s.clear(ctx, tx, i)
	})
}
