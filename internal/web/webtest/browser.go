package webtest

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// Browser is one browser profile over a real server with TLS: it keeps cookies, follows where an answer
// leads, and remembers the page that is open.
type Browser struct {
	T      testing.TB
	Origin string
	Path   string // of the page that is open
	Body   string
	Status int
	Header http.Header
	First  *http.Response // the first answer on the way to this page
	client *http.Client
}

// TLS starts a server for a test and gives its address under a name: passkeys refuse a number.
func TLS(t testing.TB) (site *httptest.Server, origin string) {
	t.Helper()
	site = httptest.NewUnstartedServer(nil)
	site.StartTLS()
	t.Cleanup(site.Close)
	site.Client().Transport.(*http.Transport).TLSClientConfig.ServerName = "example.com"
	return site, strings.Replace(site.URL, "127.0.0.1", "localhost", 1)
}

// NewBrowser opens a browser at a site.
func NewBrowser(t testing.TB, site *httptest.Server, origin string) *Browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := *site.Client()
	c.Jar = jar
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Browser{T: t, Origin: origin, client: &c}
}

// Do sends a request and follows a redirect.
func (b *Browser) Do(r *http.Request) *Browser {
	b.T.Helper()
	b.Once(r)
	if to := b.Header.Get("Location"); to != "" && b.Status == http.StatusSeeOther {
		first := b.First
		b.Get(to)
		b.First = first
	}
	return b
}

// Once sends a request and stays at its answer.
func (b *Browser) Once(r *http.Request) *Browser {
	b.T.Helper()
	res, err := b.client.Do(r)
	if err != nil {
		b.T.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		b.T.Fatal(err)
	}
	b.Body, b.Status, b.Header, b.Path, b.First = string(text), res.StatusCode, res.Header, r.URL.Path, res
	return b
}

// Get opens a page.
func (b *Browser) Get(path string) *Browser {
	b.T.Helper()
	return b.Do(b.Request(http.MethodGet, path, nil))
}

// Request makes a request to this site, with a form if fields are given.
func (b *Browser) Request(method, path string, fields url.Values) *http.Request {
	b.T.Helper()
	r, err := http.NewRequest(method, b.Origin+path, strings.NewReader(fields.Encode()))
	if err != nil {
		b.T.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", b.Origin)
	}
	return r
}

// Send fills in a form of the page that is open and follows where it leads. fields are names and values
// in turn.
func (b *Browser) Send(action string, fields ...string) *Browser {
	b.T.Helper()
	return b.Do(b.Request(http.MethodPost, action, b.Form(fields...)))
}

// Form is the content of a form with the token of the page that is open.
func (b *Browser) Form(fields ...string) url.Values {
	v := url.Values{}
	if m := tokenOf.FindStringSubmatch(b.Body); m != nil {
		v.Set("token", m[1])
	}
	for i := 0; i < len(fields); i += 2 {
		v.Set(fields[i], fields[i+1])
	}
	return v
}

// At fails the test unless this page is open.
func (b *Browser) At(path string) *Browser {
	b.T.Helper()
	if b.Path != path {
		b.T.Fatalf("at %s (%d), not at %s:\n%s", b.Path, b.Status, path, Text(b.Body))
	}
	return b
}

// Says fails the test unless the page holds every text.
func (b *Browser) Says(texts ...string) *Browser {
	b.T.Helper()
	for _, one := range texts {
		if !strings.Contains(b.Body, one) {
			b.T.Fatalf("%s (%d) does not say %q:\n%s", b.Path, b.Status, one, Text(b.Body))
		}
	}
	return b
}

// Cookie gives a cookie of this browser, or nothing.
func (b *Browser) Cookie(name string) string {
	u, _ := url.Parse(b.Origin)
	for _, c := range b.client.Jar.Cookies(u) {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

// Plant puts a cookie in this browser, as somebody who stole or made it would.
func (b *Browser) Plant(name, value string) {
	u, _ := url.Parse(b.Origin)
	b.client.Jar.SetCookies(u, []*http.Cookie{{Name: name, Value: value, Path: "/", Secure: true}})
}
