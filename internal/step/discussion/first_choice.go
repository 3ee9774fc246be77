package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// FirstChoiceItem is what somebody thought at the weighing before the others spoke, in the own drawer.
const FirstChoiceItem DrawerKind = "first_choice"

// FirstChoice is the input of the use case ChooseFirst. Dutch: eerste gedachte.
type FirstChoice struct {
	Meeting, Item livc.ID
	Outcome       livc.Outcome
}

// FirstChoiceText is the sealed text of a first thought. Dutch: tekst van een eerste gedachte.
type FirstChoiceText struct{ Outcome livc.Secret }

// ChooseFirst lets somebody inside note which outcome he or she would choose, before the talk: an own thought
// before hearing others (product 4.4, phase 6; R1.1-e). It is for that person alone. It is counted nowhere, it
// renews no screen and no wall, by which others could see that somebody noted something, and it goes with the
// item. Another choice takes the place of the first.
func (t *Table) ChooseFirst(ctx context.Context, by deed.By, in FirstChoice) error {
	return t.insideAlone(ctx, by, in.Meeting, in.Item, func(tx *deed.Tx, a *atTable) error {
		if !known(livc.Outcomes(), in.Outcome) {
			return livc.Invalid("first_choice.choose").At("first")
		}
		if err := a.Item.working(); err != nil {
			return err
		}
		if !a.Item.mayChoose() {
			return livc.Conflict("conflict.not_weighing")
		}
		i, err := t.ownFirst(ctx, tx, in.Item)
		if err != nil {
			return err
		}
		if i.ID == "" {
			i = DrawerItem{ID: tx.NewID(), Hat: tx.By.Hat, Kind: FirstChoiceItem, Item: in.Item}
			if i.Container, err = t.ownDrawer(ctx, tx); err != nil {
				return err
			}
		}
		i.Kept, i.EraseOn = tx.Today, tx.Today.Add(0, 0, 1) // the clock has it too, should nobody close the item
		if err := tx.Keep(i.Container, i.ID, string(FirstChoiceItem), FirstChoiceText{livc.NewSecret(string(in.Outcome))}); err != nil {
			return err
		}
		return t.Book.PutDrawerItem(ctx, tx, i)
	})
}

// DropFirstChoice erases the own first thought at once, in whatever phase the talk is.
func (t *Table) DropFirstChoice(ctx context.Context, by deed.By, meeting, item livc.ID) error {
	return t.insideAlone(ctx, by, meeting, item, func(tx *deed.Tx, _ *atTable) error {
		i, err := t.ownFirst(ctx, tx, item)
		if err != nil {
			return err
		}
		if i.ID == "" {
			return livc.NotFound()
		}
		return t.clear(ctx, tx, i)
	})
}

// mayChoose tells whether a first thought can be noted: the table weighs, and nothing was decided yet.
func (i TableItem) mayChoose() bool {
	return i.State == livc.ItemOpen && i.InRoom() && i.Phase == PhaseWeighing && i.Outcome == ""
}

// insideAlone does a deed of somebody inside an item on screens that is for nobody else. For who is not inside
// the item is not there.
func (t *Table) insideAlone(ctx context.Context, by deed.By, meeting, item livc.ID, f func(*deed.Tx, *atTable) error) error {
	return t.Gate.Do(ctx, by, access.Prepare, ofMeeting(meeting), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, item)
		if err != nil {
			return err
		}
		if a.Sitting.ID != meeting || !known(inside(a.Stays), a.me(tx.By.Hat).ID) {
			return livc.NotFound()
		}
		if !a.Item.InRoom() {
			return livc.Conflict("conflict.no_room")
		}
		aside(tx, meeting)
		return f(tx, &a)
	})
}

// ownFirst finds the actor's first thought about an item; without one it is empty.
func (t *Table) ownFirst(ctx context.Context, tx *deed.Tx, item livc.ID) (DrawerItem, error) {
	list, err := t.Book.DrawerItems(ctx, tx, tx.By.Hat, FirstChoiceItem)
	if n := slices.IndexFunc(list, func(i DrawerItem) bool { return i.Item == item }); n >= 0 {
		return list[n], err
	}
	return DrawerItem{}, err
}

// myFirst asks for the own first thought about the item inside which the actor is.
func (t *Table) myFirst(ctx context.Context, tx *deed.Tx, m *MyScreen) error {
	if tx.By.Function.Visits() {
		return nil // a guest has no drawer
	}
	m.MayChoose = m.Item.mayChoose()
	i, err := t.ownFirst(ctx, tx, m.Item.ID)
	if err != nil || i.ID == "" || tx.Today >= i.EraseOn {
		return err
	}
	m.First = new(FirstChoiceText)
	return tx.Later(i.Container, i.ID, m.First)
}
