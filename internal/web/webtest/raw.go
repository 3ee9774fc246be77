package webtest

import (
	"net/http"
	"net/url"
	"strings"
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
