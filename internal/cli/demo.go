package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"os"
	"path/filepath"

	"beraad.eu/internal/practice"
	pages "beraad.eu/internal/web/practice"
)

// demoCommand opens a practice hall. It asks nothing: a fresh folder gets keys, a database and a town
// that is played in it; the next start uses the same folder.
type demoCommand struct {
	Data     string `help:"Folder of the practice hall; it is kept." default:"demo" type:"path"`
	Listen   string `help:"Address and port to listen at." default:"127.0.0.1:8080"`
	Origin   string `help:"Address people type; empty: localhost with that port."`
	Database string `help:"Address of an empty PostgreSQL database that the hall may use up; none is the embedded one."`
}

// Run plays the town where it was not played yet, and serves it until it is told to stop.
func (d demoCommand) Run(w *World) error {
	if os.Geteuid() == 0 {
		fmt.Fprintln(w.Errs, "You are root. For practice that is allowed; a real installation refuses it.")
	}
	if err := os.MkdirAll(d.Data, 0o700); err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	held, err := lock(d.Data)
	if err != nil {
		return err
	}
	defer held.Close()
	c, err := d.config()
	if err != nil {
		return err
	}
	l, err := (&net.ListenConfig{}).Listen(w, "tcp", d.Listen)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	tune()
	s := &stage{command: d, config: c, world: w, log: NewLog(w.Errs), again: make(chan struct{}, 1)}
	return s.run(w, l)
}

// config is the configuration of a hall: everything lies in its folder.
func (d demoCommand) config() (Config, error) {
	c := Config{Data: filepath.Join(d.Data, "data"), Keys: filepath.Join(d.Data, "keys"), Origin: d.Origin, Listen: d.Listen, Practice: true}
	if c.Origin == "" {
		_, port, err := net.SplitHostPort(d.Listen)
		if err != nil {
			return c, fmt.Errorf("%q is no address and port: %w", d.Listen, err)
		}
		c.Origin = (&url.URL{Scheme: "http", Host: "localhost:" + port}).String()
	}
	if d.Database != "" {
		c.DatabaseFile = filepath.Join(d.Data, "database")
		if err := os.WriteFile(c.DatabaseFile, []byte(d.Database), 0o600); err != nil {
			return c, fmt.Errorf("keep the address of the database: %w", err)
		}
	}
	return c, c.check()
}

func (s *stage) file() string          { return filepath.Join(s.command.Data, ConfigName) }
func (s *stage) secretsFolder() string { return filepath.Join(s.config.Data, "practice") }

// open opens the hall whose town was played, or plays one.
func (s *stage) open(ctx context.Context) (*House, error) {
	cast, err := practice.LoadCast(s.secretsFolder())
	if errors.Is(err, fs.ErrNotExist) {
		return s.play(ctx)
	}
	if err != nil {
		return nil, err
	}
	h, err := OpenHouse(ctx, s.config, s.log)
	if err != nil {
		return nil, err
	}
	if err := s.furnish(h, cast).Wake(ctx); err != nil {
		return nil, errors.Join(err, h.Close())
	}
	return h, nil
}

// play makes a new installation and plays the town in it. What a broken play left behind goes first.
func (s *stage) play(ctx context.Context) (*House, error) {
	if err := s.clear(ctx); err != nil {
		return nil, err
	}
	h, err := Found(ctx, s.config, s.file())
	if err != nil {
		return nil, err
	}
	h.Log = s.log
	cast, err := s.playIn(ctx, h)
	if err != nil {
		return nil, errors.Join(err, h.Close())
	}
	s.furnish(h, cast)
	return h, nil
}

func (s *stage) playIn(ctx context.Context, h *House) (cast pages.Cast, err error) {
	if err := os.MkdirAll(s.secretsFolder(), 0o700); err != nil {
		return cast, fmt.Errorf("make a folder: %w", err)
	}
	hall := h.hall()
	hall.Said = s.say
	real := h.Gate.Rand
	h.Gate.Rand = practice.Randomness("Demerrode")
	defer func() { h.Gate.Rand = real }()
	if cast, err = practice.Play(ctx, hall); err != nil {
		return cast, err
	}
	return cast, practice.SaveCast(s.secretsFolder(), cast)
}

// furnish puts the pages of the hall in the house.
func (s *stage) furnish(h *House, cast pages.Cast) *practice.Opened {
	opened := practice.Open(h.hall(), h.outbox(), cast, func() {
		s.pages.Store(nil) // from the press on, no page of the old town answers
		select {
		case s.again <- struct{}{}:
		default: // it was asked already
		}
	})
	h.Hall = opened
	return opened
}

// clear throws away what stands in the folder and in the database.
func (s *stage) clear(ctx context.Context) error {
	if s.config.DatabaseFile != "" {
		if err := emptyDatabase(ctx, s.config); err != nil {
			return err
		}
	}
	for _, path := range []string{s.config.Data, s.config.Keys, s.file()} {
		if err := os.RemoveAll(path); err != nil {
			return fmt.Errorf("clear the hall: %w", err)
		}
	}
	return nil
}

// emptyDatabase clears a PostgreSQL database, unless a real installation lives there.
func emptyDatabase(ctx context.Context, c Config) error {
	db, err := openDB(c)
	if err != nil {
		return err
	}
	return errors.Join(db.ClearPractice(ctx), db.Close())
}
