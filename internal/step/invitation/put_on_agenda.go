package invitation

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

func onMeeting(meeting livc.ID) access.Object {
	return access.Object{Kind: access.OfMeeting, ID: meeting, Meeting: meeting}
}

// agenda runs f on the points of a meeting that may still change, and numbers them anew in the fixed
// order of the parts.
func (s *Service) agenda(ctx context.Context, by deed.By, meeting livc.ID, f func(*deed.Tx, Meeting, []Item) ([]Item, error)) error {
	return s.Gate.Do(ctx, by, access.EditAgenda, onMeeting(meeting), func(tx *deed.Tx) error {
		m, err := s.Book.Meeting(ctx, tx, meeting)
		if err != nil {
			return err
		}
		if err := m.mustBeEditable(); err != nil {
			return err
		}
		items, err := s.Book.Items(ctx, tx, meeting)
		if err != nil {
			return err
		}
		was := map[livc.ID]int{}
		for _, i := range items {
			was[i.ID] = i.Place
		}
		if items, err = f(tx, m, items); err != nil {
			return err
		}
		return s.renumber(ctx, tx, items, was)
	})
}

func (s *Service) renumber(ctx context.Context, tx *deed.Tx, items []Item, was map[livc.ID]int) error {
	for i, item := range inOrder(items) {
		if was[item.ID] == i+1 {
			continue
		}
		item.Place = i + 1
		if err := s.Book.SetItem(ctx, tx, item); err != nil {
			return err
		}
	}
	return nil
}

// PutOnAgenda puts a case on the agenda of a meeting: follow-up before new (R4.0-a). Only an
// operational meeting can hold a case (R2.2-b, invariant 16), and only who holds the casusblad knows
// the case at all.
func (s *Service) PutOnAgenda(ctx context.Context, by deed.By, meeting, caseID livc.ID) (made livc.ID, err error) {
	err = s.agenda(ctx, by, meeting, func(tx *deed.Tx, m Meeting, items []Item) ([]Item, error) {
		c, err := s.heldCase(ctx, tx, caseID)
		if err != nil {
			return nil, err
		}
		if err := m.Kind.MayHoldCases(); err != nil {
			return nil, err
		}
		if !c.State.Open() {
			return nil, livc.Denied("denied.case_open", "p-closing-criteria")
		}
		if slices.ContainsFunc(items, func(i Item) bool { return i.Case == caseID }) {
			return nil, livc.Conflict("agenda.twice")
		}
		kind := c.itemKind()
		item := Item{ID: tx.NewID(), Meeting: meeting, Place: len(items) + 1, Kind: kind, Case: caseID, Minutes: usual[kind], State: livc.ItemPlanned}
		made = item.ID
		tx.Made(made)
		return append(items, item), s.Book.InsertItem(ctx, tx, item)
	})
	return made, err
}

// heldCase gives a case whose casusblad the actor holds; another town's case does not exist for him.
func (s *Service) heldCase(ctx context.Context, tx *deed.Tx, id livc.ID) (Case, error) {
	c, err := s.Book.Case(ctx, tx, id)
	if err != nil {
		return c, err
	}
	holders, err := tx.Holders(c.Sheet)
	if err == nil && !slices.Contains(holders, tx.By.Hat) {
		err = livc.NotFound()
	}
	return c, err
}

// PutTopic puts one of the fixed topics on an agenda: the work of a strategic meeting, and a good use of
// an operational one without cases.
func (s *Service) PutTopic(ctx context.Context, by deed.By, meeting livc.ID, topic Topic) (made livc.ID, err error) {
	if !slices.Contains(Topics(), topic) {
		return "", livc.Invalid("agenda.topic").At("topic")
	}
	err = s.agenda(ctx, by, meeting, func(tx *deed.Tx, _ Meeting, items []Item) ([]Item, error) {
		item := Item{ID: tx.NewID(), Meeting: meeting, Place: len(items) + 1, Kind: GeneralItem, Topic: topic, Minutes: usual[GeneralItem], State: livc.ItemPlanned}
		made = item.ID
		tx.Made(made)
		return append(items, item), s.Book.InsertItem(ctx, tx, item)
	})
	return made, err
}

// find gives the place of an item in a list; an item of another meeting does not exist here.
func find(items []Item, id livc.ID) (int, error) {
	at := slices.IndexFunc(items, func(i Item) bool { return i.ID == id })
	if at < 0 {
		return 0, livc.NotFound()
	}
	return at, nil
}
