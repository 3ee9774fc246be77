package webtest

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"

	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// Nobody gives a browser in which nobody is signed in.
func (s *Site) Nobody() *Person {
	return &Person{site: s, client: &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// Raw sends a form as it is, with these headers and without a token of its own; no fields is a request
// without a body.
func (p *Person) Raw(method, path string, fields url.Values, header map[string]string) Page {
	p.site.Town.T.Helper()
	r, err := http.NewRequest(method, p.site.http.URL+path, strings.NewReader(fields.Encode()))
	p.site.Town.Must(err)
	if fields != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for k, v := range header {
		r.Header.Set(k, v)
	}
	return p.do(r)
}

// Token gives the token of the first form on a page; empty when it has none.
func (p Page) Token() string {
	if m := tokenOf.FindStringSubmatch(p.Body); m != nil {
		return m[1]
	}
	return ""
}

// Renew asks for a page as its own script does after a change.
func (p *Person) Renew(path string) Page {
	p.site.Town.T.Helper()
	return p.Raw(http.MethodGet, path, nil, map[string]string{"Beraad-Region": "all"})
}

// Screen gives the browser of a screen in the room, with the pair in its cookie.
func (s *Site) Screen(id livc.ID, private []byte) *Person {
	p := s.Nobody()
	p.client.Transport = withScreen{string(id) + "." + base64.RawURLEncoding.EncodeToString(private)}
	return p
}

type withScreen struct{ value string }

func (c withScreen) RoundTrip(r *http.Request) (*http.Response, error) {
	r.AddCookie(&http.Cookie{Name: page.ScreenCookie, Value: c.value})
	return http.DefaultTransport.RoundTrip(r)
}
