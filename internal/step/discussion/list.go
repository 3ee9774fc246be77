package discussion

import (
	"cmp"
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// PageSize is how many cases one page of the list usually shows.
const PageSize = 50

// List is the mayor's list of one municipality: what is proposed, and the cases. Dutch: lijst van de
// casussen.
type List struct {
	Municipality support.Municipality
	Proposals    []Proposal
	Cases        []Line
	More         Place // where the next page begins; empty: there is none
}

// Proposal is a referral on which nobody has decided, as a card. Dutch: voorstel.
type Proposal struct {
	Referral Referral
	Weight   *Weight // of the third gate
	Held     bool    // the officer asks to be called; only the chair sees it
}

// Line is a case on the list with its next step. Dutch: casus op de lijst.
type Line struct {
	ID    livc.ID
	Code  string
	State livc.CaseState
	Due   livc.Day
	Entry NextEntry
}

// NextEntry is what the list shows of an entry: nobody's name (X-L-f).
type NextEntry struct {
	livc.Part
	NextStep livc.Secret
}

// Place is a place in the list: after this day and case. Dutch: plaats in de lijst.
type Place struct {
	Due livc.Day
	ID  livc.ID
}

// List shows the list to who holds it; a list holder of one municipality sees nothing of another
// (X-L-b).
func (s *Referrals) List(ctx context.Context, by deed.By, after Place) (l List, err error) {
	err = s.Gate.Look(ctx, by, access.ViewList, access.Whole(by.Livc), func(tx *deed.Tx) error {
		l = List{}
		if l.Municipality, err = s.own(ctx, tx); err != nil {
			return err
		}
		if err := s.proposals(ctx, tx, &l); err != nil {
			return err
		}
		return s.lines(ctx, tx, after, &l)
	})
	return l, err
}

func (s *Referrals) proposals(ctx context.Context, tx *deed.Tx, l *List) error {
	open, err := s.Book.OpenReferrals(ctx, tx, l.Municipality.ID)
	if err != nil {
		return err
	}
	for _, r := range open {
		if !r.Told() {
			continue
		}
		p, err := s.proposal(ctx, tx, l.Municipality.List, r)
		if err != nil {
			return err
		}
		l.Proposals = append(l.Proposals, p)
	}
	return nil
}

func (s *Referrals) proposal(ctx context.Context, tx *deed.Tx, list livc.ID, r Referral) (Proposal, error) {
	p := Proposal{Referral: r}
	if r.Weighed != "" {
		p.Weight = new(Weight)
		if err := tx.Later(list, r.ID, p.Weight); err != nil {
			return p, err
		}
	}
	if !tx.By.Function.Chairs() {
		return p, nil // the coordinator reads the same sentence for both answers
	}
	holds, err := s.Book.Holds(ctx, tx, r.ID)
	p.Held = running(holds, tx.Today)
	return p, err
}

// lines gives one page; NextStep and the rest of an entry are opened after the leaf is committed.
func (s *Referrals) lines(ctx context.Context, tx *deed.Tx, after Place, l *List) error {
	size := cmp.Or(s.Page, PageSize)
	cases, err := s.Book.Cases(ctx, tx, l.Municipality.ID, after, size+1)
	if err != nil {
		return err
	}
	if len(cases) > size {
		l.More = Place{cases[size-1].Due, cases[size-1].ID}
		cases = cases[:size]
	}
	l.Cases = cases
	ids, entries := make([]livc.ID, len(cases)), make(map[livc.ID]*NextEntry, len(cases))
	for i := range cases {
		ids[i] = cases[i].ID
		entries[cases[i].ID] = &cases[i].Entry
	}
	return tx.LaterMany(l.Municipality.List, ids, func(id livc.ID) any { return entries[id] })
}
