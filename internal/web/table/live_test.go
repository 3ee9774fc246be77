package table_test

import (
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/live"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/table"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// following is an evening whose screens hear of changes.
type following struct {
	screen
	hub *live.Hub
}

func onStream(t *testing.T, f func(t *testing.T, s following)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		hub := live.New()
		t.Cleanup(db.Listen(hub, slog.New(slog.DiscardHandler)))
		routes := append(table.Routes(e.Table, hub, "https://beraad.example"), table.Wall(e.Table, hub)...)
		site := webtest.New(e.Town, routes)
		t.Cleanup(hub.Close) // before the server, which waits for its streams
		f(t, following{screen{e, site, site.As(e.Coordinator)}, hub})
	})
}

// quiet is longer than word takes, and shorter than a sign of life is awaited.
const quiet = 200 * time.Millisecond

const changed = "event: region | data: all "

// opened follows and takes the first word. On PostgreSQL a second one comes when the node begins to listen.
func (f following) opened(t *testing.T, p *webtest.Person, path string) *webtest.Stream {
	t.Helper()
	s := p.Follow(path)
	if first := s.Next(); !strings.HasPrefix(first, changed) {
		t.Fatalf("it begins with %q", first)
	}
	return s
}

// until reads changes until something else is said.
func until(s *webtest.Stream) string {
	for {
		if e := s.Next(); !strings.HasPrefix(e, changed) {
			return e
		}
	}
}

// settled 40: a deed of the table is heard on the screens of that meeting
func TestADeedOfTheTableIsHeardOnItsScreens(t *testing.T) {
	onStream(t, func(t *testing.T, s following) {
		mayor, clb := s.opened(t, s.site.As(s.Mayor), s.at()+"/live"), s.opened(t, s.site.As(s.CLB), s.at()+"/live")
		s.Open()
		before := mayor.Last(quiet)
		clb.Last(quiet)
		s.Must(s.Table.ShowGuide(s.Context(), s.Coordinator, s.Item, "home.0"))
		for _, stream := range []*webtest.Stream{mayor, clb} {
			if got := stream.Next(); !strings.HasPrefix(got, changed) || got == before {
				t.Errorf("it says %q after %q", got, before)
			}
		}
		t.Run("the end of the meeting ends them, and there is nothing to follow", func(t *testing.T) {
			s.Decided(livc.OutcomeRegular)
			s.Closed()
			s.Must(s.Table.CloseMeeting(s.Context(), s.Coordinator, s.Meeting))
			for _, stream := range []*webtest.Stream{mayor, clb} {
				if got := until(stream); got != "event: bye | data: over" {
					t.Errorf("it says %q", got)
				}
			}
			if got := s.nele.Follow(s.at() + "/live").Next(); got != "event: bye | data: over" {
				t.Errorf("it begins with %q", got)
			}
			if body := s.nele.Get(s.at() + "/table").Is(http.StatusOK).Body; strings.Contains(body, "data-live") {
				t.Error("the page of a meeting that is over follows it")
			}
		})
	})
}

var own = regexp.MustCompile(`name="(token|back)" value="[^"]*"`)

// proves Z6 for streams: byte by byte like what does not exist, and nothing is held open
func TestZ6_AStreamOfAMeetingThatOneMayNotSeeIsLikeNoPage(t *testing.T) {
	onStream(t, func(t *testing.T, s following) {
		n := s.Neighbour()
		for name, by := range map[string]deed.By{"not invited": s.OCMW, "the DPO": s.DPO, "another LIVC R": n.Coordinator} {
			p := s.site.As(by)
			hidden, nothing := p.Get(s.at()+"/live").Is(http.StatusNotFound), p.Get("/meetings/"+string(s.ID())+"/live").Is(http.StatusNotFound)
			page := p.Get("/meetings/" + string(s.ID()) + "/life").Is(http.StatusNotFound)
			if len(hidden.Body) != len(nothing.Body) || len(hidden.Body) != len(page.Body) {
				t.Errorf("%s: %d, %d and %d bytes", name, len(hidden.Body), len(nothing.Body), len(page.Body))
			}
			if bare := own.ReplaceAllString(hidden.Body, ""); bare != own.ReplaceAllString(nothing.Body, "") || bare != own.ReplaceAllString(page.Body, "") {
				t.Errorf("%s: it can be told from what does not exist", name)
			}
			for head := range hidden.Header {
				if head != "Date" && strings.Join(hidden.Header[head], "") != strings.Join(page.Header[head], "") {
					t.Errorf("%s: %s is %q, not %q", name, head, hidden.Header[head], page.Header[head])
				}
			}
		}
		if to := s.site.Nobody().Get(s.at() + "/live").Is(http.StatusSeeOther).To; to != "/sign-in" {
			t.Errorf("nobody is sent to %q", to)
		}
		gone, nothing := s.site.Nobody().Get("/screen/live").Is(http.StatusNotFound), s.site.Nobody().Get("/screen/life").Is(http.StatusNotFound)
		if own.ReplaceAllString(gone.Body, "") != own.ReplaceAllString(nothing.Body, "") || len(gone.Body) != len(nothing.Body) {
			t.Error("a screen that is gone can be told from what does not exist")
		}
		if s.hub.Streams() != 0 {
			t.Error("a stream was opened")
		}
	})
}

