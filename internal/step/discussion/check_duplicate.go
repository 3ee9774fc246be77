package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/name"
	"beraad.eu/livc"
)

// Comparison is the answer of the duplicate check: cases of perhaps the same person, with the reasons in
// words and never a number. No hit is no proof. Dutch: vergelijking.
type Comparison struct {
	TooLittle bool // not enough to compare: ask the referrer
	Hits      []Hit
}

// Hit is a case of perhaps the same person. Dutch: mogelijk dezelfde persoon.
type Hit struct {
	Case    Case
	Likely  bool
	Reasons []name.Reason
}

// CheckDuplicate compares an open referral with the list of that municipality, in memory and inside the
// session of a list holder: no index of names exists, no relative is found, no other municipality is
// looked at, and each check leaves one leaf (S5, architecture 26).
func (s *Referrals) CheckDuplicate(ctx context.Context, by deed.By, referral livc.ID) (c Comparison, err error) {
	var told Told
	var cases []Case
	var entries map[livc.ID]*ListEntry
	err = s.Gate.Look(ctx, by, access.CheckDuplicate, on(referral), func(tx *deed.Tx) error {
		c, cases, entries = Comparison{}, nil, map[livc.ID]*ListEntry{}
		r, err := s.undecided(ctx, tx, referral, 0)
		if err != nil {
			return err
		}
		if err := tx.Open(r.Container, r.ID, &told); err != nil {
			return err
		}
		if c.TooLittle = !name.Enough(told.Who().person()); c.TooLittle {
			return nil
		}
		if cases, err = s.compared(ctx, tx, r, entries); err != nil {
			return err
		}
		r.Checked = tx.Today
		return s.save(ctx, tx, r)
	})
	if err == nil {
		c.Hits = hits(told, cases, entries)
	}
	return c, err
}

// compared asks for every entry of the list to be opened.
func (s *Referrals) compared(ctx context.Context, tx *deed.Tx, r Referral, entries map[livc.ID]*ListEntry) ([]Case, error) {
	m, err := s.Book.Municipality(ctx, tx, r.Municipality)
	if err != nil {
		return nil, err
	}
	err = tx.LaterAll(m.List, entryKind, func(caseID livc.ID) any {
		entries[caseID] = new(ListEntry)
		return entries[caseID]
	})
	if err != nil {
		return nil, err
	}
	return s.Book.AllCases(ctx, tx, m.ID)
}

func hits(told Told, cases []Case, entries map[livc.ID]*ListEntry) (list []Hit) {
	for _, c := range cases {
		e := entries[c.ID]
		if e == nil {
			continue
		}
		if m := name.Compare(told.Who().person(), e.Who().person()); m.Any() {
			list = append(list, Hit{c, m.Likely, m.Reasons})
		}
	}
	return list
}
