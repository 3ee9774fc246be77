package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// PreparationItem is what somebody prepared for a meeting, in the own drawer.
const PreparationItem DrawerKind = "preparation"

// PreparedFact is one thing that somebody thought over before a meeting: can I share it, in part, or do I keep
// it? Sealed to that person alone; nobody sees whether anybody prepared (S12). Dutch: voorbereiding.
type PreparedFact struct {
	Item DrawerItem
	Text *PreparedText
}

// PreparedText is the sealed text of a preparation. For is the item of the agenda. Dutch: tekst van een
// voorbereiding.
type PreparedText struct {
	For                     livc.Secret
	What, How, When, Domain livc.Secret
	Weighed                 livc.Secret // share, part or keep
	Softer                  livc.Secret // the same in more general words, when it is shared in part
	Client                  livc.Secret // may the person know?
	Ask                     livc.Secret // what a colleague who holds the secret wants to know
}

// PreparedFor is an item for which the actor can prepare. Dutch: punt om voor te bereiden.
type PreparedFor struct {
	Item  livc.ID
	Place int
}

// Weighed is what somebody decided about an own preparation. Dutch: afweging.
type Weighed string

// The three columns of the preparation; keeping is as full an answer as sharing.
const (
	WeighShare Weighed = "share"
	WeighPart  Weighed = "part"
	WeighKeep  Weighed = "keep"
)

// Weigheds lists the three columns.
func Weigheds() []Weighed { return []Weighed{WeighShare, WeighPart, WeighKeep} }

// Prepare is the input of the use case of that name; with an ID it changes what was prepared before.
type Prepare struct {
	ID, Meeting, Item livc.ID
	Text              PreparedText
	How               law.FactSource
	Domain            string
	Weighed           Weighed
}

// Prepare keeps one thing in the own drawer until the day after the meeting. Nothing needs to be prepared
// to be allowed to come (R2.5.3-a, S12).
func (t *Table) Prepare(ctx context.Context, by deed.By, in Prepare) error {
	if err := in.check(); err != nil {
		return err
	}
	return t.Gate.Do(ctx, by, access.Prepare, ofMeeting(in.Meeting), func(tx *deed.Tx) error {
		s, i, err := t.mayPrepare(ctx, tx, in)
		if err != nil {
			return err
		}
		drawer, err := t.ownDrawer(ctx, tx)
		if err != nil {
			return err
		}
		if in.ID == "" {
			in.ID = tx.NewID()
		}
		aside(tx, in.Meeting)
		in.Text.For, in.Text.How, in.Text.Domain = livc.NewSecret(string(i.ID)), livc.NewSecret(string(in.How)), livc.NewSecret(in.Domain)
		in.Text.Weighed = livc.NewSecret(string(in.Weighed))
		if err := tx.Keep(drawer, in.ID, string(PreparationItem), in.Text); err != nil {
			return err
		}
		return t.Book.PutDrawerItem(ctx, tx, DrawerItem{ID: in.ID, Hat: by.Hat, Container: drawer, Kind: PreparationItem, Kept: tx.Today, EraseOn: s.Day.Add(0, 0, 1)})
	})
}

// aside says of a deed that it is for who does it alone: in the log it is one of the things that are kept on, or
// erased from, the own screen of a meeting, and nothing tells which (R2.5.3-a, E6).
func aside(tx *deed.Tx, meeting livc.ID) {
	tx.Made(meeting)
	tx.Unsaid()
}

// ownDrawer is the actor's drawer; it is made at first use.
func (t *Table) ownDrawer(ctx context.Context, tx *deed.Tx) (livc.ID, error) {
	id, err := t.Book.Drawer(ctx, tx, tx.By.Hat)
	if livc.KindOf(err) == livc.NotFoundKind {
		return tx.NewContainer(livc.DrawerContainer, tx.By.Controller, "", tx.By.Hat, "own", tx.By.Hat)
	}
	return id, err
}

