package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"
)

// Config is the one file of an installation, with what flags and the environment put in its place.
// Secrets never stand in it: it names files that hold them (settled 30).
type Config struct {
	Data         string `toml:"data"`                    // folder of the database
	Keys         string `toml:"keys"`                    // folder of the key files, outside data and backups
	SecondKeys   string `toml:"second_keys"`             // folder with a copy of the keys, on another disk
	Origin       string `toml:"origin"`                  // https://beraad.example.be
	Listen       string `toml:"listen"`                  // address and port
	Metrics      string `toml:"metrics,omitempty"`       // address and port of this machine for /metrics; empty: none
	Practice     bool   `toml:"practice"`                // fixed at init
	DatabaseFile string `toml:"database_file,omitempty"` // file with the address of a PostgreSQL database
	Certificate  string `toml:"certificate,omitempty"`   // file; empty behind a proxy
	Key          string `toml:"certificate_key,omitempty"`
	// Proxies are the addresses of the proxies before this server.
	Proxies []string `toml:"proxies,omitempty"`
	Mail    Mail     `toml:"mail"`
}

// Mail is the server that mail leaves through; without one it stays in the outbox.
type Mail struct {
	Host         string `toml:"host"`
	Port         int    `toml:"port"`
	From         string `toml:"from"`
	User         string `toml:"user,omitempty"`
	PasswordFile string `toml:"password_file,omitempty"`
}

// ConfigName is the name of the file that init writes.
const ConfigName = "beraad.toml"

// readConfig reads the file; a key that is not known refuses, so that a typing error is no silent gap.
func readConfig(path string) (c Config, err error) {
	meta, err := toml.DecodeFile(path, &c)
	if errors.Is(err, fs.ErrNotExist) {
		return c, fmt.Errorf("there is no %s; run `beraad init` first, or name another file with --config", path)
	}
	if err != nil {
		return c, fmt.Errorf("read %s: %w", path, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return c, fmt.Errorf("read %s: unknown key %s", path, unknown[0])
	}
	return c, nil
}

func (c Config) write(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("write the configuration: %w", err)
	}
	return errors.Join(toml.NewEncoder(f).Encode(c), f.Close())
}

// check refuses what cannot work, before anything is opened.
func (c Config) check() error {
	u, err := url.Parse(c.Origin)
	switch {
	case c.Data == "" || c.Keys == "":
		return errors.New("the configuration names no folder for data and for keys")
	case err != nil || u.Host == "" || u.Path != "":
		return fmt.Errorf("origin %q is no address like https://beraad.example.be", c.Origin)
	case u.Scheme != "https" && !(c.Practice && u.Scheme == "http"):
		return errors.New("a real installation needs an origin with https")
	case (c.Certificate == "") != (c.Key == ""):
		return errors.New("a certificate and its key go together")
	case c.Metrics != "" && !ownMachine(c.Metrics):
		return fmt.Errorf("metrics listens on this machine only, such as 127.0.0.1:9090, and not at %q", c.Metrics)
	case within(c.Keys, c.Data):
		return errors.New("the keys stand in the data folder, so they would be in its backups; put them elsewhere")
	}
	_, err = c.proxies()
	return err
}

// ownMachine tells whether an address can be reached from this machine only.
func ownMachine(address string) bool {
	a, err := netip.ParseAddrPort(address)
	return err == nil && a.Addr().IsLoopback()
}

// within tells whether a folder lies in another.
func within(inner, outer string) bool {
	a, err1 := filepath.Abs(inner)
	b, err2 := filepath.Abs(outer)
	rel, err3 := filepath.Rel(b, a)
	return errors.Join(err1, err2, err3) == nil && rel != ".." && !strings.HasPrefix(rel, "../")
}

func (c Config) proxies() (list []netip.Prefix, err error) {
	for _, s := range c.Proxies {
		p, err := netip.ParsePrefix(s)
		if err != nil {
			a, err := netip.ParseAddr(s)
			if err != nil {
				return nil, fmt.Errorf("proxy %q is no address", s)
			}
			p = netip.PrefixFrom(a, a.BitLen())
		}
		list = append(list, p)
	}
	return list, nil
}

// secret reads a file that holds one line nobody else may read.
func secret(path string) (string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("read a secret: %w", err)
	}
	return strings.TrimSpace(string(b)), nil
}
