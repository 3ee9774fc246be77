package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// KnowPrivately tells the chair alone that the actor knows in private life who a point is about, so that the
// chair may ask the actor to step out (product 4.2, point 3; R0.3-b). It is asked of who was invited for that
// point, and of who is inside it. There is no "no", and silence leaves nothing.
func (t *Table) KnowPrivately(ctx context.Context, by deed.By, meeting, item livc.ID) error {
	return t.Gate.Do(ctx, by, access.Prepare, ofMeeting(meeting), func(tx *deed.Tx) error {
		a, err := t.listedFor(ctx, tx, meeting, item)
		if err != nil {
			return err
		}
		if err := a.mayTell(tx); err != nil {
			return err
		}
		aside(tx, meeting)
		said, err := t.ownAcquaintance(ctx, tx, meeting, item)
		if err != nil || said.ID != "" {
			return err // the chair knows it already
		}
		me := a.me(tx.By.Hat)
		x := Acquaintance{ID: tx.NewID(), Item: item, Mark: tx.OwnMark(acquaintanceKind, item)}
		if x.Note, err = tx.NewContainer(livc.NoteContainer, tx.By.Controller, a.Case.ID, "", acquaintanceKind, a.Sitting.Chair); err != nil {
			return err
		}
		text := AcquaintanceText{livc.NewSecret(string(me.Seat)), livc.NewSecret(string(me.Function)), livc.NewSecret(me.Service)}
		if err := tx.Keep(x.Note, x.ID, acquaintanceKind, text); err != nil {
			return err
		}
		tx.Stir(meeting)
		return t.Book.InsertAcquaintance(ctx, tx, x)
	})
}

// TakeBackKnowing destroys the note to the chair; another's is not there.
func (t *Table) TakeBackKnowing(ctx context.Context, by deed.By, meeting, item livc.ID) error {
	return t.Gate.Do(ctx, by, access.Prepare, ofMeeting(meeting), func(tx *deed.Tx) error {
		x, err := t.ownAcquaintance(ctx, tx, meeting, item)
		if err != nil {
			return err
		}
		if x.ID == "" {
			return livc.NotFound()
		}
		aside(tx, meeting)
		tx.Stir(meeting)
		return t.dropAcquaintance(ctx, tx, x)
	})
}

// listedFor loads an item when it stands on the actor's list; another one is not there.
func (t *Table) listedFor(ctx context.Context, tx *deed.Tx, meeting, item livc.ID) (a atTable, err error) {
	if a, err = t.load(ctx, tx, item); err != nil {
		return a, err
	}
	asked, err := t.preparable(ctx, tx, meeting)
	if err != nil {
		return a, err
	}
	isIt := func(i TableItem) bool { return i.ID == item }
	if a.Sitting.ID != meeting || !slices.ContainsFunc(asked, isIt) && !known(inside(a.Stays), a.me(tx.By.Hat).ID) {
		return a, livc.NotFound()
	}
	return a, nil
}

// mayTell refuses while there is nobody to tell, or nothing may be written about the case (X-L-l). None of it is a
// refusal that the log would have: it would say who wanted to tell something.
func (a atTable) mayTell(tx *deed.Tx) error {
	switch me := a.me(tx.By.Hat); {
	case !a.Sitting.Running():
		return livc.Conflict("conflict.meeting_not_open")
	case me.State != Present || me.Acknowledged.IsZero():
		return livc.Conflict("conflict.not_here_yet")
	case a.Sitting.Chair == tx.By.Hat:
		return livc.Conflict("conflict.you_are_chair")
	case a.Case.AgendaOnly || !chairHasScreen(a.Sitting, a.People):
		return livc.Conflict("conflict.say_aloud")
	}
	return nil
}
