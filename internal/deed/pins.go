package deed

import (
	"context"
	"errors"
	"fmt"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// errNoPins: every hat that enrolled has pins; without them somebody took them away.
var errNoPins = errors.New("deed: what this hat has seen of the lists is gone")

// trusted gives the list of an organisation as the actor may trust it: signed all the way from its root,
// and neither older nor other than what the actor's hat has pinned or this program has seen (C7). keep
// is what the hat should pin from now on; nil when that is what it has pinned already.
//
// The pins are read before the list: a list that grows meanwhile is never taken for an old one.
func (g *Gate) trusted(ctx context.Context, v Vault, by By, organisation livc.ID) (l list, keep []byte, err error) {
	pins, err := readPins(ctx, v, by)
	if err != nil {
		return nil, nil, err
	}
	known := g.known(place{by.Livc, organisation})
	chain, err := v.Manifests(ctx, by.Livc, organisation)
	if err != nil {
		return nil, nil, fmt.Errorf("read the list of authorised persons: %w", err)
	}
	if l, err = g.check(chain); err != nil {
		return nil, nil, err
	}
	first := seal.Pin{Livc: by.Livc, Controller: organisation, Root: chain.Root}
	if _, err := next(known, first, l); err != nil {
		return nil, nil, fmt.Errorf("compare a list with what was seen: %w", err)
	}
	if keep, err = renew(pins, first, l, by); err != nil {
		return nil, nil, fmt.Errorf("compare a list with what was pinned: %w", err)
	}
	return l, keep, nil
}

func readPins(ctx context.Context, v Vault, by By) ([]seal.Pin, error) {
	sealed, err := v.Pins(ctx, by.Livc, by.Hat)
	if err != nil {
		return nil, fmt.Errorf("read what a hat has pinned: %w", err)
	}
	if len(sealed) == 0 {
		return nil, errNoPins
	}
	return by.Keys.Hat().OpenPins(sealed)
}

// next compares a list with a pin and gives the pin that follows; without a pin the first one counts.
func next(pin *seal.Pin, first seal.Pin, l list) (seal.Pin, error) {
	if pin == nil {
		if len(l) == 0 { // nobody of that organisation has enrolled
			return first, nil
		}
		pin = &first
	}
	if len(l) > 0 && pin.Hash == l[len(l)-1].Hash() {
		return *pin, nil
	}
	return pin.Check(l)
}

// renew gives the sealed pins with the newest version of one list; nil when nothing changed.
func renew(pins []seal.Pin, first seal.Pin, l list, by By) ([]byte, error) {
	for i, p := range pins {
		if p.Controller != first.Controller {
			continue
		}
		n, err := next(&p, first, l)
		if err != nil || n.Version == p.Version {
			return nil, err
		}
		pins[i] = n
		return by.Keys.Hat().SealPins(pins), nil
	}
	n, err := next(nil, first, l)
	if err != nil || n.Version == 0 {
		return nil, err
	}
	return by.Keys.Hat().SealPins(append(pins, n)), nil
}

// known gives the newest version of a list that this program has seen.
func (g *Gate) known(at place) *seal.Pin {
	g.seenMu.Lock()
	defer g.seenMu.Unlock()
	if p, ok := g.newest[at]; ok {
		return &p
	}
	return nil
}

// note remembers the newest version of a list that stands committed in the database.
func (g *Gate) note(at place, l list) {
	if len(l) == 0 {
		return
	}
	last := l[len(l)-1]
	g.seenMu.Lock()
	defer g.seenMu.Unlock()
	if g.newest == nil {
		g.newest = map[place]seal.Pin{}
	}
	if g.newest[at].Version < last.Version {
		root, _ := l[0].Member(l[0].ListManager)
		g.newest[at] = seal.Pin{Livc: at.livc, Controller: at.controller, Root: root.Sig, Version: last.Version, Hash: last.Hash()}
	}
}

// remember pins for a hat what it just saw of these lists. It is no deed: it changes nothing that
// anybody can look at, and a reading session must remember too.
func (g *Gate) remember(ctx context.Context, by By, organisations []livc.ID) error {
	return g.Store.Write(ctx, g.Store.Lane(by.Livc), func(b Batch) error {
		for _, o := range organisations {
			_, keep, err := g.trusted(ctx, b, by, o)
			if err == nil && keep != nil {
				err = b.PutPins(ctx, by.Livc, by.Hat, keep)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// FirstPins is what a hat pins when it enrols: the lists of the whole network as they stand on the day
// on which the words of the fingerprint are compared face to face.
func (tx *Tx) FirstPins(keys Keys) ([]byte, error) {
	organisations, err := tx.batch.Organisations(tx.ctx, tx.By.Livc)
	if err != nil {
		return nil, fmt.Errorf("find the network: %w", err)
	}
	var pins []seal.Pin
	for _, o := range organisations {
		chain, err := tx.batch.Manifests(tx.ctx, tx.By.Livc, o)
		if err != nil {
			return nil, fmt.Errorf("read the list of authorised persons: %w", err)
		}
		l, err := tx.gate.check(chain)
		if err != nil {
			return nil, err
		}
		first := seal.Pin{Livc: tx.By.Livc, Controller: o, Root: chain.Root}
		if first, err = next(nil, first, l); err != nil {
			return nil, err
		}
		if first.Version > 0 {
			pins = append(pins, first)
		}
	}
	return keys.Hat().SealPins(pins), nil
}
