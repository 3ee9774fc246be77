// Package webtest lets tests press the buttons of Beraad without a browser: real pages over real deeds
// on a real database, signed in as somebody of a test town. It proves what leaves the server; how a
// page looks and works in a browser is for the browser tests.
package webtest

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
	"sync"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// Site is a server over a town.
type Site struct {
	Town *storetest.Town
	Log  *strings.Builder
	http *httptest.Server
	mu   sync.Mutex // a stream asks who is signed in while the test goes on
	who  map[string]page.Who
	kept []byte // the form that waits until somebody unlocked again
}

// beat is how often a stream of a test says that it is there.
const beat = 250 * time.Millisecond

// New serves routes over a town.
func New(w *storetest.Town, routes []page.Route) *Site {
	s := &Site{Town: w, Log: &strings.Builder{}, who: map[string]page.Who{}}
	s.http = httptest.NewUnstartedServer(nil)
	origin := "http://" + s.http.Listener.Addr().String()
	s.http.Config.Handler = web.New(web.Config{Doors: doors{s}, Clock: w.Clock, Log: slog.New(slog.NewJSONHandler(s.Log, nil)),
		Routes: routes, Menu: web.Menu, Origin: origin, Practice: true, Ready: func(context.Context) error { return nil }, PublicKey: []byte("k"),
		Beat: beat})
	s.http.Start()
	w.T.Cleanup(s.http.Close)
	return s
}

type doors struct{ site *Site }

func (d doors) Resume(_ context.Context, cookie string, _ time.Time) (page.Who, error) {
	d.site.mu.Lock()
	defer d.site.mu.Unlock()
	if w, ok := d.site.who[cookie]; ok {
		return w, nil
	}
	return page.Who{}, &livc.Error{Kind: livc.LockedKind, Key: "session.none"}
}
func (d doors) Stands(ctx context.Context, cookie string, now time.Time) (livc.Actor, error) {
	w, err := d.Resume(ctx, cookie, now)
	return w.Actor, err
}
func (doors) Press(context.Context, page.Who, time.Time) error { return nil }
func (d doors) KeepDraft(_ context.Context, _ string, form []byte, _ time.Time) (string, error) {
	d.site.kept = form
	return "kept", nil
}
func (d doors) TakeDraft(context.Context, string, page.Who, time.Time) (form []byte, err error) {
	form, d.site.kept = d.site.kept, nil
	return form, nil
}

// Person is a browser of somebody.
type Person struct {
	site   *Site
	client *http.Client
}

// As gives a browser signed in as somebody of the town.
func (s *Site) As(by deed.By) *Person {
	s.Town.T.Helper()
	name := string(by.Hat)
	municipal := by.Controller == s.Town.Municipality.Organisation
	s.set(name, page.Who{Actor: by.Actor, Keys: by.Keys, Language: livc.Dutch, NeedFresh: func(time.Time) error { return nil },
		Me: page.Me{Name: livc.NewContact("Test Persoon"), Organisation: "Test", Regime: livc.RegimeFlemish, Municipal: municipal, ListHolder: municipal}})
	jar, err := cookiejar.New(nil)
	s.Town.Must(err)
	p := &Person{site: s, client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	p.client.Transport = withCookie{name}
	return p
}

// LeftOpen gives the browser of somebody who unlocked more than five minutes ago.
func (s *Site) LeftOpen(by deed.By) *Person {
	s.Town.T.Helper()
	p, w := s.As(by), s.who[string(by.Hat)]
	w.NeedFresh = func(time.Time) error { return &livc.Error{Kind: livc.LockedKind, Key: "session.step_up"} }
	s.set(string(by.Hat), w)
	return p
}

func (s *Site) set(name string, w page.Who) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.who[name] = w
}

// SignedOut ends the session of somebody.
func (s *Site) SignedOut(by deed.By) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.who, string(by.Hat))
}

// withCookie sends the session cookie; its prefix asks for TLS, which a test server has not.
type withCookie struct{ value string }

func (c withCookie) RoundTrip(r *http.Request) (*http.Response, error) {
	r.AddCookie(&http.Cookie{Name: web.CookieName, Value: c.value})
	r.AddCookie(&http.Cookie{Name: page.DraftCookie, Value: "kept"})
	return http.DefaultTransport.RoundTrip(r)
}

// Page is an answer.
type Page struct {
	t      testing.TB
	Status int
	Body   string
	To     string // where a redirect leads
	Header http.Header
}

func (p *Person) do(r *http.Request) Page {
	p.site.Town.T.Helper()
	res, err := p.client.Do(r)
	p.site.Town.Must(err)
	defer res.Body.Close()
	if streams(res) { // its head is all that a page can say of it
		return Page{t: p.site.Town.T, Status: res.StatusCode, Header: res.Header}
	}
	b, err := io.ReadAll(res.Body)
	p.site.Town.Must(err)
	return Page{t: p.site.Town.T, Status: res.StatusCode, Body: string(b), To: res.Header.Get("Location"), Header: res.Header}
}

// Get asks for a page.
func (p *Person) Get(path string) Page {
	p.site.Town.T.Helper()
	r, err := http.NewRequest(http.MethodGet, p.site.http.URL+path, nil)
	p.site.Town.Must(err)
	return p.do(r)
}

var tokenOf = regexp.MustCompile(`name="token" value="([^"]+)"`)

// Send asks for the page with a form, fills it in and sends it to an address.
func (p *Person) Send(page, action string, fields url.Values) Page {
	p.site.Town.T.Helper()
	return p.post(action, p.filled(page, fields))
}

// SendTwice presses the button of one form two times, as an impatient hand does.
func (p *Person) SendTwice(page, action string, fields url.Values) (first, again Page) {
	p.site.Town.T.Helper()
	v := p.filled(page, fields)
	return p.post(action, v), p.post(action, v)
}

// filled is a form with its token and these fields.
func (p *Person) filled(page string, fields url.Values) url.Values {
	p.site.Town.T.Helper()
	m := tokenOf.FindStringSubmatch(p.Get(page).Body)
	v := url.Values{"page": {page}}
	for k, s := range fields {
		v[k] = s
	}
	if m != nil {
		v.Set("token", m[1])
	}
	return v
}

func (p *Person) post(action string, v url.Values) Page {
	p.site.Town.T.Helper()
	r, err := http.NewRequest(http.MethodPost, p.site.http.URL+action, strings.NewReader(v.Encode()))
	p.site.Town.Must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return p.do(r)
}

// Is fails the test unless the page has this status.
func (p Page) Is(status int) Page {
	p.t.Helper()
	if p.Status != status {
		p.t.Fatalf("the page answers %d, not %d:\n%s", p.Status, status, Text(p.Body))
	}
	return p
}

// Says fails the test unless the page holds every text.
func (p Page) Says(texts ...string) Page {
	p.t.Helper()
	for _, s := range texts {
		if !strings.Contains(p.Body, s) {
			p.t.Errorf("the page does not say %q:\n%s", s, Text(p.Body))
		}
	}
	return p
}

// Never fails the test when the page holds any of the texts.
func (p Page) Never(texts ...string) Page {
	p.t.Helper()
	for _, s := range texts {
		if strings.Contains(p.Body, s) {
			p.t.Errorf("the page says %q", s)
		}
	}
	return p
}

var tags = regexp.MustCompile(`(?s)<(script|style).*?</(script|style)>|<[^>]*>`)

// Text is the page without its tags, for messages of tests.
func Text(body string) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(body, " ")), " ")
}
