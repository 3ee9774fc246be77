package storetest

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) { Main(m) }

func connect(t *testing.T, dsn string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func execute(t *testing.T, conn *pgx.Conn, statement string) {
	t.Helper()
	if _, err := conn.Exec(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

// tables counts the tables that somebody made in the database.
func tables(t *testing.T, dsn string) (n int) {
	t.Helper()
	row := connect(t, dsn).QueryRow(t.Context(), "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
	if err := row.Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestEveryCallGivesAnEmptyDatabaseOfItsOwn(t *testing.T) {
	first, second := Postgres(t), Postgres(t)
	execute(t, connect(t, first), "CREATE TABLE a (n int)")
	if n := tables(t, first); n != 1 {
		t.Errorf("the first database has %d tables, want 1", n)
	}
	if n := tables(t, second); n != 0 {
		t.Errorf("the second database has %d tables, want 0", n)
	}
}

func TestTheDatabaseIsGoneAfterItsTest(t *testing.T) {
	var dsn string
	t.Run("a test", func(t *testing.T) { dsn = Postgres(t) })
	if _, err := pgx.Connect(t.Context(), dsn); err == nil {
		t.Error("the database is still there")
	}
}

func TestAGivenServerIsUsed(t *testing.T) {
	given := PostgresDurable(t)
	t.Setenv(GivenPostgres, given.DSN)
	var fsync string
	if err := connect(t, Postgres(t)).QueryRow(t.Context(), "SHOW fsync").Scan(&fsync); err != nil {
		t.Fatal(err)
	}
	if fsync != "on" {
		t.Error("the database is not on the server that was given, which has fsync on")
	}
}

func TestOverACrashTheCommittedStaysAndTheOpenGoes(t *testing.T) {
	d := PostgresDurable(t)
	conn := connect(t, d.DSN)
	execute(t, conn, "CREATE TABLE a (n int)")
	execute(t, conn, "INSERT INTO a VALUES (1)")
	execute(t, conn, "BEGIN")
	execute(t, conn, "INSERT INTO a VALUES (2)")
	d.Crash()
	if err := conn.Ping(t.Context()); err == nil {
		t.Error("a connection outlived the crash")
	}
	var n int
	if err := connect(t, d.DSN).QueryRow(t.Context(), "SELECT count(*) FROM a").Scan(&n); err != nil {
		t.Fatal(err)
	}
	if n != 1 {
		t.Errorf("%d rows after the crash, want the 1 that was committed", n)
	}
}
