package discussion_test

import (
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// wall is a screen in the room with its own pair, as its cookie would hold it.
type wall struct {
	*storetest.Evening
	id              livc.ID
	private, public []byte
}

func newWall(e *storetest.Evening) *wall {
	private, public, err := deed.NewScreen()
	e.Must(err)
	return &wall{Evening: e, private: private, public: public}
}

func (w *wall) shows() (discussion.Wall, error) {
	return w.Table.Wall(w.Context(), w.id, w.private)
}

func (w *wall) code(t *testing.T) string {
	t.Helper()
	got, err := w.shows()
	w.Must(err)
	return got.Frame.Code.Reveal()
}

// paired types the code and lets the screen in.
func (w *wall) paired(t *testing.T) {
	t.Helper()
	code, err := w.Table.OfferScreen(w.Context(), w.Coordinator, w.Meeting)
	w.Must(err)
	w.id, err = w.Table.AskScreen(w.Context(), code, w.public)
	w.Must(err)
	asks, err := w.shows()
	w.Must(err)
	x, err := w.Table.Screen(w.Context(), w.Coordinator, w.Meeting)
	w.Must(err)
	if len(asks.Words) != 4 || !same(asks.Words, x.Words()) {
		t.Fatalf("the wall says %v, the desk %v", asks.Words, x.Words())
	}
	w.Must(w.Table.LetScreenIn(w.Context(), w.Coordinator, w.Meeting))
}

func same(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

// settled 24: what the desk hangs there opens on that screen, follows the item, and dies with it
func TestTheScreenInTheRoomFollowsTheItem(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		w := newWall(e)
		w.paired(t)
		if got := w.code(t); got != "" {
			t.Errorf("before the item the wall shows %q", got)
		}
		e.Open()
		if got := w.code(t); got != e.Case.Code {
			t.Errorf("the wall shows %q", got)
		}
		e.Must(e.Table.MovePhase(e.Context(), e.Coordinator, e.Item, discussion.PhaseProtects))
		e.Must(e.Table.ShowGuide(e.Context(), e.Coordinator, e.Item, "home.0"))
		got, err := w.shows()
		e.Must(err)
		if got.Frame.Guide.Reveal() != "home.0" || len(got.Frame.Inside) != len(e.Everybody()) {
			t.Errorf("the wall is at %q with %d roles", got.Frame.Guide.Reveal(), len(got.Frame.Inside))
		}
		t.Run("danger empties it", func(t *testing.T) {
			e.Must(e.Table.StopDanger(e.Context(), e.CLB, e.Item))
			if got := w.code(t); got != "" {
				t.Errorf("it shows %q", got)
			}
			e.Must(e.Table.Resume(e.Context(), e.Coordinator, e.Item))
			if got := w.code(t); got != e.Case.Code {
				t.Errorf("it shows %q", got)
			}
		})
		t.Run("another screen with the same address sees nothing", func(t *testing.T) {
			other := newWall(e)
			other.id = w.id
			if _, err := other.shows(); livc.KindOf(err) != livc.NotFoundKind {
				t.Error(err)
			}
		})
		t.Run("the end of the item leaves the wall empty, and no text", func(t *testing.T) {
			e.Decided(livc.OutcomeRegular)
			e.Closed()
			if got := w.code(t); got != "" {
				t.Errorf("it shows %q", got)
			}
			if n := e.Count(`SELECT count(*) FROM record WHERE kind = 'frame'`); n != 0 {
				t.Errorf("%d frames are left", n)
			}
		})
		t.Run("the end of the meeting takes it away", func(t *testing.T) {
			e.Must(e.Table.CloseMeeting(e.Context(), e.Coordinator, e.Meeting))
			if _, err := w.shows(); livc.KindOf(err) != livc.NotFoundKind {
				t.Error(err)
			}
			if n := e.Count(`SELECT (SELECT count(*) FROM screen) + (SELECT count(*) FROM container WHERE kind = 'screen')`); n != 0 {
				t.Errorf("%d rows are left", n)
			}
		})
	})
}

// settled 38: five wrong tries, ten minutes, one screen
func TestACodeForAScreenCannotBeGuessed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		w := newWall(e)
		ask := func(code string) error {
			_, err := e.Table.AskScreen(e.Context(), code, w.public)
			return err
		}
		is := func(err error) {
			t.Helper()
			if livc.KindOf(err) != livc.InvalidKind {
				t.Errorf("it answers %v", err)
			}
		}
		offer := func() string {
			code, err := e.Table.OfferScreen(e.Context(), e.Coordinator, e.Meeting)
			e.Must(err)
			return code
		}
		is(ask("000000"))
		code := offer()
		for range 5 {
			is(ask("nooit"))
		}
		is(ask(code))
		code = offer()
		e.Pass(11 * time.Minute)
		is(ask(code))
		old := offer()
		code = offer()
		if old != code {
			is(ask(old))
		}
		e.Must(ask(code))
		is(ask(code)) // it was typed already
		t.Run("nobody without the desk offers one or lets one in", func(t *testing.T) {
			if _, err := e.Table.OfferScreen(e.Context(), e.CLB, e.Meeting); livc.KindOf(err) != livc.NotFoundKind && livc.KindOf(err) != livc.DeniedKind {
				t.Error(err)
			}
			if err := e.Table.LetScreenIn(e.Context(), e.CLB, e.Meeting); livc.KindOf(err) != livc.NotFoundKind && livc.KindOf(err) != livc.DeniedKind {
				t.Error(err)
			}
		})
		t.Run("a screen that was sent away is not let in", func(t *testing.T) {
			e.Must(e.Table.DropScreen(e.Context(), e.Coordinator, e.Meeting))
			if err := e.Table.LetScreenIn(e.Context(), e.Coordinator, e.Meeting); err == nil {
				t.Error("it was let in")
			}
		})
	})
}

func TestAScreenThatNobodyTookAwayIsGoneTheNextDay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		w := newWall(e)
		w.paired(t)
		e.Open()
		e.Pass(13 * time.Hour)
		if _, err := w.shows(); livc.KindOf(err) != livc.NotFoundKind {
			t.Errorf("a late screen is answered with %v", err)
		}
		clocks := &processing.Service{Gate: e.Gate, Book: store.Processing{}}
		_, err := clocks.RunClocks(e.Context(), e.Livc)
		e.Must(err)
		if n := e.Count(`SELECT (SELECT count(*) FROM screen) + (SELECT count(*) FROM container WHERE kind = 'screen')`); n != 0 {
			t.Errorf("%d rows are left", n)
		}
	})
}
