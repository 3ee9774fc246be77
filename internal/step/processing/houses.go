package processing

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Holding is a sort of thing that a house keeps about a case; never what stands in it. Dutch: soort bewaring.
type Holding string

// The sorts.
const (
	HoldsListing  Holding = "listing"  // the line of the mayor's list
	HoldsReferral Holding = "referral" // a referral that waits for a decision
	HoldsSheet    Holding = "sheet"    // the casusblad
	HoldsHere     Holding = "here"     // an own dossier, sealed here
	HoldsOutside  Holding = "outside"  // in the own system, not here
	HoldsPlan     Holding = "plan"     // a personal copy of the plan
	HoldsAction   Holding = "action"   // a note of an agreed action
)

// Holdings lists the sorts in the order in which a house shows them.
func Holdings() []Holding {
	return []Holding{HoldsListing, HoldsReferral, HoldsSheet, HoldsHere, HoldsOutside, HoldsPlan, HoldsAction}
}

// House is one organisation with what the reader may know that it keeps. Dutch: huis.
type House struct {
	Organisation livc.ID
	Name         string
	Holds        []Holding
}

// add notes a sort once.
func (h *House) add(kinds ...Holding) {
	for _, k := range Holdings() {
		if slices.Contains(kinds, k) && !slices.Contains(h.Holds, k) {
			h.Holds = append(h.Holds, k)
		}
	}
	slices.SortFunc(h.Holds, func(a, b Holding) int { return slices.Index(Holdings(), a) - slices.Index(Holdings(), b) })
}

// Houses is where the data about one case are, as far as one reader may know: the own house, and what the
// own house gave to others. Whether another keeps a dossier is nowhere in it, because nobody may learn that
// from here (R4.0-b, R6.2-g). Dutch: vijf huizen.
type Houses struct {
	Own     House
	Others  []House // that the reader's organisation itself asked something; what else they keep, they decide
	AtTable bool    // it is talked about now; a participant is not told
}

// Houses shows them to who holds the casusblad, and to who was invited: to that one the own house only
// (product D1).
func (s *Service) Houses(ctx context.Context, by deed.By, caseID livc.ID) (h Houses, err error) {
	err = s.Gate.Look(ctx, by, access.ViewHouses, access.Case(caseID), func(tx *deed.Tx) error {
		if h, err = s.ownHouse(ctx, tx, caseID); err != nil || tx.Facts.SheetHeld != access.Yes {
			return err
		}
		return s.townHall(ctx, tx, caseID, &h)
	})
	return h, err
}

// ownHouse is what the reader himself keeps: by hat, never by organisation, because a colleague's dossier is
// as closed as another's.
func (s *Service) ownHouse(ctx context.Context, tx *deed.Tx, caseID livc.ID) (h Houses, err error) {
	h.Own.Organisation = tx.By.Controller
	if h.Own.Name, err = s.Book.ServiceOf(ctx, tx, tx.By.Hat); err != nil {
		return h, err
	}
	d, err := s.Book.DossierOf(ctx, tx, tx.By.Hat, caseID)
	if livc.KindOf(err) == livc.NotFoundKind {
		err = nil
	}
	if err != nil {
		return h, err
	}
	if d.ID != "" && !d.Retention.Over(tx.Today) {
		h.Own.add(d.holding()...)
	}
	given, err := s.Book.GivenTo(ctx, tx, caseID, tx.By.Hat)
	h.Own.add(given...)
	return h, err
}

// holding is the sort of a dossier; nothing is not shown.
func (d Dossier) holding() []Holding {
	switch d.Manner {
	case KeptHere:
		return []Holding{HoldsHere}
	case KeptOutside:
		return []Holding{HoldsOutside}
	}
	return nil
}

// townHall adds what the municipality keeps, and what it gave to others itself.
func (s *Service) townHall(ctx context.Context, tx *deed.Tx, caseID livc.ID, h *Houses) error {
	kept, err := s.Book.MunicipalHoldings(ctx, tx, caseID)
	if err != nil {
		return err
	}
	h.Own.add(kept...)
	others, err := s.Book.Asked(ctx, tx, caseID)
	if err != nil {
		return err
	}
	for _, o := range others {
		if o.Organisation == tx.By.Controller {
			h.Own.add(o.Holds...)
			continue
		}
		h.Others = append(h.Others, o)
	}
	h.AtTable, err = s.Book.AtTable(ctx, tx, caseID)
	return err
}

// housesOf is the picture beside an own dossier. A deputy sees the dossier alone: what its keeper was
// given besides is not his.
func (s *Service) housesOf(ctx context.Context, tx *deed.Tx, d Dossier) (h Houses, err error) {
	if d.Hat == tx.By.Hat {
		return s.ownHouse(ctx, tx, d.Case)
	}
	h.Own.Organisation = tx.By.Controller
	h.Own.add(d.holding()...)
	h.Own.Name, err = s.Book.ServiceOf(ctx, tx, tx.By.Hat)
	return h, err
}