// proves R2.3.5-m for streams: one leaf for an opening, none for what follows
func TestL1_AStreamLeavesOneLeafForItsOpening(t *testing.T) {
	onStream(t, func(t *testing.T, s following) {
		s.Open()
		before := len(s.Log())
		stream := s.opened(t, s.site.As(s.Mayor), s.at()+"/live")
		for range 3 {
			s.Must(s.Table.ShowGuide(s.Context(), s.Coordinator, s.Item, "home.0"))
			stream.Next()
		}
		stream.Raw()
		log := s.Log()[before:]
		if len(log) != 4 || log[0].Action != "meeting" || log[0].Hat != s.Mayor.Hat || !log[0].Authorised {
			t.Errorf("%d leaves, the first %+v", len(log), log[0])
		}
	})
}

func TestZ7_WhoIsSignedOutOrLeavesHearsNothingMore(t *testing.T) {
	onStream(t, func(t *testing.T, s following) {
		out, left, stays := s.opened(t, s.site.As(s.CLB), s.at()+"/live"), s.opened(t, s.site.As(s.Representative), s.at()+"/live"), s.opened(t, s.site.As(s.Mayor), s.at()+"/live")
		s.site.SignedOut(s.CLB)
		s.Must(s.Support.RemovePerson(s.Context(), s.Founder, s.Representative.Hat))
		s.Must(s.Table.CheckIn(s.Context(), s.Coordinator, discussion.CheckIn{Meeting: s.Meeting}))
		for name, stream := range map[string]*webtest.Stream{"signed out": out, "left": left} {
			if got := until(stream); got != "event: bye | data: over" {
				t.Errorf("%s: it says %q", name, got)
			}
		}
		if got := stays.Next(); !strings.HasPrefix(got, changed) {
			t.Errorf("who stays hears %q", got)
		}
	})
}

// The screen in the room hears with its own cookie, and of its own meeting only.
func TestTheScreenInTheRoomFollowsItsMeeting(t *testing.T) {
	onStream(t, func(t *testing.T, s following) {
		private, public, err := deed.NewScreen()
		s.Must(err)
		code, err := s.Table.OfferScreen(s.Context(), s.Coordinator, s.Meeting)
		s.Must(err)
		id, err := s.Table.AskScreen(s.Context(), code, public)
		s.Must(err)
		wall := s.site.Screen(id, private)
		wall.Get("/screen").Is(http.StatusOK).Says(`data-live="/screen/live"`, `data-refresh="5"`)
		stream := s.opened(t, wall, "/screen/live")
		s.Must(s.Table.LetScreenIn(s.Context(), s.Coordinator, s.Meeting))
		if got := stream.Next(); !strings.HasPrefix(got, changed) {
			t.Errorf("when it is let in it says %q", got)
		}
		s.Open()
		stream.Next()
		wall.Get("/screen").Says(s.Case.Code)
		s.Must(s.Table.DropScreen(s.Context(), s.Coordinator, s.Meeting))
		if got := until(stream); got != "event: bye | data: over" {
			t.Errorf("when it is taken away it says %q", got)
		}
		wall.Get("/screen/live").Is(http.StatusNotFound)
		_, other, err := deed.NewScreen()
		s.Must(err)
		s.site.Screen(id, other[:32]).Get("/screen/live").Is(http.StatusNotFound)
	})
}

// A page that renews itself goes the way of every page and gets its body alone; a page with a form that
// came back is left as it is.
func TestAPageRenewsItselfWithoutItsFrame(t *testing.T) {
	onStream(t, func(t *testing.T, s following) {
		s.Open()
		whole := s.nele.Get(s.itemAt()).Is(http.StatusOK).Says(`data-live="`+s.at()+`/live"`, `data-region="item"`)
		before := len(s.Log())
		part := s.nele.Renew(s.itemAt()).Is(http.StatusOK).Says(`data-region="phase"`, `data-region="item"`, s.Case.Code).Never("<html", "<body", "data-stay")
		if len(part.Body) >= len(whole.Body) || len(s.Log()) != before+1 {
			t.Errorf("%d of %d bytes, %d leaves", len(part.Body), len(whole.Body), len(s.Log())-before)
		}
		s.site.As(s.CLB).Renew(s.itemAt()).Is(http.StatusNotFound).Says("<html")
		s.nele.Send(s.itemAt(), s.itemAt()+"/question", url.Values{"text": {""}, "domain": {"online"}}).Is(http.StatusUnprocessableEntity).Never("data-live")
		s.nele.Get(s.at()+"/table").Says(`data-region="table"`, "data-live")
	})
}

// A page that was read around a change does not claim to show it.
func TestAPageSaysWhichChangeItShows(t *testing.T) {
	onStream(t, func(t *testing.T, s following) {
		s.Open()
		for range 50 { // until every word of PostgreSQL has come
			seen := seenText.FindStringSubmatch(s.nele.Get(s.itemAt()).Body)
			stream := s.nele.Follow(s.at() + "/live")
			first := stream.Next()
			stream.Close()
			if seen != nil && first == changed+seen[1] {
				return
			}
			time.Sleep(quiet)
		}
		t.Error("a quiet page never shows what its stream begins with")
	})
}

var seenText = regexp.MustCompile(`data-seen="(\d+)"`)
