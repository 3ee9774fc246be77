package discussion

import (
	"bytes"
	"context"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Acquaintance says that somebody at the meeting knows in private life who an item is about. Whose it is stands
// nowhere beside it: who said it finds it back by a mark that nobody else can make, and the chair reads it in
// the note. There is no row for who said nothing. Dutch: privé bekend.
type Acquaintance struct {
	ID, Item livc.ID
	Mark     []byte
	Note     livc.ID // container of the note, for the chair alone
}

// AcquaintanceText is who knows the person, for the chair alone: by seat, function and service, as a screen names
// somebody. Dutch: wie iemand privé kent.
type AcquaintanceText struct{ Seat, Function, Service livc.Secret }

// Listed is a point of the agenda for which the actor was asked, or inside which he or she is: it has a place and
// no code, as in the invitation (R0.3-b). Dutch: punt op mijn lijst.
type Listed struct {
	Item  livc.ID
	At    int
	Said  bool // the actor told the chair
	Aloud bool // it cannot be told here, only aloud: no text may be kept about the case, or the chair has no screen
}

// Knowing is, for the chair, that somebody knows who a point is about. Dutch: bericht aan de voorzitter.
type Knowing struct {
	Item livc.ID
	At   int
	Open bool // the point is at the table
	Text AcquaintanceText
}

const acquaintanceKind = "acquaintance"

// chairHasScreen tells whether who chairs has keys to which a note can be sealed.
func chairHasScreen(s Sitting, people []Attendee) bool {
	return slices.ContainsFunc(people, func(p Attendee) bool { return p.Hat != "" && p.Hat == s.Chair && p.HasAccount })
}

// ownAcquaintance finds what the actor told the chair about an item of a meeting; without it it is empty.
func (t *Table) ownAcquaintance(ctx context.Context, tx *deed.Tx, meeting, item livc.ID) (Acquaintance, error) {
	list, err := t.Book.AcquaintancesAt(ctx, tx, meeting)
	return marked(list, item, tx.OwnMark(acquaintanceKind, item)), err
}

// marked is the one of these about an item that has a mark; without it it is empty.
func marked(list []Acquaintance, item livc.ID, mark []byte) Acquaintance {
	for _, x := range list {
		if x.Item == item && bytes.Equal(x.Mark, mark) {
			return x
		}
	}
	return Acquaintance{}
}

func (t *Table) dropAcquaintance(ctx context.Context, tx *deed.Tx, x Acquaintance) error {
	if err := tx.Destroy(x.Note); err != nil {
		return err
	}
	return t.Book.DropAcquaintance(ctx, tx, x.ID)
}

// endAcquaintances destroys the notes about one item of a meeting, or about all of them when none is named.
func (t *Table) endAcquaintances(ctx context.Context, tx *deed.Tx, meeting, item livc.ID) error {
	list, err := t.Book.AcquaintancesAt(ctx, tx, meeting)
	if err != nil {
		return err
	}
	for _, x := range list {
		if item != "" && x.Item != item {
			continue
		}
		if err := t.dropAcquaintance(ctx, tx, x); err != nil {
			return err
		}
	}
	return nil
}

// sweepAcquaintances destroys the notes of meetings that are over, or that an earlier day left open.
func (t *Table) sweepAcquaintances(ctx context.Context, tx *deed.Tx) error {
	list, err := t.Book.AcquaintancesLeft(ctx, tx, tx.Today)
	if err != nil {
		return err
	}
	for _, x := range list {
		if err := t.dropAcquaintance(ctx, tx, x); err != nil {
			return err
		}
	}
	return nil
}

// myList fills in whom the actor may know, once the meeting is open and the actor there; the chair reads who
// told it.
func (t *Table) myList(ctx context.Context, tx *deed.Tx, m *MyScreen, items, asked []TableItem, people []Attendee) error {
	if !m.Sitting.Running() {
		return nil
	}
	told, err := t.Book.AcquaintancesAt(ctx, tx, m.Sitting.ID)
	if err != nil {
		return err
	}
	if m.Chair {
		return t.knowing(tx, m, items, told)
	}
	if m.Me.State != Present || m.Me.Acknowledged.IsZero() {
		return nil
	}
	screen := chairHasScreen(m.Sitting, people)
	for n, i := range items {
		if i.ID != m.Item.ID && !slices.ContainsFunc(asked, func(p TableItem) bool { return p.ID == i.ID }) {
			continue
		}
		c, err := t.Book.TableCase(ctx, tx, i.Case)
		if err != nil {
			return err
		}
		said := marked(told, i.ID, tx.OwnMark(acquaintanceKind, i.ID)).ID != ""
		m.Listed = append(m.Listed, Listed{Item: i.ID, At: n + 1, Said: said, Aloud: !screen || c.AgendaOnly})
	}
	return nil
}

// knowing asks for what was told to the chair.
func (t *Table) knowing(tx *deed.Tx, m *MyScreen, items []TableItem, told []Acquaintance) error {
	m.Knowing = make([]Knowing, len(told))
	for k, x := range told {
		n := slices.IndexFunc(items, func(i TableItem) bool { return i.ID == x.Item })
		m.Knowing[k] = Knowing{Item: x.Item, At: n + 1, Open: items[n].State == livc.ItemOpen || items[n].State == livc.ItemSuspended}
		if err := tx.Later(x.Note, x.ID, &m.Knowing[k].Text); err != nil {
			return err
		}
	}
	return nil
}
