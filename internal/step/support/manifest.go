package support

import (
	"context"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// member is a line of the list. That of a guest counts on the day of the meeting only (settled 23).
func member(tx *deed.Tx, h Hat, person livc.ID) deed.Member {
	m := deed.Member{Hat: h.ID, Person: person, KEM: h.KEM, Sig: h.Sig, Function: h.Function, From: tx.Today}
	if h.Function.Visits() {
		m.Until = h.Mandate.Until
	}
	return m
}

// sign makes the next version of the list with one more member.
func (s *Service) sign(ctx context.Context, tx *deed.Tx, keys deed.Keys, organisation livc.ID, last []byte, manager livc.ID, m deed.Member) error {
	return s.next(ctx, tx, keys, organisation, last, func(l *deed.Manifest) {
		if manager != "" {
			l.ListManager = manager
		}
		l.Members = append(without(l.Members, m.Hat), m)
	})
}

func (s *Service) next(ctx context.Context, tx *deed.Tx, keys deed.Keys, organisation livc.ID, last []byte, change func(*deed.Manifest)) error {
	l, err := deed.NextManifest(tx.By.Livc, organisation, last)
	if err != nil {
		return err
	}
	change(&l)
	return s.Book.InsertManifest(ctx, tx, organisation, l.Version, l.Bytes(), l.Sign(keys.Hat()))
}

func without(list []deed.Member, hat livc.ID) []deed.Member {
	return slices.DeleteFunc(slices.Clone(list), func(m deed.Member) bool { return m.Hat == hat })
}
