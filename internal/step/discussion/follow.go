package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Follow lets somebody who may see a meeting hear that something changes there, never what: one look, with
// one leaf. going is no when the meeting is over and nothing changes any more.
func (t *Table) Follow(ctx context.Context, by deed.By, meeting livc.ID) (going bool, err error) {
	err = t.Gate.Look(ctx, by, access.ViewMeeting, ofMeeting(meeting), func(tx *deed.Tx) error {
		going = goesOn(tx.Facts)
		return nil
	})
	return going, err
}

// Follows tells whether somebody who follows a meeting may go on, without a leaf: who may not see it any
// more hears the same error as at every other address.
func (t *Table) Follows(ctx context.Context, by livc.Actor, meeting livc.ID) (going bool, err error) {
	f, err := t.Gate.Stands(ctx, by, access.ViewMeeting, ofMeeting(meeting))
	return err == nil && goesOn(f), err
}

func goesOn(f access.Facts) bool { return !(Sitting{State: f.Meeting}).Over() }

// WallFollows gives the screen in the room the meeting that it hangs in, and opens nothing; NotFound for a
// screen that is gone. It leaves no leaf, as Wall does not.
func (t *Table) WallFollows(ctx context.Context, id livc.ID, private []byte) (deed.Screen, error) {
	return t.Gate.ScreenStands(ctx, id, private)
}
