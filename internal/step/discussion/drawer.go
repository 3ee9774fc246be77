package discussion

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// DrawerKind is what lies in somebody's own drawer. Dutch: wat in de lade ligt.
type DrawerKind string

// The kinds.
const (
	WorryItem DrawerKind = "worry" // an own worry (S1)
	DraftItem DrawerKind = "draft" // a written referral that was not sent yet (S3)
)

// DrawerItem says that something lies in a drawer, since when and until when; the text is sealed to that
// hat alone. Dutch: stuk in de lade.
type DrawerItem struct {
	ID, Hat, Container livc.ID
	Kind               DrawerKind
	Item               livc.ID // with whose closing it goes; "" for what has a day only
	Kept, EraseOn      livc.Day
}

// ownDrawer is the actor's drawer; it is made at first use.
func (s *Referrals) ownDrawer(ctx context.Context, tx *deed.Tx) (livc.ID, error) {
	id, err := s.Book.Drawer(ctx, tx, tx.By.Hat)
	if livc.KindOf(err) == livc.NotFoundKind {
		return tx.NewContainer(livc.DrawerContainer, tx.By.Controller, "", tx.By.Hat, "own", tx.By.Hat)
	}
	return id, err
}

// lay keeps a text in the actor's drawer; a text that is touched stays 30 days more.
func (s *Referrals) lay(ctx context.Context, tx *deed.Tx, id livc.ID, kind DrawerKind, text any) error {
	drawer, err := s.ownDrawer(ctx, tx)
	if err != nil {
		return err
	}
	t, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	if err := tx.Keep(drawer, id, string(kind), text); err != nil {
		return err
	}
	return s.Book.PutDrawerItem(ctx, tx, DrawerItem{ID: id, Hat: tx.By.Hat, Container: drawer, Kind: kind, Kept: tx.Today,
		EraseOn: tx.Today.Add(0, 0, t.OwnWorryDays)})
}

// mineIn finds an own item that is still to be kept.
func (s *Referrals) mineIn(ctx context.Context, tx *deed.Tx, id livc.ID, kind DrawerKind) (DrawerItem, error) {
	list, err := s.living(ctx, tx, kind)
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

// living lists the actor's items whose day has not come, also when the clock did not run.
func (s *Referrals) living(ctx context.Context, tx *deed.Tx, kind DrawerKind) (list []DrawerItem, err error) {
	all, err := s.Book.DrawerItems(ctx, tx, tx.By.Hat, kind)
	for _, i := range all {
		if tx.Today < i.EraseOn {
			list = append(list, i)
		}
	}
	return list, err
}

// clear erases an own item.
func (s *Referrals) clear(ctx context.Context, tx *deed.Tx, i DrawerItem) error {
	if err := tx.Forget(i.Container, i.ID); err != nil {
		return err
	}
	return s.Book.DropDrawerItem(ctx, tx, i.Hat, i.ID)
}
