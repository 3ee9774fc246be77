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

	Sealed deed.Record // the entry before it is opened
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
	read := func() (sealed []*deed.Record, err error) {
		size := cmp.Or(s.Page, PageSize)
		if l.Cases, err = s.Book.Cases(ctx, tx, l.Municipality, after, size+1); err != nil {
			return nil, err
		}
		if len(l.Cases) > size {
			l.More = Place{l.Cases[size-1].Due, l.Cases[size-1].ID}
			l.Cases = l.Cases[:size]
		}
		for i := range l.Cases {
			sealed = append(sealed, &l.Cases[i].Sealed)
		}
		return sealed, nil
	}
	return tx.LaterThese(l.Municipality.List, read, func(i int) any { return &l.Cases[i].Entry })
}
