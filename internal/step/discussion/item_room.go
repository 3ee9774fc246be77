package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// nameKind is the kind of the record in a room that says who it is about.
const nameKind = "who"

// InRoom tells whether everyone has a screen at this item.
func (i TableItem) InRoom() bool { return i.Room != "" }

// TakesGuests tells whether somebody can come to a point with a screen of his own: the meeting was planned so, or
// the point is open so, since the way of sitting can change between points.
func (s Sitting) TakesGuests(i TableItem) bool { return s.Mode == livc.Screens || i.InRoom() }

// GuestDay is the day on which a guest can come: that of the meeting, and today once it is going on, also when it
// began on another day than was planned.
func (s Sitting) GuestDay(today livc.Day) livc.Day {
	if s.Running() {
		return today
	}
	return s.Day
}

// inRoom does a deed of somebody who is inside an item that has a room.
func (t *Table) inRoom(ctx context.Context, by deed.By, action access.Action, item livc.ID, f func(*deed.Tx, *atTable) error) error {
	return t.onItem(ctx, by, action, item, func(tx *deed.Tx, a *atTable) error {
		if !a.Item.InRoom() {
			return livc.Conflict("conflict.no_room")
		}
		return f(tx, a)
	})
}

// me is the attendance of a hat at the meeting.
func (a atTable) me(hat livc.ID) Attendee {
	for _, p := range a.People {
		if p.Hat == hat && hat != "" {
			return p
		}
	}
	return Attendee{}
}

// keepsDoor refuses who may not open, admit or close at a table on screens: that is the chair's, or of the
// one person to whom the chair gave it for this meeting (settled 22). At a spoken table the coordinator acts
// on the chair's spoken word.
func (a atTable) keepsDoor(tx *deed.Tx) error {
	if a.Item.Mode != livc.Screens || tx.By.Hat == a.Sitting.Chair || tx.By.Hat == a.Sitting.Delegate {
		return nil
	}
	return livc.Denied("denied.chair_keeps_door", law.MayorInvites)
}

// openRoom mints the key of the room, in the live session of who opens it; nobody holds it yet (settled 22,
// security 2.5). A list holder brings the name, so that it can be looked at inside.
func (t *Table) openRoom(ctx context.Context, tx *deed.Tx, a *atTable) (err error) {
	a.Item.Room, err = tx.NewContainer(livc.RoomContainer, tx.By.Controller, a.Case.ID, "", "item")
	if err != nil || tx.Facts.ListHolder != access.Yes {
		return err
	}
	return t.bring(ctx, tx, a)
}

// bring copies who it is about from the mayor's list into the room: only who, nothing else of the list.
func (t *Table) bring(ctx context.Context, tx *deed.Tx, a *atTable) error {
	m, err := t.Book.Municipality(ctx, tx, a.Case.Municipality)
	if err != nil || m.List == "" {
		return err
	}
	var e ListEntry
	if err := tx.Open(m.List, a.Case.ID, &e); err != nil {
		return err
	}
	return tx.Keep(a.Item.Room, a.Item.ID, nameKind, e.Who())
}

// BringName lets a holder of the list bring the name into a room that somebody else opened.
func (t *Table) BringName(ctx context.Context, by deed.By, item livc.ID) error {
	return t.inRoom(ctx, by, access.BringName, item, func(tx *deed.Tx, a *atTable) error {
		tx.Made(item)
		return t.bring(ctx, tx, a)
	})
}

// ShowName opens for somebody inside who the item is about; every press is a look of its own, recorded
// (product D4).
func (t *Table) ShowName(ctx context.Context, by deed.By, item livc.ID) (who Identity, err error) {
	err = t.Gate.Look(ctx, by, access.ShowName, ofItem(item), func(tx *deed.Tx) error {
		i, err := t.Book.TableItem(ctx, tx, item)
		if err != nil {
			return err
		}
		if !i.InRoom() {
			return livc.NotFound()
		}
		return tx.Later(i.Room, item, &who)
	})
	return who, err
}

// admitsKey seals the room to somebody who came in; who sits without an account hears and speaks.
func (t *Table) admitsKey(tx *deed.Tx, a *atTable, p Attendee) error {
	if !a.Item.InRoom() || !p.HasAccount {
		return nil
	}
	mine, err := tx.Gives(a.Item.Room)
	if err != nil {
		return err
	}
	if !mine {
		return livc.Denied("denied.chair_keeps_door", law.MayorInvites)
	}
	return tx.Give(a.Item.Room, p.Hat, "item")
}

// dismissKey takes the seal of somebody who went out: what was shared cannot be opened any more (R0.3-b).
func (t *Table) dismissKey(tx *deed.Tx, a *atTable, hat livc.ID) error {
	if !a.Item.InRoom() || hat == "" {
		return nil
	}
	return tx.Take(a.Item.Room, hat)
}

// endRoom destroys the room of an item: its key, its texts, who shared, what was asked and objected, in one
// deed with a tombstone (R12, security 2.5). Nobody can read it again, the chair included.
func (t *Table) endRoom(ctx context.Context, tx *deed.Tx, a *atTable, cause string) error {
	if !a.Item.InRoom() {
		return nil
	}
	if err := t.countFacts(ctx, tx, a); err != nil {
		return err
	}
	notes, err := t.Book.ObjectionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	for _, o := range notes {
		if err := t.dropNote(tx, o); err != nil {
			return err
		}
	}
	if err := t.Book.ForgetRoom(ctx, tx, a.Item.ID); err != nil {
		return err
	}
	if err := tx.Destroy(a.Item.Room); err != nil {
		return err
	}
	a.Item.Room = ""
	_, err = tx.Bury(deed.Burial{Kind: "room", Object: a.Item.ID, Controller: tx.By.Controller, Cause: cause, Classes: []string{"keys", "text", "plain"}})
	return err
}

// countFacts keeps from how many places something was said, once the facts themselves are gone.
func (t *Table) countFacts(ctx context.Context, tx *deed.Tx, a *atTable) error {
	list, err := t.weighed(ctx, tx, a.Item)
	if err != nil {
		return err
	}
	for _, d := range list {
		if err := t.Book.PutWeighed(ctx, tx, a.Item.ID, d); err != nil {
			return err
		}
	}
	return nil
}

// weighed gives how far each life domain was talked about: what the desk noted, and what was shared.
func (t *Table) weighed(ctx context.Context, tx *deed.Tx, i TableItem) ([]DomainWeighed, error) {
	list, err := t.Book.Weighed(ctx, tx, i.ID)
	if err != nil || !i.InRoom() {
		return list, err
	}
	facts, err := t.Book.FactsOf(ctx, tx, i.ID)
	return withFacts(list, facts), err
}

// withFacts adds the perspectives that came as facts; what was withdrawn does not count.
func withFacts(list []DomainWeighed, facts []SharedFact) []DomainWeighed {
	at := map[string]int{}
	for n, d := range list {
		at[d.Domain] = n
	}
	for _, f := range facts {
		if f.Domain == "" || f.State == FactWithdrawn {
			continue
		}
		n, ok := at[f.Domain]
		if !ok {
			n = len(list)
			at[f.Domain], list = n, append(list, DomainWeighed{Domain: f.Domain})
		}
		switch f.Side {
		case SideProtects:
			list[n].Protects++
		case SideConcerns:
			list[n].Concerns++
		case SideUnknown:
			list[n].Unknown = true
		}
	}
	return list
}
