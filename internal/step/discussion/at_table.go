package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func ofMeeting(id livc.ID) access.Object {
	return access.Object{Kind: access.OfMeeting, ID: id, Meeting: id}
}

func ofItem(id livc.ID) access.Object { return access.Object{Kind: access.OfItem, ID: id, Item: id} }

// atTable is an item with all that a deed on it needs.
type atTable struct {
	Item    TableItem
	Sitting Sitting
	Case    Case
	People  []Attendee
	Stays   []Presence
}

func (t *Table) load(ctx context.Context, tx *deed.Tx, item livc.ID) (a atTable, err error) {
	if a.Item, err = t.Book.TableItem(ctx, tx, item); err != nil {
		return a, err
	}
	if a.Sitting, err = t.Book.Sitting(ctx, tx, a.Item.Meeting); err != nil {
		return a, err
	}
	if a.People, err = t.Book.Attendees(ctx, tx, a.Item.Meeting); err != nil {
		return a, err
	}
	return a, t.about(ctx, tx, &a)
}

// about adds, to what is known of a meeting and an item, the case and who is or was inside.
func (t *Table) about(ctx context.Context, tx *deed.Tx, a *atTable) (err error) {
	if a.Item.OfCase() {
		if a.Case, err = t.Book.TableCase(ctx, tx, a.Item.Case); err != nil {
			return err
		}
	}
	a.Stays, err = t.Book.Presences(ctx, tx, a.Item.ID)
	return err
}

// onItem does a deed on an item that is at the table now.
func (t *Table) onItem(ctx context.Context, by deed.By, action access.Action, item livc.ID, f func(*deed.Tx, *atTable) error) error {
	return t.Gate.Do(ctx, by, action, ofItem(item), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, item)
		if err != nil {
			return err
		}
		if err := a.Item.working(); err != nil {
			return err
		}
		if err := f(tx, &a); err != nil {
			return err
		}
		return t.hang(ctx, tx, item)
	})
}

// Inside gives who is inside now.
func (a atTable) Inside() []Attendee { return only(a.People, inside(a.Stays)) }

// circle is everyone who was inside at any moment, with who said yes; whoever was not asked is silent
// (R6.1-e, X-L-h).
func (a atTable) circle(yes []livc.ID) law.Circle {
	c := law.Circle{}
	now := inside(a.Stays)
	for _, id := range ever(a.Stays) {
		v := law.Voice{Hat: id, Inside: known(now, id)}
		if known(yes, id) {
			v.Answer = law.Yes
		}
		c.Voices = append(c.Voices, v)
	}
	return c.Put()
}

// need gives somebody of a list, or a fault at the field.
func need(list []Attendee, id livc.ID, field string) (Attendee, error) {
	if a, ok := find(list, id); ok {
		return a, nil
	}
	return Attendee{}, livc.Invalid("at_table.who").At(field)
}
