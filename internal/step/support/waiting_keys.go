package support

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// KeysDesk is what one person can give and waits for. Dutch: sleutels.
type KeysDesk struct {
	ToGive []KeyWait // keys that the person holds and somebody waits for
	Wanted []KeyWait // keys that the person waits for, with who can give them
}

// KeyWait is one key that one person waits for. Dutch: sleutel waarop iemand wacht.
type KeyWait struct {
	Waiting
	Who     Hat   // who waits
	Holders []Hat // who can give it
}

// Keys shows the keys that the actor can give with one tap, and those still to be given to the actor:
// nothing waits in clear for somebody who has no key yet (settled 5).
func (s *Service) Keys(ctx context.Context, by deed.By) (d KeysDesk, err error) {
	err = s.Gate.Look(ctx, by, access.ViewKeys, access.Object{Kind: access.OfDrawer, ID: by.Hat}, func(tx *deed.Tx) error {
		give, err := s.Book.WaitingFor(ctx, tx, by.Hat)
		if err != nil {
			return err
		}
		want, err := s.Book.WaitsOf(ctx, tx, by.Hat)
		if err != nil {
			return err
		}
		if d.ToGive, err = s.named(ctx, tx, give); err != nil {
			return err
		}
		d.Wanted, err = s.named(ctx, tx, want)
		return err
	})
	return d, err
}

func (s *Service) named(ctx context.Context, tx *deed.Tx, list []Waiting) (out []KeyWait, err error) {
	for _, w := range list {
		k := KeyWait{Waiting: w}
		if k.Who, err = s.Book.Hat(ctx, tx, w.Hat); err != nil {
			return nil, err
		}
		holders, err := tx.Holders(w.Container)
		if err != nil {
			return nil, err
		}
		for _, h := range holders {
			holder, err := s.Book.Hat(ctx, tx, h)
			if err != nil {
				return nil, err
			}
			k.Holders = append(k.Holders, holder)
		}
		out = append(out, k)
	}
	return out, nil
}

// GiveKey seals the key of a container to somebody who waits for it. Only what was asked can be given:
// the holder decides whether, not to whom (settled 5, C7).
func (s *Service) GiveKey(ctx context.Context, by deed.By, container, hat livc.ID) error {
	return s.Gate.Do(ctx, by, access.GiveKey, access.Object{Kind: access.OfContainer, ID: container}, func(tx *deed.Tx) error {
		list, err := s.Book.WaitingFor(ctx, tx, by.Hat)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(list, func(w Waiting) bool { return w.Container == container && w.Hat == hat })
		if i < 0 {
			return livc.Conflict("conflict.changed")
		}
		tx.Made(container)
		return tx.Give(container, hat, list[i].Reason)
	})
}
