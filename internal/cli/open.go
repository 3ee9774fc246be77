package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"syscall"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/store"
)

// openDB opens the database of a configuration.
func openDB(c Config) (*store.DB, error) {
	if c.DatabaseFile == "" {
		return store.OpenSQLite(c.Data)
	}
	dsn, err := secret(c.DatabaseFile)
	if err != nil {
		return nil, err
	}
	return store.OpenPostgres(dsn)
}

// OpenHouse opens database and keys and puts the house together. The embedded database and practice
// are brought up to date here; PostgreSQL is refused when it is older or newer, because its owner
// migrates it (settled 33).
func OpenHouse(ctx context.Context, c Config, log *slog.Logger) (*House, error) {
	db, err := openDB(c)
	if err != nil {
		return nil, err
	}
	h, err := openOn(ctx, c, db, log)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return h, nil
}

func openOn(ctx context.Context, c Config, db *store.DB, log *slog.Logger) (*House, error) {
	have, know, err := db.Version(ctx)
	switch {
	case err != nil:
		return nil, fmt.Errorf("ask the database for its version: %w", err)
	case have > know:
		return nil, fmt.Errorf("the database has version %d and this program knows %d: use a newer program", have, know)
	case have < know && db.Engine() == "postgres" && !c.Practice:
		return nil, fmt.Errorf("the database has version %d and this program needs %d: run `beraad migrate` as its owner", have, know)
	}
	if have < know || db.Engine() == "sqlite" {
		if err := migrate(ctx, c, db, have, know); err != nil {
			return nil, err
		}
	}
	return Assemble(c, db, deed.NewClock(), log)
}

// migrate brings a schema up to date; the embedded database is copied first.
func migrate(ctx context.Context, c Config, db *store.DB, have, know int64) error {
	if db.Engine() == "sqlite" && have > 0 && have < know {
		if err := db.CopyTo(ctx, filepath.Join(c.Data, fmt.Sprintf("before-version-%d.db", know))); err != nil {
			return fmt.Errorf("copy the database before it changes: %w", err)
		}
	}
	if err := db.Migrate(ctx); err != nil {
		return fmt.Errorf("bring the database up to date: %w", err)
	}
	return nil
}

// lock keeps a second process out of a data folder; the lock ends with the process.
func lock(folder string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(folder, "lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", folder, err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(fmt.Errorf("another beraad works in %s", folder), f.Close())
	}
	return f, nil
}
