package web

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// Proxies are the addresses of the proxies before this server. One hop only: what the nearest listed
// proxy says of who called it is believed, and nothing before that (settled 32).
type Proxies []netip.Prefix

// Remote is the address of who calls, without port.
func (p Proxies) Remote(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	near, err := netip.ParseAddr(host)
	if err != nil || !slices.ContainsFunc(p, func(n netip.Prefix) bool { return n.Contains(near.Unmap()) }) {
		return host
	}
	said := r.Header.Values("X-Forwarded-For")
	if len(said) == 0 {
		return host
	}
	hops := strings.Split(said[len(said)-1], ",")
	last := strings.TrimSpace(hops[len(hops)-1])
	if _, err := netip.ParseAddr(last); err != nil {
		return host
	}
	return last
}
