package identity

import "net/netip"

// AddressClass is what one home or office has: an IPv4 address, or an IPv6 network of 64 bits. What
// is no address counts as one class, so that it cannot escape the limit.
func AddressClass(remote string) string {
	a, err := netip.ParseAddr(remote)
	if err != nil {
		return "unknown"
	}
	a = a.Unmap().WithZone("")
	if a.Is4() {
		return a.String()
	}
	p, err := a.Prefix(64)
	if err != nil {
		return "unknown"
	}
	return p.String()
}
