package cli

// place says where the configuration stands, and what flags or the environment put in its place.
type place struct {
	Config string `help:"Configuration file." default:"beraad.toml" env:"BERAAD_CONFIG" type:"path"`

	Data     string `help:"Folder of the database." env:"BERAAD_DATA" type:"path"`
	Keys     string `help:"Folder of the key files." env:"BERAAD_KEYS" type:"path"`
	Origin   string `help:"Address people type, such as https://beraad.example.be." env:"BERAAD_ORIGIN"`
	Listen   string `help:"Address and port to listen at." env:"BERAAD_LISTEN"`
	Metrics  string `help:"Address and port of this machine for /metrics, such as 127.0.0.1:9090." env:"BERAAD_METRICS"`
	Database string `help:"File with the address of a PostgreSQL database." env:"BERAAD_DATABASE_FILE" type:"path"`
}

// read gives the configuration as it holds now.
func (p place) read() (Config, error) {
	c, err := readConfig(p.Config)
	if err != nil {
		return c, err
	}
	for _, o := range []struct {
		given string
		to    *string
	}{{p.Data, &c.Data}, {p.Keys, &c.Keys}, {p.Origin, &c.Origin}, {p.Listen, &c.Listen}, {p.Metrics, &c.Metrics}, {p.Database, &c.DatabaseFile}} {
		if o.given != "" {
			*o.to = o.given
		}
	}
	return c, c.check()
}
