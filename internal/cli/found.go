package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Found makes a new installation: key files in two places, an empty database of its kind, and the
// configuration file. It never overwrites anything.
func Found(ctx context.Context, c Config, file string) (*House, error) {
	if _, err := os.Stat(file); err == nil {
		return nil, fmt.Errorf("%s is there already; an installation is founded once", file)
	}
	for _, folder := range []string{c.Data, c.Keys} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return nil, fmt.Errorf("make a folder: %w", err)
		}
	}
	if err := makeKeys(c); err != nil {
		return nil, err
	}
	db, err := openDB(c)
	if err != nil {
		return nil, err
	}
	clock := deed.NewClock()
	id, err := livc.NewID(rand.Reader)
	if err == nil {
		err = db.Migrate(ctx)
	}
	if err == nil {
		err = db.Install(ctx, string(id), c.Practice, clock.Wall())
	}
	if err == nil {
		err = c.write(file)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("make the database: %w", err), db.Close())
	}
	return Assemble(c, db, clock, slog.New(slog.DiscardHandler))
}

// makeKeys draws the keys and writes them twice (settled 31).
func makeKeys(c Config) error {
	node := seal.NewNode()
	keys := map[string][]byte{seal.EpochFile(1): seal.NewEpochKey(), seal.ServiceFile: seal.NewEpochKey(), seal.NodeFile: node.Seed()}
	for name, key := range keys {
		if err := seal.CreateKeyFile(filepath.Join(c.Keys, name), key); err != nil {
			return fmt.Errorf("make the keys: %w", err)
		}
		clear(key)
	}
	if c.SecondKeys == "" {
		return nil
	}
	return copyKeys(c.Keys, c.SecondKeys)
}

// copyKeys copies every key file to a second place.
func copyKeys(from, to string) error {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	files, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, f := range files {
		key, err := seal.ReadKeyFile(filepath.Join(from, f.Name()))
		if err != nil {
			return err
		}
		if err := seal.CreateKeyFile(filepath.Join(to, f.Name()), key); err != nil {
			return fmt.Errorf("copy the keys: %w", err)
		}
		clear(key)
	}
	return nil
}
