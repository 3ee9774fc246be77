package bench

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"time"

	"beraad.eu/internal/web/page"
)

// visit makes somebody who comes from an address of his own on this machine, so that the limits of
// signing in count him apart.
func visit(base, port string, from int) *visitor {
	dial := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, byte(from>>8), byte(2+from))}}
	tr := &http.Transport{MaxIdleConnsPerHost: 64, DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return dial.DialContext(ctx, "tcp", "127.0.0.1:"+port)
	}}
	return newVisitor(base, tr)
}

func newVisitor(base string, tr http.RoundTripper) *visitor {
	return &visitor{base: base, client: &http.Client{Transport: tr, Timeout: time.Minute,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// inside answers requests by a handler of this process, for profiles and counts.
type inside struct{ http.Handler }

// RoundTrip calls the handler.
func (h inside) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	r.RemoteAddr = "127.0.0.9:1"
	r.Host = r.URL.Host
	if r.Body == nil {
		r.Body = http.NoBody
	}
	h.ServeHTTP(w, r)
	return w.Result(), nil
}

func (v *visitor) request(method, path string, fields url.Values) *http.Request {
	r, err := http.NewRequest(method, v.base+path, strings.NewReader(fields.Encode()))
	must(err)
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", v.base)
	}
	if v.cookie != "" {
		r.Header.Set("Cookie", page.SessionCookie+"="+v.cookie)
	}
	return r
}

// read gives a page that must be there.
func (v *visitor) read(path string) (string, error) {
	return v.text(v.request(http.MethodGet, path, nil))
}

func (v *visitor) text(q *http.Request) (string, error) {
	res, err := v.client.Do(q)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK || len(b) == 0 {
		return "", fmt.Errorf("%s answers %d to %q, %d bytes, %v", q.URL.Path, res.StatusCode, res.Header.Get("Location"), len(b), err)
	}
	return string(b), nil
}

// get reads a page and throws it away.
func (v *visitor) get(path string) error {
	res, err := v.client.Do(v.request(http.MethodGet, path, nil))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	n, err := io.Copy(io.Discard, res.Body)
	if err != nil || res.StatusCode != http.StatusOK || n == 0 {
		return fmt.Errorf("%s answers %d to %q, %d bytes, %v", path, res.StatusCode, res.Header.Get("Location"), n, err)
	}
	return nil
}

// post sends a form and gives the answer, read to its end.
func (v *visitor) post(path string, fields url.Values) (*http.Response, error) {
	res, err := v.client.Do(v.request(http.MethodPost, path, fields))
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	return res, err
}

// renew asks for a page as its own script does.
func (v *visitor) renew(path string) (string, error) {
	q := v.request(http.MethodGet, path, nil)
	q.Header.Set("Beraad-Region", "all")
	return v.text(q)
}

// write changes the next step of a case: a sealed, recorded, durable write.
func (v *visitor) write(caseID string, n int) error {
	return v.press("/list/"+caseID, url.Values{"step": {fmt.Sprintf("Er is afgesproken dat wij hem elke week zien (%d).", n)}})
}

// press sends a form of this session that leads to another page.
func (v *visitor) press(path string, fields url.Values) error {
	fields.Set("token", v.token())
	res, err := v.post(path, fields)
	if err == nil && res.StatusCode != http.StatusSeeOther {
		err = fmt.Errorf("%s answers %d", path, res.StatusCode)
	}
	return err
}
