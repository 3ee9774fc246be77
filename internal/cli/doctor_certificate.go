package cli

import (
	"crypto/tls"
	"fmt"
	"net/url"
	"time"
)

// soonOver is when a certificate wants renewing.
const soonOver = 30 * 24 * time.Hour

// certificate looks at the own certificate files; behind a proxy there are none (settled 32).
func (p *patient) certificate() []check {
	if p.config.Certificate == "" {
		return nil
	}
	const do = "renew it, put both files in their place, and start the server again"
	pair, err := tls.LoadX509KeyPair(p.config.Certificate, p.config.Key)
	if err != nil {
		return []check{{red, "certificate: " + err.Error(), "look whether both files are there, belong together, and can be read by this user"}}
	}
	leaf := pair.Leaf
	if u, err := url.Parse(p.config.Origin); err == nil && leaf.VerifyHostname(u.Hostname()) != nil {
		return []check{{red, "the certificate is not for " + u.Hostname(), do}}
	}
	now, last := p.time.Wall(), leaf.NotAfter.Format(time.DateOnly)
	switch {
	case now.Before(leaf.NotBefore):
		return []check{{red, "the certificate holds only from " + leaf.NotBefore.Format(time.DateOnly), "look whether the clock of this machine is right"}}
	case now.After(leaf.NotAfter):
		return []check{{red, "the certificate ended on " + last, do}}
	case leaf.NotAfter.Sub(now) < soonOver:
		return []check{{amber, fmt.Sprintf("the certificate ends on %s, in %d days", last, int(leaf.NotAfter.Sub(now).Hours()/24)), do}}
	}
	return []check{good("the certificate holds until " + last)}
}
