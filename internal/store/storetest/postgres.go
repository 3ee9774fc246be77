package storetest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"beraad.eu/internal/store/storetest/pgserver"
)

// GivenPostgres names the environment variable that may hold the address of a PostgreSQL server
// (URL or keywords). Postgres then makes its databases there and starts no server.
const GivenPostgres = "BERAAD_TEST_POSTGRES"

// shared is the one server of this test process; Main opens and closes its time.
var shared struct {
	sync.Mutex
	open   bool
	server *pgserver.Server
}

// Main runs the tests of a package and stops the PostgreSQL server that Postgres started for them.
// A package that calls Postgres has: func TestMain(m *testing.M) { storetest.Main(m) }
func Main(m *testing.M) { os.Exit(Run(m)) }

// Run is Main for a package that does more around its tests; it gives the exit code.
func Run(m interface{ Run() int }) int {
	shared.open = true
	code := m.Run()
	if err := stopShared(); err != nil {
		fmt.Fprintln(os.Stderr, "stop PostgreSQL:", err)
		code = max(code, 1)
	}
	return code
}

// Postgres returns the address of a new, empty PostgreSQL database that is gone after the test.
// All tests of a process share one server without fsync. Where PostgreSQL is not installed the
// test fails and says what to install; it never skips (settled 43).
func Postgres(t testing.TB) (dsn string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server, err := sharedAddress(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return database(ctx, t, server)
}

// database makes a database on the server and removes it at the end of the test.
func database(ctx context.Context, t testing.TB, server string) string {
	t.Helper()
	dsn, err := pgserver.CreateDatabase(ctx, server)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := pgserver.DropDatabase(context.Background(), server, dsn); err != nil {
			t.Error(err)
		}
	})
	return dsn
}

// sharedAddress returns the server given in the environment, else the one of this process, which
// it starts at first use.
func sharedAddress(ctx context.Context) (string, error) {
	if given := os.Getenv(GivenPostgres); given != "" {
		return given, nil
	}
	shared.Lock()
	defer shared.Unlock()
	if !shared.open {
		return "", errors.New("PostgreSQL would outlive these tests: give the package func TestMain(m *testing.M) { storetest.Main(m) }")
	}
	if shared.server == nil {
		server, err := pgserver.Start(ctx, pgserver.Quick)
		if err != nil {
			return "", err
		}
		shared.server = server
	}
	return shared.server.Address(), nil
}

func stopShared() error {
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil {
		return nil
	}
	return shared.server.Stop()
}
