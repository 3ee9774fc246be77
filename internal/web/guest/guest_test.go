package guest_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/live"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web"
	"beraad.eu/internal/web/doors"
	"beraad.eu/internal/web/guest"
	webinvitation "beraad.eu/internal/web/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/signin"
	websupport "beraad.eu/internal/web/support"
	webtable "beraad.eu/internal/web/table"
	"beraad.eu/internal/web/today"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// house is a town hall with an evening on screens, over TLS with its real doors.
type house struct {
	*storetest.Evening
	other  livc.ID
	site   *httptest.Server
	origin string
	now    time.Time
}

func open(t *testing.T, db *store.DB) *house {
	t.Helper()
	e, other := storetest.TwoPoints(storetest.NewTown(t, db))
	h := &house{Evening: e, other: other, now: storetest.Start}
	h.site, h.origin = webtest.TLS(t)
	book := store.NewIdentity(db, e.Gate.Service, e.Gate.Base(livc.Installation))
	door, err := identity.NewDoor(identity.Setting{Base: e.Gate.Base(livc.Installation), Ring: e.Gate.Ring, ServiceKey: make([]byte, 32),
		Origin: h.origin, Cores: 2, Argon: seal.Params{Memory: 64, Time: 1, Threads: 1}}, book, store.NewSessions(db), store.NewSessions(db))
	e.Must(err)
	routes := guest.Routes(e.Table, h.origin)
	for _, more := range [][]page.Route{guest.Way(e.Table, door), signin.Pages{Gate: e.Gate, Door: door, Book: book, Support: e.Support, Visits: e.Table}.Routes(),
		websupport.Routes(e.Support), webinvitation.Routes(&invitation.Service{Gate: e.Gate, Book: store.Invitation{}}, e.Processing()), webtable.Routes(e.Table, live.New(), h.origin),
		today.Routes(e.Support)} {
		routes = append(routes, more...)
	}
	clock := deed.ClockFrom(func() time.Time { return h.now })
	clock.SetOffset(e.Clock.Offset())
	h.site.Config.Handler = web.New(web.Config{Doors: doors.Doors{Door: door, Book: book}, Clock: clock, Log: slog.New(slog.DiscardHandler),
		Routes: routes, Menu: web.Menu, Origin: h.origin, Ready: func(context.Context) error { return nil }, PublicKey: []byte("k")})
	return h
}

func (h *house) browser() *webtest.Browser { return webtest.NewBrowser(h.T, h.site, h.origin) }

// comes types the words of a pass in a browser of its own.
func (h *house) comes(p discussion.Pass) *webtest.Browser {
	b := h.browser().Get("/guest/" + p.Link)
	return b.Send(b.Path, "words", p.Words)
}

// seat gives the seat of the only guest.
func (h *house) seat() (a discussion.Attendee) {
	h.T.Helper()
	for _, p := range h.View().People {
		if p.Function.Visits() {
			a = p
		}
	}
	if a.ID == "" {
		h.T.Fatal("no guest has a seat")
	}
	return a
}

