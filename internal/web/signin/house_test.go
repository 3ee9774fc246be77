package signin_test

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web"
	"beraad.eu/internal/web/doors"
	"beraad.eu/internal/web/signin"
	websupport "beraad.eu/internal/web/support"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// house is an installation with its real doors: sessions, keys and pages over TLS.
type house struct {
	*storetest.Town
	door   *identity.Door
	book   *store.Identity
	site   *httptest.Server
	server *web.Server
	origin string
	now    time.Time
}

func open(t *testing.T, db *store.DB) *house {
	t.Helper()
	w := storetest.NewTown(t, db)
	h := &house{Town: w, book: store.NewIdentity(db, w.Gate.Service, w.Gate.Base(livc.Installation)), now: storetest.Start}
	h.site, h.origin = webtest.TLS(t)
	var err error
	h.door, err = identity.NewDoor(identity.Setting{Base: w.Gate.Base(livc.Installation), Ring: w.Gate.Ring, ServiceKey: make([]byte, 32),
		Origin: h.origin, Cores: 2, Argon: seal.Params{Memory: 64, Time: 1, Threads: 1}}, h.book, store.NewSessions(db), store.NewSessions(db))
	w.Must(err)
	pages := signin.Pages{Gate: w.Gate, Door: h.door, Book: h.book, Support: w.Support}
	h.server = web.New(web.Config{Doors: doors.Doors{Door: h.door, Book: h.book}, Clock: deed.ClockFrom(func() time.Time { return h.now }),
		Log: slog.New(slog.DiscardHandler), Routes: append(pages.Routes(), websupport.Routes(w.Support)...), Menu: web.Menu,
		Origin: h.origin, Ready: func(context.Context) error { return nil }, PublicKey: []byte("k")})
	h.site.Config.Handler = h.server
	return h
}

func (h *house) later(d time.Duration) { h.now = h.now.Add(d) }

func (h *house) browser() *webtest.Browser { return webtest.NewBrowser(h.T, h.site, h.origin) }

// invited enters somebody in an organisation and gives the link and the code.
func (h *house) invited(organisation livc.ID, f livc.Function, mail string) (hat livc.ID, link, code string) {
	h.T.Helper()
	hat, err := h.Support.EnterPerson(h.Context(), h.Founder, support.EnterPerson{Organisation: organisation, Function: f,
		Name: livc.NewContact("Mieke Smet"), Mail: livc.NewContact(mail), SpeaksFor: "organisation",
		Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Mandate: support.Mandate{Text: "eigen dienst"}, Confirmed: true, ClearedUntil: "2028-01-01"})
	h.Must(err)
	seat := identity.Seat{Livc: h.Livc, Controller: organisation, Hat: hat, Function: f}
	h.Must(h.DB.Write(h.Context(), "", func(b deed.Batch) error {
		e, c, err := h.door.Invite(h.Context(), b.Handle(), seat, livc.NewContact("Mieke Smet"), livc.NewContact(mail), h.now)
		link, code = "/enrol/"+string(e.ID), c
		return err
	}))
	return hat, link, code
}

// mieke is the first of the service of the OCMW to enrol; she does it in her own browser.
func (h *house) mieke() (webtest.Someone, livc.ID, *webtest.Browser) {
	h.T.Helper()
	p := webtest.Someone{Mail: "mieke@welzijn.example"}
	id, err := h.Support.AddPartner(h.Context(), h.Founder, support.AddPartner{Name: "Welzijnsschakel", Category: "cgg", Domain: "care"})
	h.Must(err)
	hat, link, code := h.invited(id, livc.Participant, p.Mail)
	b := h.browser().Enrol(&p, link, code, h.now).At("/waiting")
	return p, hat, b
}

// strip takes out what differs between two answers to the same: tokens and the address of the link.
func strip(s string, more ...string) string {
	for _, m := range more {
		s = strings.ReplaceAll(s, m, "")
	}
	return random.ReplaceAllString(s, "")
}

var random = regexp.MustCompile(`name="token" value="[^"]*"|/enrol/[0-9a-z]+`)

// Hat reads a hat as the network shows it.
func (h *house) Hat(id livc.ID) support.Hat {
	h.T.Helper()
	n, err := h.Support.Network(h.Context(), h.Mayor)
	h.Must(err)
	for _, p := range n.People {
		if p.ID == id {
			return p
		}
	}
	h.T.Fatalf("no hat %s", id)
	return support.Hat{}
}

func (h *house) entries(id livc.ID) (list []audit.Entry) {
	h.T.Helper()
	for r, err := range h.DB.Leaves(h.Context(), id) {
		h.Must(err)
		e, err := audit.ParseEntry(r.Payload)
		h.Must(err)
		list = append(list, e)
	}
	return list
}

// hidden is the value of a hidden field.
func hidden(body, name string) string {
	m := regexp.MustCompile(`name="` + name + `" value="([^"]*)"`).FindStringSubmatch(body)
	if m == nil {
		return ""
	}
	return m[1]
}

func contains(body, s string) bool { return strings.Contains(body, s) }

// hatOf finds the hat of a person.
func (h *house) hatOf(person livc.ID) (hat livc.ID) {
	h.T.Helper()
	h.Must(h.book.Read(h.Context(), func(tx identity.Tx) error {
		list, err := h.book.SeatsOf(h.Context(), tx, person)
		if err == nil && len(list) == 1 {
			hat = list[0].Hat
		}
		return err
	}))
	return hat
}
