package bench

import (
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"beraad.eu/internal/cli"
)

// server is the program itself, as beraad serve runs it, on a filled installation.
type server struct {
	*filled
	cmd  *exec.Cmd
	port string
	took time.Duration // from the start of the program to its first page
}

// program builds beraad.
func program(b *testing.B) string {
	b.Helper()
	bin := filepath.Join(b.TempDir(), "beraad")
	c := exec.Command("go", "build", "-o", bin, "beraad.eu/cmd/beraad")
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("beraad does not build: %s", out)
	}
	return bin
}

func freePort() string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	must(err)
	return port
}

// start runs the program and waits for the page of signing in.
func start(b *testing.B, bin string, f *filled) *server {
	b.Helper()
	u, err := url.Parse(f.Origin)
	must(err)
	s := &server{filled: f, port: u.Port(), cmd: exec.Command(bin, "serve", "--config", filepath.Join(f.Folder, "beraad.toml"))}
	log, err := os.Create(filepath.Join(f.Folder, "log"))
	must(err)
	s.cmd.Stderr = log
	begin := time.Now()
	must(s.cmd.Start())
	v := s.visitor(0)
	for v.get("/sign-in") != nil {
		if time.Since(begin) > 20*time.Second {
			b.Fatal("the server does not start; its log stands in ", log.Name())
		}
		time.Sleep(500 * time.Microsecond)
	}
	s.took = time.Since(begin)
	return s
}

func (s *server) pid() int { return s.cmd.Process.Pid }

func (s *server) stop() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
}

// visitor is somebody from an address of his own.
func (s *server) visitor(from int) *visitor { return visit(s.Origin, s.port, from) }

// in signs somebody in.
func (s *server) in(a *account, from int) *visitor {
	v := s.visitor(from)
	must(v.signIn(a))
	return v
}

// copyTo makes an installation of its own out of what was filled so far.
func (f *filling) copyTo(b *testing.B, folder, port string) *filled {
	b.Helper()
	c := f.house.Config
	from := c.Keys
	c.Data, c.Keys = filepath.Join(folder, "data"), filepath.Join(folder, "keys")
	c.Origin, c.Listen = "http://localhost:"+port, "127.0.0.1:"+port
	must(os.MkdirAll(c.Data, 0o700))
	must(os.CopyFS(c.Keys, os.DirFS(from)))
	must(os.Chmod(c.Keys, 0o700))
	files, err := os.ReadDir(c.Keys)
	must(err)
	for _, e := range files {
		must(os.Chmod(filepath.Join(c.Keys, e.Name()), 0o400))
	}
	must(f.house.DB.CopyTo(b.Context(), filepath.Join(c.Data, "beraad.db")))
	write(filepath.Join(folder, "beraad.toml"), c)
	copied := *f.into
	copied.Folder, copied.Origin, copied.All, copied.Cases = folder, c.Origin, int(f.made.Load()), append(copied.Cases[:0:0], f.cases...)
	return &copied
}

func write(path string, c cli.Config) {
	w, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o600)
	must(err)
	must(toml.NewEncoder(w).Encode(c))
	must(w.Close())
}

// kilobytes is what the database takes on disk.
func (f *filled) kilobytes() (kb float64) {
	for _, name := range []string{"beraad.db", "beraad.db-wal"} {
		if i, err := os.Stat(filepath.Join(f.Folder, "data", name)); err == nil {
			kb += float64(i.Size()) / 1024
		}
	}
	return kb
}
