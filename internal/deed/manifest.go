package deed

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

var errNoMember = errors.New("deed: not on the signed list of authorised persons")

// chains remembers lists whose signatures were checked; they hold public keys only. A changed list has
// another hash and is checked anew.
type chains struct {
	seenMu sync.Mutex
	seen   map[[32]byte][]seal.Manifest
}

// member finds a hat on the newest signed list of its organisation.
func (g *Gate) member(ctx context.Context, v Vault, id, hat livc.ID, today livc.Day) (seal.Member, int, error) {
	list, err := g.lists(ctx, v, id, hat)
	if err != nil || len(list) == 0 {
		return seal.Member{}, 0, errors.Join(err, errNoMember)
	}
	last := list[len(list)-1]
	m, ok := last.Member(hat)
	if !ok || !m.On(today) {
		return seal.Member{}, 0, errNoMember
	}
	return m, last.Version, nil
}

// everMember finds a hat on any version: somebody who left may have given keys while present.
func (g *Gate) everMember(ctx context.Context, v Vault, id, hat livc.ID) (seal.Member, int, error) {
	list, err := g.lists(ctx, v, id, hat)
	if err != nil {
		return seal.Member{}, 0, err
	}
	for i := len(list) - 1; i >= 0; i-- {
		if m, ok := list[i].Member(hat); ok {
			return m, list[i].Version, nil
		}
	}
	return seal.Member{}, 0, errNoMember
}

func (g *Gate) lists(ctx context.Context, v Vault, id, hat livc.ID) ([]seal.Manifest, error) {
	h, err := v.HatOf(ctx, id, hat)
	if err != nil {
		return nil, fmt.Errorf("find a hat: %w", err)
	}
	chain, err := v.Manifests(ctx, id, h.Organisation)
	if err != nil {
		return nil, fmt.Errorf("read the list of authorised persons: %w", err)
	}
	return g.check(chain)
}

func (g *Gate) check(c Chain) ([]seal.Manifest, error) {
	sum := sha256.New()
	sum.Write(c.Root)
	for _, l := range c.Links {
		sum.Write(l.Body)
		sum.Write(l.Signature)
	}
	key := [32]byte(sum.Sum(nil))
	g.seenMu.Lock()
	defer g.seenMu.Unlock()
	if list, ok := g.seen[key]; ok {
		return list, nil
	}
	list, err := verify(c)
	if err != nil {
		return nil, err
	}
	if g.seen == nil || len(g.seen) > 4096 {
		g.seen = map[[32]byte][]seal.Manifest{}
	}
	g.seen[key] = list
	return list, nil
}

func verify(c Chain) ([]seal.Manifest, error) {
	if len(c.Links) == 0 {
		return nil, nil
	}
	list := make([]seal.Manifest, len(c.Links))
	signed := make([]seal.SignedManifest, len(c.Links))
	for i, l := range c.Links {
		m, err := seal.ParseManifest(l.Body)
		if err != nil {
			return nil, err
		}
		list[i], signed[i] = m, seal.SignedManifest{Manifest: m, Signature: l.Signature}
	}
	if err := seal.VerifyChain(c.Root, signed); err != nil {
		return nil, err
	}
	return list, nil
}
