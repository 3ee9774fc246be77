package invitation

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Needed is the page on which partners are chosen for one case. Dutch: wie is nodig.
type Needed struct {
	Board
	Case    Case
	On      Point
	Network []Partner
	Chosen  []Invitation
	Asked   map[livc.ID]*Asked // by invitation
}

// Chose gives the invitation of a person, if chosen.
func (n Needed) Chose(hat livc.ID) (Invitation, bool) {
	at := slices.IndexFunc(n.Chosen, func(i Invitation) bool { return i.Hat == hat && i.State != Withdrawn })
	if at < 0 {
		return Invitation{}, false
	}
	return n.Chosen[at], true
}

// WhoIsNeeded shows the network and who was chosen for a case, with the question to each. It suggests
// nobody.
func (s *Service) WhoIsNeeded(ctx context.Context, by deed.By, meeting, caseID livc.ID) (n Needed, err error) {
	err = s.Gate.Look(ctx, by, access.ViewNeeded, access.Case(caseID), func(tx *deed.Tx) error {
		n = Needed{Asked: map[livc.ID]*Asked{}}
		if n.Board, err = s.fill(ctx, tx, meeting); err != nil {
			return err
		}
		var on bool
		if n.On, on = n.Point(caseID); !on {
			return livc.NotFound()
		}
		if n.Case, err = s.Book.Case(ctx, tx, caseID); err != nil {
			return err
		}
		if n.Network, err = s.network(ctx, tx, n.Board); err != nil {
			return err
		}
		n.Chosen = n.Of(caseID)
		return tx.LaterAll(n.Case.Sheet, askedKind, func(record livc.ID) any {
			if !slices.ContainsFunc(n.Chosen, func(i Invitation) bool { return i.ID == record }) {
				return nil
			}
			n.Asked[record] = &Asked{}
			return n.Asked[record]
		})
	})
	return n, err
}

// network lists who may be asked, with the framework of each: a framework that is not in force is shown
// and cannot be chosen.
func (s *Service) network(ctx context.Context, tx *deed.Tx, b Board) ([]Partner, error) {
	last, err := s.Book.LastInvited(ctx, tx)
	if err != nil {
		return nil, err
	}
	var list []Partner
	for _, h := range b.People {
		if h.Function != livc.Participant {
			continue
		}
		p := Partner{Hat: h, Organisation: b.Partners[h.Organisation], LastInvited: last[h.ID]}
		if p.Framework, err = s.framework(ctx, tx, p.Organisation); err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, nil
}
