package signin_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

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
	h.site = httptest.NewUnstartedServer(nil)
	h.site.StartTLS()
	t.Cleanup(h.site.Close)
	h.origin = strings.Replace(h.site.URL, "127.0.0.1", "localhost", 1) // passkeys refuse an address
	h.site.Client().Transport.(*http.Transport).TLSClientConfig.ServerName = "example.com"
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

// browser is one browser profile.
type browser struct {
	h      *house
	client *http.Client
	path   string
	body   string
	status int
	header http.Header
}

func (h *house) browser() *browser {
	jar, err := cookiejar.New(nil)
	h.Must(err)
	c := *h.site.Client()
	c.Jar = jar
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &browser{h: h, client: &c}
}

func (b *browser) do(r *http.Request) *browser {
	b.h.T.Helper()
	res, err := b.client.Do(r)
	b.h.Must(err)
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	b.h.Must(err)
	b.body, b.status, b.header, b.path = string(text), res.StatusCode, res.Header, r.URL.Path
	if to := res.Header.Get("Location"); to != "" && res.StatusCode == http.StatusSeeOther {
		return b.get(to)
	}
	return b
}

func (b *browser) get(path string) *browser {
	b.h.T.Helper()
	r, err := http.NewRequest(http.MethodGet, b.h.origin+path, nil)
	b.h.Must(err)
	return b.do(r)
}

var tokenField = regexp.MustCompile(`name="token" value="([^"]+)"`)

// send fills in a form of the page that is open and follows where it leads.
func (b *browser) send(action string, fields ...string) *browser {
	b.h.T.Helper()
	v := url.Values{}
	if m := tokenField.FindStringSubmatch(b.body); m != nil {
		v.Set("token", m[1])
	}
	for i := 0; i < len(fields); i += 2 {
		v.Set(fields[i], fields[i+1])
	}
	r, err := http.NewRequest(http.MethodPost, b.h.origin+action, strings.NewReader(v.Encode()))
	b.h.Must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", b.h.origin)
	return b.do(r)
}

func (b *browser) at(path string) *browser {
	b.h.T.Helper()
	if b.path != path {
		b.h.T.Fatalf("at %s (%d), not at %s:\n%s", b.path, b.status, path, text(b.body))
	}
	return b
}

func (b *browser) says(s ...string) *browser {
	b.h.T.Helper()
	for _, one := range s {
		if !strings.Contains(b.body, one) {
			b.h.T.Fatalf("%s does not say %q:\n%s", b.path, one, text(b.body))
		}
	}
	return b
}

var tags = regexp.MustCompile(`(?s)<[^>]*>`)

func text(s string) string { return strings.Join(strings.Fields(tags.ReplaceAllString(s, " ")), " ") }

// someone is a person with what he keeps at home.
type someone struct {
	mail, passphrase, secret, paper string
	hat                             livc.ID
}

const goodPassphrase = "zeven paarse fietsen zwijgen traag"

// invited enters somebody in an organisation and gives the link and the code.
func (h *house) invited(organisation livc.ID, f livc.Function, mail string) (hat livc.ID, link, code string) {
	h.T.Helper()
	hat, err := h.Support.EnterPerson(h.Context(), h.Founder, support.EnterPerson{Organisation: organisation, Function: f,
		Name: livc.NewContact("Mieke Smet"), Mail: livc.NewContact(mail), SpeaksFor: "organisation",
		Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Mandate: "eigen dienst", Confirmed: true, ClearedUntil: "2028-01-01"})
	h.Must(err)
	seat := identity.Seat{Livc: h.Livc, Controller: organisation, Hat: hat, Function: f}
	h.Must(h.DB.Write(h.Context(), "", func(b deed.Batch) error {
		e, c, err := h.door.Invite(h.Context(), b.Handle(), seat, livc.NewContact("Mieke Smet"), livc.NewContact(mail), h.now)
		link, code = "/enrol/"+string(e.ID), c
		return err
	}))
	return hat, link, code
}

var (
	secretText = regexp.MustCompile(`<code translate="no">([A-Z2-7 ]+)</code>`)
	paperText  = regexp.MustCompile(`<strong>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){8})</strong>`)
	groupText  = regexp.MustCompile(`Groepje (\d)`)
)

// keys makes passphrase, second factor and recovery code on the page of keys, and finishes.
func (b *browser) keys(p *someone) *browser {
	b.h.T.Helper()
	p.passphrase = goodPassphrase
	b.get("/keys/passphrase").send("/keys/passphrase", "passphrase", goodPassphrase, "again", goodPassphrase).at("/keys")
	b.get("/keys/totp").send("/keys/totp/new").at("/keys/totp")
	p.secret = strings.ReplaceAll(secretText.FindStringSubmatch(b.body)[1], " ", "")
	b.send("/keys/totp", "code", b.h.code(*p)).at("/keys")
	b.paper(p)
	return b.send("/keys")
}

func (b *browser) paper(p *someone) {
	b.h.T.Helper()
	b.get("/keys/recovery").send("/keys/recovery/new").at("/keys/recovery")
	p.paper = paperText.FindStringSubmatch(b.body)[1]
	all, asked := strings.Split(p.paper, "-"), groupText.FindAllStringSubmatch(b.body, -1)
	b.send("/keys/recovery", "first", all[asked[0][1][0]-'1'], "second", all[asked[1][1][0]-'1']).at("/keys")
}

func (h *house) code(p someone) string {
	h.T.Helper()
	c, err := totp.GenerateCode(p.secret, h.now)
	h.Must(err)
	return c
}

func (b *browser) signIn(p someone) *browser {
	b.h.T.Helper()
	return b.get("/sign-in").send("/sign-in", "mail", p.mail, "passphrase", p.passphrase, "code", b.h.code(p))
}

// mieke is the first of the service of the OCMW to enrol; she does it in her own browser.
func (h *house) mieke() (someone, *browser) {
	h.T.Helper()
	p := someone{mail: "mieke@welzijn.example"}
	id, err := h.Support.AddPartner(h.Context(), h.Founder, support.AddPartner{Name: "Welzijnsschakel", Category: "cgg", Domain: "care"})
	h.Must(err)
	hat, link, code := h.invited(id, livc.Participant, p.mail)
	p.hat = hat
	b := h.browser()
	b.get(link).send(link, "code", code).at("/keys").keys(&p).at("/waiting")
	return p, b
}

// strip takes out what differs between two answers to the same: tokens and the address of the link.
func strip(s string) string { return random.ReplaceAllString(s, "") }

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
