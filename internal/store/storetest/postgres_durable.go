package storetest

import (
	"context"
	"testing"
	"time"

	"beraad.eu/internal/store/storetest/pgserver"
)

// Durable is a PostgreSQL server with fsync on, for one test, with one database.
type Durable struct {
	DSN    string // address of the database; stays the same over a crash
	t      testing.TB
	server *pgserver.Server
}

// PostgresDurable starts a server of its own that keeps what it promises (fsync, full pages, synchronous
// commit) and stops it after the test. Use it where the test is about losing nothing.
func PostgresDurable(t testing.TB) *Durable {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server, err := pgserver.Start(ctx, pgserver.Lasting)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	})
	dsn, err := pgserver.CreateDatabase(ctx, server.Address())
	if err != nil {
		t.Fatal(err)
	}
	return &Durable{DSN: dsn, t: t, server: server}
}

// Crash kills every process of the server at once, without a word, and starts it again.
func (d *Durable) Crash() {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := d.server.Crash(ctx); err != nil {
		d.t.Fatal(err)
	}
}
