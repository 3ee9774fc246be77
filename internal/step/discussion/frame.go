package discussion

import (
	"context"
	"strconv"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Frame is what hangs on the wall, sealed to the screen in the room: a Room, word for word. It dies with the
// item. Dutch: wat op de muur hangt.
type Frame struct {
	Point, Points, Code, Phase, Guide, Question livc.Secret
	Silent, Objection, Report                   livc.Secret
	Stops, Outcomes, Questions, Lines           []livc.Secret
	Weighed                                     []FrameDomain
	Inside                                      []FrameSeat
}

// FrameDomain is from how many places something was said about a life domain. Dutch: levensdomein op de muur.
type FrameDomain struct{ Domain, Protects, Concerns, Unknown livc.Secret }

// FrameSeat is a role on the wall; it has no field for a name. Dutch: rol op de muur.
type FrameSeat struct{ Seat, Service, Function livc.Secret }

// frameKind is the kind of the record.
const frameKind = "frame"

func number(n int) livc.Secret { return livc.NewSecret(strconv.Itoa(n)) }

// yes is a word for what is so, and nothing for what is not.
func yes(b bool) livc.Secret {
	if b {
		return livc.NewSecret("yes")
	}
	return livc.Secret{}
}

func secrets[T ~string](list []T) (out []livc.Secret) {
	for _, v := range list {
		out = append(out, livc.NewSecret(string(v)))
	}
	return out
}

func (r Room) frame() Frame {
	f := Frame{Point: number(r.Point), Points: number(r.Points), Code: livc.NewSecret(r.Code), Phase: number(int(r.Phase)),
		Guide: livc.NewSecret(r.Guide), Question: livc.NewSecret(r.Question), Stops: secrets(r.Stops), Outcomes: secrets(r.Outcomes)}
	f.Silent, f.Objection, f.Report, f.Lines = yes(r.Silent), yes(r.Objection), r.Report.Text, secrets(r.Lines)
	for _, q := range r.Questions {
		f.Questions = append(f.Questions, q.Text)
	}
	for _, d := range r.Weighed {
		f.Weighed = append(f.Weighed, FrameDomain{livc.NewSecret(d.Domain), number(d.Protects), number(d.Concerns), yes(d.Unknown)})
	}
	for _, a := range r.Inside {
		f.Inside = append(f.Inside, FrameSeat{livc.NewSecret(string(a.Seat)), livc.NewSecret(a.Service), livc.NewSecret(string(a.Function))})
	}
	return f
}

// hang puts on the wall what those inside see there of an item, after every deed on it: a key of its own for
// each frame, that only the screen opens. An item that is not open leaves the wall empty (settled 24, product
// 4.12).
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
		if err := t.onWall(ctx, tx, i, at, len(items), &r, tx.Open); err != nil {
			return err
		}
		if r.Code == "" {
			return nil // who did this is not inside: the wall stays as it was
		}
	}
	return t.rehang(ctx, tx, x, i.ID, r)
}

// rehang takes down what hangs and puts up a frame, or nothing.
func (t *Table) rehang(ctx context.Context, tx *deed.Tx, x deed.Screen, item livc.ID, r Room) (err error) {
	if err = tx.Destroy(x.Container); err != nil {
		return err
	}
	if x.Container, err = tx.NewContainer(livc.ScreenContainer, tx.By.Controller, "", "", "screen"); err != nil {
		return err
	}
	if x.Sealed, err = tx.LetIn(x.Container, x.ID, x.Public); err != nil {
		return err
	}
	if err = t.Book.PutScreen(ctx, tx, x); err != nil || r.Code == "" {
		return err
	}
	return tx.Keep(x.Container, item, frameKind, r.frame())
}

// Wall is what a screen in the room shows: four words while it asks to be let in, then a Frame; an empty
// one is a word of welcome. Dutch: muur.
type Wall struct {
	Words []string
	Blind bool // "even pauze": the desk darkened the screen
	Frame Frame
}

// Wall opens for a screen what hangs on it, with the private half of its cookie; NotFound for a screen that
// is gone.
func (t *Table) Wall(ctx context.Context, id livc.ID, private []byte) (w Wall, err error) {
	x, _, err := t.Gate.Wall(ctx, id, private, frameKind, &w.Frame)
	if err == nil && !x.LetIn() {
		w.Words = x.Words()
	}
	if x.Blind {
		w = Wall{Blind: true}
	}
	return w, err
}