// proves Z9, R0.1-d, R2.3.6-c
func TestAGuestFromTheDoorToTheEnd(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := open(t, db)
		b := h.comes(h.Passed(h.Item, "Bo Wouters")).At("/guest").Says("Geheimhouding, in drie zinnen", "Je mag spreken. Je moet niet spreken.", "Je bent gast voor één punt")
		t.Run("the frame offers the way out and nothing else", func(t *testing.T) {
			for _, link := range []string{`href="/hats"`, `href="/keys"`, `href="/network"`, `href="/meetings"`, "<nav", "data-session"} {
				if strings.Contains(b.Body, link) {
					t.Errorf("the page of a guest has %s", link)
				}
			}
		})
		t.Run("without the tick it stays the question", func(t *testing.T) {
			b.Send("/guest/secrecy").Says("Vink aan dat je je aan de geheimhouding houdt")
		})
		b.Get("/guest").Send("/guest/secrecy", "secrecy", "yes").At("/meetings/" + string(h.Meeting) + "/mine").Says("Je bent er")
		t.Run("the first page leads to the visit", func(t *testing.T) { b.Get("/").At("/guest") })
		t.Run("every other address is not there", func(t *testing.T) {
			m, i := "/meetings/"+string(h.Meeting), "/items/"+string(h.Item)
			for _, path := range []string{"/hats", "/waiting", "/step-up", "/keys", "/keys/passphrase", "/keys/recovery", "/renew", "/network", "/protocol", "/meetings", "/people/" + string(h.seat().Hat),
				m + "/table", m + "/room", m + "/guests", m + "/screen", m + "/agenda/" + string(h.Item), i, i + "/people", "/items/" + string(h.other)} {
				if b.Get(path); b.Status != http.StatusNotFound {
					t.Errorf("%s answers %d: %s", path, b.Status, webtest.Text(b.Body))
				}
			}
		})
		t.Run("the page of the meeting says day and place, and no points", func(t *testing.T) {
			b.Get("/meetings/" + string(h.Meeting))
			if b.Status != http.StatusOK || strings.Contains(b.Body, h.Case.Code) || strings.Contains(b.Body, "nieuwe casus") {
				t.Errorf("it answers %d: %s", b.Status, webtest.Text(b.Body))
			}
		})
		seat := h.seat().ID
		seats := []livc.ID{h.Who(h.Mayor), h.Who(h.Officer), h.Who(h.Coordinator)}
		h.Must(h.Table.OpenItem(h.Context(), h.Mayor, discussion.OpenItem{Item: h.Item, Inside: append(seats, seat), KnowsBest: seats[0]}))
		h.Shares(h.Coordinator, storetest.Says("Hij kwam elke dag."))
		mine := "/meetings/" + string(h.Meeting) + "/mine"
		b.Get(mine).Says(h.Case.Code, "Hij kwam elke dag.")
		t.Run("inside, the guest shares; how many points there are stands nowhere", func(t *testing.T) {
			b.Send("/meetings/"+string(h.Meeting)+"/items/"+string(h.Item)+"/share", "what", "Op training lacht hij.", "do", "share").At(mine).Says("Op training lacht hij.")
			if regexp.MustCompile(`[Pp]unt \d+ van`).MatchString(b.Body) {
				t.Error("the page counts the points")
			}
			for _, path := range []string{"/meetings/" + string(h.Meeting) + "/prepare", "/items/" + string(h.Item), "/items/" + string(h.Item) + "/people"} {
				if b.Get(path); b.Status != http.StatusNotFound {
					t.Errorf("%s answers %d", path, b.Status)
				}
			}
		})
		t.Run("an hour without a press ends nothing: who waits cannot sign in again", func(t *testing.T) {
			h.now = h.now.Add(time.Hour)
			b.Get(mine).Says("Op training lacht hij.")
		})
		h.Must(h.Table.CloseItem(h.Context(), h.Mayor, discussion.CloseItem{Item: h.Item, Postponed: true}))
		t.Run("when the point closes the visit is over, and so is the cookie", func(t *testing.T) {
			if b.Get("/guest").Says("Je bezoek is voorbij"); b.Status != http.StatusUnauthorized {
				t.Errorf("it answers %d", b.Status)
			}
			b.Get("/meetings/" + string(h.Meeting)).Says("Je bezoek is voorbij")
			b.Send("/guest/secrecy", "secrecy", "yes").Says("Je bezoek is voorbij")
		})
	})
}

// proves Z7
func TestLeavingQuicklyEndsTheVisitOfAGuest(t *testing.T) {
	h := open(t, storetest.SQLite(t))
	p := h.Passed(h.Item, "Bo Wouters")
	b := h.comes(p).At("/guest")
	cookie := b.Cookie(page.SessionCookie)
	b.Send("/leave").At("/leave")
	t.Run("the cookie that somebody copied opens nothing", func(t *testing.T) {
		c := h.browser()
		c.Plant(page.SessionCookie, cookie)
		if c.Get("/guest"); c.Status == http.StatusOK {
			t.Fatal(webtest.Text(c.Body))
		}
	})
	t.Run("nobody comes in by the same pass, the coordinator who made it neither", func(t *testing.T) {
		h.comes(p).Says("Dit werkt niet")
	})
	if a := h.seat(); a.HasAccount || !a.Name.Empty() {
		t.Fatalf("the seat is %+v", a)
	}
}

