package deed

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

var errNoMember = errors.New("deed: not on the signed list of authorised persons")

// list is a signed list of authorised persons whose signatures were checked, oldest version first.
type list []seal.SignedManifest

// member finds a hat on the newest version.
func (l list) member(hat livc.ID, today livc.Day) (m seal.Member, version int, ok bool) {
	if len(l) == 0 {
		return m, 0, false
	}
	last := l[len(l)-1]
	m, ok = last.Member(hat)
	return m, last.Version, ok && m.On(today)
}

// ever finds a hat on any version: somebody who left may have given keys while present.
func (l list) ever(hat livc.ID) (seal.Member, bool) {
	for i := len(l) - 1; i >= 0; i-- {
		if m, ok := l[i].Member(hat); ok {
			return m, true
		}
	}
	return seal.Member{}, false
}

// place is one controller in one LIVC R.
type place struct{ livc, controller livc.ID }

// chains remembers lists whose signatures were checked; they hold public keys only. A changed list has
// another hash and is checked anew. newest is the newest version of each list that this program has
// seen committed.
type chains struct {
	seenMu sync.Mutex
	seen   map[[32]byte]list
	newest map[place]seal.Pin
}

// list gives the list of an organisation inside a deed.
func (tx *Tx) list(organisation livc.ID) (list, error) {
	l, keep, err := tx.gate.trusted(tx.ctx, tx.batch, tx.job.by, organisation)
	if err == nil && keep != nil {
		err = tx.batch.PutPins(tx.ctx, tx.By.Livc, tx.By.Hat, keep)
	}
	return l, err
}

// listOf gives the list of the organisation of a hat.
func (tx *Tx) listOf(hat livc.ID) (list, error) {
	h, err := tx.batch.HatOf(tx.ctx, tx.By.Livc, hat)
	if err != nil {
		return nil, fmt.Errorf("find a hat: %w", err)
	}
	return tx.list(h.Organisation)
}

func (g *Gate) check(c Chain) (list, error) {
	sum := sha256.New()
	sum.Write(c.Root)
	for _, l := range c.Links {
		sum.Write(l.Body)
		sum.Write(l.Signature)
	}
	key := [32]byte(sum.Sum(nil))
	g.seenMu.Lock()
	defer g.seenMu.Unlock()
	if l, ok := g.seen[key]; ok {
		return l, nil
	}
	l, err := verify(c)
	if err != nil {
		return nil, err
	}
	if g.seen == nil || len(g.seen) > 4096 {
		g.seen = map[[32]byte]list{}
	}
	g.seen[key] = l
	return l, nil
}

func verify(c Chain) (list, error) {
	if len(c.Links) == 0 {
		return nil, nil
	}
	l := make(list, len(c.Links))
	for i, link := range c.Links {
		m, err := seal.ParseManifest(link.Body)
		if err != nil {
			return nil, err
		}
		l[i] = seal.SignedManifest{Manifest: m, Signature: link.Signature}
	}
	if err := seal.VerifyChain(c.Root, l); err != nil {
		return nil, err
	}
	return l, nil
}