func (in Prepare) check() error {
	var f livc.Faults
	f.Check(!in.Text.What.Empty(), "what", "law.fact.empty", law.RightToSpeak)
	f.Check(in.Text.What.Len() <= law.FactLength && in.Text.Softer.Len() <= law.FactLength, "what", "law.fact.too_long", law.NeedToKnow)
	f.Check(in.Text.When.Len() <= maxFactWhen, "when", "error.too_long")
	f.Check(in.Text.Ask.Len() <= law.FactLength && in.Text.Client.Len() <= law.FactLength, "ask", "error.too_long")
	f.Check(known(Weigheds(), in.Weighed), "weighed", "prepare.weighed")
	f.Check(in.Domain == "" || known(Domains(), in.Domain), "domain", "weigh_case.domain")
	return f.Err()
}

// mayPrepare finds the item among those for which the actor was asked.
func (t *Table) mayPrepare(ctx context.Context, tx *deed.Tx, in Prepare) (s Sitting, i TableItem, err error) {
	if s, err = t.Book.Sitting(ctx, tx, in.Meeting); err != nil {
		return s, i, err
	}
	if err := takesPeople(s); err != nil {
		return s, i, err
	}
	if in.ID != "" {
		if _, err := t.ownPrepared(ctx, tx, in.ID); err != nil {
			return s, i, err
		}
	}
	mine, err := t.preparable(ctx, tx, in.Meeting)
	if err != nil {
		return s, i, err
	}
	for _, p := range mine {
		if p.ID == in.Item {
			return s, p, nil
		}
	}
	return s, i, livc.NotFound()
}

// preparable are the items of a meeting for which the actor was invited; the seats of the law and the desk
// sit at all of them.
func (t *Table) preparable(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]TableItem, error) {
	items, err := t.Book.TableItems(ctx, tx, meeting)
	if err != nil {
		return nil, err
	}
	return t.askedFor(ctx, tx, meeting, items)
}

// askedFor are those of these items for which the actor was asked.
func (t *Table) askedFor(ctx context.Context, tx *deed.Tx, meeting livc.ID, items []TableItem) (list []TableItem, err error) {
	seat := SeatFor(tx.By.Function).Required()
	for _, i := range items {
		if !i.OfCase() || i.State == livc.ItemClosed {
			continue
		}
		invited, err := t.Book.InvitedTo(ctx, tx, meeting, i.Case)
		if err != nil {
			return nil, err
		}
		if seat || known(invited, tx.By.Hat) {
			list = append(list, i)
		}
	}
	return list, nil
}

// DropPrepared erases what was prepared.
func (t *Table) DropPrepared(ctx context.Context, by deed.By, meeting, id livc.ID) error {
	return t.Gate.Do(ctx, by, access.Prepare, ofMeeting(meeting), func(tx *deed.Tx) error {
		i, err := t.ownPrepared(ctx, tx, id)
		if err != nil {
			return err
		}
		aside(tx, meeting)
		return t.clear(ctx, tx, i)
	})
}

// clear erases an own item.
func (t *Table) clear(ctx context.Context, tx *deed.Tx, i DrawerItem) error {
	if err := tx.Forget(i.Container, i.ID); err != nil {
		return err
	}
	return t.Book.DropDrawerItem(ctx, tx, i.Hat, i.ID)
}

func (t *Table) ownPrepared(ctx context.Context, tx *deed.Tx, id livc.ID) (DrawerItem, error) {
	list, err := t.Book.DrawerItems(ctx, tx, tx.By.Hat, PreparationItem)
	for _, i := range list {
		if i.ID == id {
			return i, nil
		}
	}
	if err == nil {
		err = livc.NotFound()
	}
	return DrawerItem{}, err
}

// myPrepared asks for what the actor prepared, and for which items more can be.
func (t *Table) myPrepared(ctx context.Context, tx *deed.Tx, m *MyScreen, items []TableItem) error {
	for _, i := range items {
		m.Next = append(m.Next, PreparedFor{i.ID, i.Place})
	}
	list, err := t.Book.DrawerItems(ctx, tx, tx.By.Hat, PreparationItem)
	for _, d := range list {
		if tx.Today >= d.EraseOn {
			continue
		}
		p := PreparedFact{d, new(PreparedText)}
		if err := tx.Later(d.Container, d.ID, p.Text); err != nil {
			return err
		}
		m.Prepared = append(m.Prepared, p)
	}
	return err
}
