package discussion

import (
	"context"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// The terms of pairing a screen: the code lives ten minutes and five wrong tries, the screen half a day
// (settled 24, 38).
const (
	codeLife   = 10 * time.Minute
	screenLife = 12 * time.Hour
	codeTries  = 5
)

// OfferScreen gives the code that somebody types on the screen in the room. A screen that was there is
// gone. The code is kept nowhere.
func (t *Table) OfferScreen(ctx context.Context, by deed.By, meeting livc.ID) (code string, err error) {
	err = t.Gate.Do(ctx, by, access.PairScreen, ofMeeting(meeting), func(tx *deed.Tx) error {
		s, err := t.Book.Sitting(ctx, tx, meeting)
		if err != nil {
			return err
		}
		if err := takesPeople(s); err != nil {
			return err
		}
		if err := t.takeDown(ctx, tx, meeting); err != nil {
			return err
		}
		x := deed.Screen{ID: tx.NewID(), Livc: by.Livc, Meeting: meeting, Until: tx.At.Add(codeLife)}
		code, x.Code = tx.NewCode("screen", x.ID)
		tx.Made(meeting)
		return t.Book.PutScreen(ctx, tx, x)
	})
	return code, err
}

// AskScreen takes the code that was typed on a screen without anybody signed in, with the public half of
// its pair. A wrong code counts against every code that can be typed, so that guessing finds none. It is
// a deed of the system in the log of the installation.
func (t *Table) AskScreen(ctx context.Context, code string, public []byte) (id livc.ID, err error) {
	by := deed.By{Actor: livc.TheSystem(livc.Installation)}
	err = t.Gate.Do(ctx, by, access.AskScreen, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		id = ""
		list, err := t.Book.OpenScreens(ctx, tx, codeTries)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return livc.Invalid("pair_screen.wrong").At("code") // nothing was guessed at
		}
		for _, x := range list {
			if tx.IsCode("screen", x.ID, x.Code, code) {
				id, x.Public = x.ID, public
				return t.Book.PutScreen(ctx, tx, x)
			}
		}
		return t.Book.CountTry(ctx, tx)
	})
	if err == nil && id == "" {
		err = livc.Invalid("pair_screen.wrong").At("code")
	}
	return id, err
}

// LetScreenIn lets the screen in that asks, once somebody saw the same four words on the wall. From here
// the desk hangs on it what stands in a Frame, and nothing else.
func (t *Table) LetScreenIn(ctx context.Context, by deed.By, meeting livc.ID) error {
	return t.Gate.Do(ctx, by, access.PairScreen, ofMeeting(meeting), func(tx *deed.Tx) error {
		x, err := t.Book.ScreenOf(ctx, tx, meeting)
		if err != nil {
			return err
		}
		if !x.Asking() || tx.At.After(x.Until) {
			return livc.Conflict("conflict.no_screen")
		}
		tx.Made(meeting)
		x.Until = tx.At.Add(screenLife)
		if err := t.rehang(ctx, tx, x, meeting, Room{}); err != nil {
			return err
		}
		return t.hangAll(ctx, tx, meeting)
	})
}

// DropScreen takes a screen away: its key and what hung on it are gone at once.
func (t *Table) DropScreen(ctx context.Context, by deed.By, meeting livc.ID) error {
	return t.Gate.Do(ctx, by, access.PairScreen, ofMeeting(meeting), func(tx *deed.Tx) error {
		tx.Made(meeting)
		return t.takeDown(ctx, tx, meeting)
	})
}

// Screen shows the desk the screen of its meeting; without one the answer is empty.
func (t *Table) Screen(ctx context.Context, by deed.By, meeting livc.ID) (x deed.Screen, err error) {
	err = t.Gate.Look(ctx, by, access.PairScreen, ofMeeting(meeting), func(tx *deed.Tx) error {
		x, err = t.Book.ScreenOf(ctx, tx, meeting)
		if livc.KindOf(err) == livc.NotFoundKind || err == nil && tx.At.After(x.Until) {
			x, err = deed.Screen{}, nil
		}
		return err
	})
	return x, err
}

// takeDown destroys the screen of a meeting, if there is one.
func (t *Table) takeDown(ctx context.Context, tx *deed.Tx, meeting livc.ID) error {
	x, err := t.Book.ScreenOf(ctx, tx, meeting)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil
	}
	if err != nil {
		return err
	}
	if x.Container != "" {
		if err := tx.Destroy(x.Container); err != nil {
			return err
		}
	}
	return t.Book.DropScreen(ctx, tx, meeting)
}

// BlindScreen darkens the screen in the room, or lets it see again: one key, when a name might fall or a
// window opens (product 7.5).
func (t *Table) BlindScreen(ctx context.Context, by deed.By, meeting livc.ID, on bool) error {
	return t.Gate.Do(ctx, by, access.PairScreen, ofMeeting(meeting), func(tx *deed.Tx) error {
		x, err := t.Book.ScreenOf(ctx, tx, meeting)
		if err != nil {
			return err
		}
		if !x.LetIn() {
			return livc.Conflict("conflict.no_screen")
		}
		tx.Made(meeting)
		tx.Stir(meeting)
		x.Blind = on
		return t.Book.PutScreen(ctx, tx, x)
	})
}

// Hung is whether a screen hangs in the room, and whether it is dark. Dutch: stand van het zaalscherm.
type Hung struct{ There, Dark bool }

func (t *Table) hung(ctx context.Context, tx *deed.Tx, meeting livc.ID) (Hung, error) {
	x, err := t.Book.ScreenOf(ctx, tx, meeting)
	if livc.KindOf(err) == livc.NotFoundKind {
		return Hung{}, nil
	}
	return Hung{There: x.LetIn(), Dark: x.Blind}, err
}