var same = regexp.MustCompile(`name="token" value="[^"]*"|/guest/[0-9a-z-]+`)

// proves W7, settled 38
func TestW7_EveryLinkThatDoesNotWorkLooksAlike(t *testing.T) {
	h := open(t, storetest.SQLite(t))
	used, void, fresh := h.Passed(h.Item, "Bo"), h.Passed(h.Item, "Kim"), h.Passed(h.Item, "Sam")
	h.comes(used).At("/guest")
	for range 5 {
		h.comes(discussion.Pass{Link: void.Link, Words: "babak babak"})
	}
	pages := map[string]string{}
	for name, p := range map[string]discussion.Pass{"used": used, "void": void, "wrong": {Link: fresh.Link, Words: "babak babak"}, "never": {Link: "22222222", Words: "babak babak"},
		"no link": {Link: "x", Words: "babak"}} {
		b := h.comes(p)
		if b.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s answers %d", name, b.Status)
		}
		pages[name] = same.ReplaceAllString(b.Body, "")
	}
	for name, body := range pages {
		if body != pages["never"] {
			t.Errorf("%s differs from a link that never was", name)
		}
		if strings.Contains(body, "babak") {
			t.Errorf("%s gives the words back", name)
		}
	}
	t.Run("one address tries some times, then waits", func(t *testing.T) {
		for range 20 {
			h.comes(discussion.Pass{Link: "22222222", Words: "x"})
		}
		if b := h.comes(fresh); b.Status != http.StatusTooManyRequests {
			t.Fatalf("it answers %d", b.Status)
		}
	})
}

func TestTheDeskMakesAPassAndTakesItBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e, _ := storetest.TwoPoints(storetest.NewTown(t, db))
		site := webtest.New(e.Town, append(guest.Routes(e.Table, "https://beraad.example"), webtable.Routes(e.Table, live.New(), "https://beraad.example")...))
		nele, at := site.As(e.Coordinator), "/meetings/"+string(e.Meeting)+"/guests"
		nele.Get(at).Is(http.StatusOK).Says("Er zijn geen gasten", "Maak een pas")
		t.Run("what misses is said at its field", func(t *testing.T) {
			nele.Send(at, at, url.Values{"name": {"Bo Wouters"}}).Is(http.StatusUnprocessableEntity).Says("Kies het punt waarvoor de gast komt.", "Bo Wouters", "Kies minstens één geheimhouding")
		})
		form := url.Values{"item": {string(e.Item)}, "name": {"Bo Wouters"}, "service": {"Sportclub"}, "category": {"sport"}, "secrecy": {"discretion"},
			"confirmed": {"yes"}, "invited": {"yes"}, "briefed": {"yes"}}
		t.Run("a body that the law keeps away is refused with its norm", func(t *testing.T) {
			bad := url.Values{}
			for k, v := range form {
				bad[k] = v
			}
			bad.Set("category", "vsse")
			nele.Send(at, at, bad).Is(http.StatusForbidden).Says("Deze dienst mag volgens de wet niet deelnemen.")
		})
		made, again := nele.SendTwice(at, at, form)
		made.Is(http.StatusOK).Says("De pas is klaar", "https://beraad.example/guest/", "wacht op de woorden")
		if again.Is(http.StatusSeeOther); again.To != at {
			t.Errorf("the second press leads to %s", again.To)
		}
		if n := e.Count(`SELECT count(*) FROM guest_pass WHERE livc = '0' AND meeting_livc = $1`, e.Livc); n != 1 {
			t.Errorf("%d passes were made", n)
		}
		t.Run("the words are shown once", func(t *testing.T) {
			if strings.Contains(nele.Get(at).Body, "De pas is klaar") {
				t.Error("they are shown again")
			}
		})
		pass := regexp.MustCompile(`<option value="([0-9a-z]{26})"[^>]*>Bo Wouters`).FindStringSubmatch(nele.Get(at).Body)
		nele.Send(at, at+"/take", url.Values{"pass": {pass[1]}}).Is(http.StatusSeeOther)
		nele.Get(at).Says("voorbij")
		t.Run("somebody else has no such page", func(t *testing.T) {
			site.As(e.CLB).Get(at).Is(http.StatusNotFound)
		})
	})
}
