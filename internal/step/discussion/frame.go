package discussion

import (
	"context"
	"strconv"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Frame is what hangs on the wall, sealed to the screen in the room: a Room, word for word, so a code, a
// phase, a question of the guide and roles. It dies with the item. Dutch: wat op de muur hangt.
type Frame struct {
	Point, Points, Code, Phase, Guide, Question livc.Secret
	Stops, Outcomes                             []livc.Secret
	Inside                                      []FrameSeat
}

// FrameSeat is a role on the wall; it has no field for a name. Dutch: rol op de muur.
type FrameSeat struct{ Seat, Service, Function livc.Secret }

// frameKind is the kind of the record.
const frameKind = "frame"

func number(n int) livc.Secret { return livc.NewSecret(strconv.Itoa(n)) }

func secrets[T ~string](list []T) (out []livc.Secret) {
	for _, v := range list {
		out = append(out, livc.NewSecret(string(v)))
	}
	return out
}

func (r Room) frame() Frame {
	f := Frame{Point: number(r.Point), Points: number(r.Points), Code: livc.NewSecret(r.Code), Phase: number(int(r.Phase)),
		Guide: livc.NewSecret(r.Guide), Question: livc.NewSecret(r.Question), Stops: secrets(r.Stops), Outcomes: secrets(r.Outcomes)}
	for _, a := range r.Inside {
		f.Inside = append(f.Inside, FrameSeat{livc.NewSecret(string(a.Seat)), livc.NewSecret(a.Service), livc.NewSecret(string(a.Function))})
	}
	return f
}

// hang puts on the wall what the desk sees there of an item, after every deed on it. An item that is not
// open, or at which the actor is not inside, leaves the wall empty (settled 24, product 4.12).
func (t *Table) hang(ctx context.Context, tx *deed.Tx, item livc.ID) error {
	i, err := t.Book.TableItem(ctx, tx, item)
	if err != nil {
		return err
	}
	tx.Stir(i.Meeting)
	x, err := t.Book.ScreenOf(ctx, tx, i.Meeting)
	if livc.KindOf(err) == livc.NotFoundKind || err == nil && !x.LetIn() {
		return nil
	}
	if err != nil {
		return err
	}
	items, err := t.Book.TableItems(ctx, tx, i.Meeting)
	if err != nil {
		return err
	}
	return t.hangOne(ctx, tx, x, i, items)
}

// hangAll puts on a screen that was just let in what is at the table now.
func (t *Table) hangAll(ctx context.Context, tx *deed.Tx, meeting livc.ID) error {
	tx.Stir(meeting) // the screen itself asks too: it shows four words until it is let in
	items, err := t.Book.TableItems(ctx, tx, meeting)
	if err != nil {
		return err
	}
	for _, i := range items {
		if i.State == livc.ItemOpen {
			return t.hang(ctx, tx, i.ID)
		}
	}
	return nil
}

func (t *Table) hangOne(ctx context.Context, tx *deed.Tx, x deed.Screen, i TableItem, items []TableItem) error {
	var r Room
	if i.State == livc.ItemOpen {
		at := 0
		for n, other := range items {
			if other.ID == i.ID {
				at = n + 1
			}
		}
		if err := t.onWall(ctx, tx, i, at, len(items), &r); err != nil {
			return err
		}
	}
	holders, err := tx.Holders(x.Container)
	if err != nil {
		return err
	}
	switch {
	case r.Code == "":
		return tx.Forget(x.Container, i.ID)
	case !known(holders, tx.By.Hat):
		return nil // the officer writes on a sheet: the wall stays as the desk left it
	}
	return tx.Keep(x.Container, i.ID, frameKind, r.frame())
}

// Wall is what a screen in the room shows: four words while it asks to be let in, then a Frame; an empty
// one is a word of welcome. Dutch: muur.
type Wall struct {
	Words []string
	Frame Frame
}

// Wall opens for a screen what hangs on it, with the private half of its cookie; NotFound for a screen that
// is gone.
func (t *Table) Wall(ctx context.Context, id livc.ID, private []byte) (w Wall, err error) {
	x, _, err := t.Gate.Wall(ctx, id, private, frameKind, &w.Frame)
	if err == nil && !x.LetIn() {
		w.Words = x.Words()
	}
	return w, err
}
