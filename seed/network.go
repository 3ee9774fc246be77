package seed

// NetworkDomain are the kinds of service that may know something of a life domain.
type NetworkDomain struct {
	Stem       string   `toml:"stem"`
	Categories []string `toml:"categories"` // of the register of services in package law
}

// NetworkSeat is one of the first three people of an LIVC R.
type NetworkSeat struct {
	Function   string   `toml:"function"`
	Categories []string `toml:"categories"`
}

// Network is the network to begin with.
type Network struct {
	Domains []NetworkDomain `toml:"domain"`
	Seats   []NetworkSeat   `toml:"seat"`
}

func (n *Network) check(c *checker) {
	for _, d := range n.Domains {
		c.stem("domain", d.Stem)
		c.must(len(d.Categories) > 0, "%s names no service", d.Stem)
	}
	c.must(len(n.Seats) == 3, "there are three seats, not %d", len(n.Seats))
}
