package web

import (
	"net/http"
	"net/netip"
	"testing"
)

// proves settled 32
func TestProxiesAreBelievedForOneHop(t *testing.T) {
	p := Proxies{netip.MustParsePrefix("10.0.0.1/32")}
	for _, c := range []struct{ name, near, said, want string }{
		{"a caller without proxy is himself", "192.0.2.7:5000", "", "192.0.2.7"},
		{"what a stranger says of himself counts for nothing", "192.0.2.7:5000", "198.51.100.1", "192.0.2.7"},
		{"a listed proxy says who called", "10.0.0.1:443", "198.51.100.1", "198.51.100.1"},
		{"and only the nearest hop is believed", "10.0.0.1:443", "203.0.113.9, 198.51.100.1", "198.51.100.1"},
		{"nonsense is the proxy itself", "10.0.0.1:443", "nobody", "10.0.0.1"},
		{"an IPv6 caller", "[2001:db8::1]:443", "", "2001:db8::1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &http.Request{RemoteAddr: c.near, Header: http.Header{}}
			if c.said != "" {
				r.Header.Set("X-Forwarded-For", c.said)
			}
			if got := p.Remote(r); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
