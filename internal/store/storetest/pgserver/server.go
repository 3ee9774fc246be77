// Package pgserver runs a throwaway PostgreSQL server from the programs that Debian installs. The
// server listens on a unix socket in a folder of its own, so that any number of them run side by
// side, and it dies with the process that started it. The package knows no table and no test.
package pgserver

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"
)

// Kind tells what a server promises.
type Kind int

const (
	Quick   Kind = iota // forgets at a power cut; for tests about anything else
	Lasting             // fsync on, as in real use; for tests about losing nothing
)

// port only names the socket: the server listens on no network.
const port = "5432"

// superuser owns everything on a throwaway server.
const superuser = "beraad"

// Server is a running PostgreSQL server with a folder of its own.
type Server struct {
	kind    Kind
	account account
	bin     string // folder of the programs
	folder  *folder
	process *process
}

// Start makes a folder, starts a server in it and returns when it answers. It returns an error that
// says what to install when PostgreSQL is missing.
func Start(ctx context.Context, kind Kind) (*Server, error) {
	bin, err := programs(debianPrograms)
	if err != nil {
		return nil, err
	}
	account, err := serverAccount()
	if err != nil {
		return nil, err
	}
	folder, err := newFolder(place(kind), account)
	if err != nil {
		return nil, fmt.Errorf("make a folder for PostgreSQL: %w", err)
	}
	s := &Server{kind: kind, account: account, bin: bin, folder: folder}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(err, folder.remove())
	}
	return s, nil
}

func (s *Server) open(ctx context.Context) error {
	if err := fillCluster(ctx, s.bin, s.account, s.data()); err != nil {
		return err
	}
	return s.run(ctx)
}

// run starts the server and waits for its answer. After a crash the last processes of the server
// before it may still hold its memory; then it tries again.
func (s *Server) run(ctx context.Context) error {
	for {
		process, err := launch(s.account, s.log(), filepath.Join(s.bin, "postgres"), s.arguments()...)
		if err != nil {
			return fmt.Errorf("start PostgreSQL: %w", err)
		}
		s.process = process
		err = waitUntilReady(ctx, s.Address(), process)
		if err == nil {
			return nil
		}
		process.kill()
		if ctx.Err() != nil || !errors.Is(err, errEnded) || !heldByOthers(s.log()) {
			return fmt.Errorf("start PostgreSQL: %w\n%s", err, tail(s.log()))
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// Address returns the address of the server's own database, as a URL for pgx.
func (s *Server) Address() string {
	q := url.Values{"host": {s.folder.path}, "port": {port}, "user": {superuser}, "sslmode": {"disable"}}
	return "postgres:///postgres?" + q.Encode()
}

// Log returns everything the server has written to its log.
func (s *Server) Log() (string, error) {
	text, err := os.ReadFile(s.log())
	return string(text), err
}

// Stop ends the server, its connections too, and removes its folder.
func (s *Server) Stop() error {
	s.process.stop()
	return s.folder.remove()
}

// Crash kills the server and all its processes at once and starts it again on the same data.
func (s *Server) Crash(ctx context.Context) error {
	s.process.killAll()
	return s.run(ctx)
}

func (s *Server) data() string { return filepath.Join(s.folder.path, "data") }
func (s *Server) log() string  { return filepath.Join(s.folder.path, "log") }
