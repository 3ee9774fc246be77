package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"beraad.eu/internal/store"
)

// Illness is a way in which a database can be unwell while a program uses it.
type Illness struct {
	Name    string
	Trouble store.Trouble
}

// Hasty opens an empty migrated database on each engine; PostgreSQL does not wait long for a lock.
func Hasty(t *testing.T, f func(t *testing.T, db *store.DB)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { f(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) {
		db, err := store.OpenPostgres(Postgres(t) + "&lock_timeout=100")
		f(t, ready(t, db, err))
	})
}

// Ill makes a hasty database unwell in every way that a test can make without a machine of its own, lets
// each look, and heals it again: locked by somebody else, full, set to reading only, and gone.
func Ill(t *testing.T, db *store.DB, each func(Illness)) {
	t.Helper()
	list := map[string]func(*testing.T, *store.DB, func(Illness)){"locked": locked, "full": full}
	if db.Engine() == "postgres" {
		list = map[string]func(*testing.T, *store.DB, func(Illness)){"locked": locked, "full": fullAtCommit, "reading": reading, "gone": gone}
	} else {
		list["reading"] = readingSQLite
	}
	for _, ill := range list {
		ill(t, db, each)
	}
}

func must(t *testing.T, db *store.DB, q string, args ...any) {
	t.Helper()
	if _, err := db.Pools()[0].Exec(q, args...); err != nil {
		t.Fatalf("%s: %v", q, err)
	}
}

// locked lets another connection hold what every deed needs.
func locked(t *testing.T, db *store.DB, each func(Illness)) {
	t.Helper()
	pool, begin := beside(t, db), `BEGIN IMMEDIATE`
	if db.Engine() == "postgres" {
		begin = `BEGIN; SELECT 1 FROM log_head FOR UPDATE`
	} else {
		onWriter(t, db, `PRAGMA busy_timeout(50)`)
		defer onWriter(t, db, `PRAGMA busy_timeout(5000)`)
	}
	conn, err := pool.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(context.Background(), begin); err != nil {
		t.Fatal(err)
	}
	each(Illness{"locked by somebody else", store.Busy})
	if _, err := conn.ExecContext(context.Background(), `ROLLBACK`); err != nil {
		t.Fatal(err)
	}
}

// beside is a connection of somebody else.
func beside(t *testing.T, db *store.DB) *sql.DB {
	t.Helper()
	if db.Engine() == "postgres" {
		return db.Pools()[0]
	}
	other, err := sql.Open("sqlite", "file:"+filepath.Join(Folder(db), "beraad.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Close() })
	return other
}

func onWriter(t *testing.T, db *store.DB, q string) {
	t.Helper()
	if err := db.OnWriter(q); err != nil {
		t.Fatalf("%s: %v", q, err)
	}
}

// full leaves the embedded database no page more, and no room in the pages of the log.
func full(t *testing.T, db *store.DB, each func(Illness)) {
	t.Helper()
	var pages int64
	if err := beside(t, db).QueryRow(`PRAGMA page_count`).Scan(&pages); err != nil {
		t.Fatal(err)
	}
	onWriter(t, db, fmt.Sprintf(`PRAGMA max_page_count = %d`, pages))
	n := 0
	for _, size := range []int{2000, 200, 20, 1} {
		for n++; db.OnWriter(fmt.Sprintf(`INSERT INTO log_leaf (livc, idx, nonce, payload, commitment) VALUES ('zz', %d, x'00', zeroblob(%d), x'00')`, n, size)) == nil; n++ {
			if n > 10000 {
				t.Fatal("the database never gets full")
			}
		}
	}
	each(Illness{"full", store.Full})
	onWriter(t, db, `PRAGMA max_page_count = 1000000`)
	onWriter(t, db, `DELETE FROM log_leaf WHERE livc = 'zz'`)
}

// readingSQLite takes away the right to write, as a disk that is mounted for reading only does.
func readingSQLite(t *testing.T, db *store.DB, each func(Illness)) {
	t.Helper()
	onWriter(t, db, `PRAGMA query_only = ON`)
	each(Illness{"set to reading only", store.ReadOnly})
	onWriter(t, db, `PRAGMA query_only = OFF`)
}

// fullAtCommit lets a commit find no room, which is the last moment at which it can.
func fullAtCommit(t *testing.T, db *store.DB, each func(Illness)) {
	t.Helper()
	must(t, db, `CREATE FUNCTION no_room() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql`)
	must(t, db, `CREATE CONSTRAINT TRIGGER no_room AFTER INSERT ON log_leaf DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_room()`)
	each(Illness{"full at the commit", ""})
	must(t, db, `DROP FUNCTION no_room CASCADE`)
	must(t, db, `CREATE FUNCTION no_room() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql`)
	must(t, db, `CREATE TRIGGER no_room BEFORE INSERT ON log_leaf FOR EACH ROW EXECUTE FUNCTION no_room()`)
	each(Illness{"full", store.Full})
	must(t, db, `DROP FUNCTION no_room CASCADE`)
}

// reading sets the database to reading only, for connections that are new.
func reading(t *testing.T, db *store.DB, each func(Illness)) {
	t.Helper()
	name := nameOf(t, db)
	must(t, db, `ALTER DATABASE `+name+` SET default_transaction_read_only = on`)
	afresh(db)
	each(Illness{"set to reading only", store.ReadOnly})
	conn, err := db.Pools()[0].Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{`SET default_transaction_read_only = off`, `ALTER DATABASE ` + name + ` RESET default_transaction_read_only`} {
		if _, err := conn.ExecContext(context.Background(), q); err != nil {
			t.Fatal(err)
		}
	}
	_ = conn.Close()
	afresh(db)
}

// gone lets the server take no connection to the database any more, after ending those there are.
func gone(t *testing.T, db *store.DB, each func(Illness)) {
	t.Helper()
	name := nameOf(t, db)
	server, err := sharedAddress(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	outside, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	defer outside.Close()
	out := func(q string) {
		if _, err := outside.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	out(`ALTER DATABASE ` + name + ` ALLOW_CONNECTIONS false`)
	out(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '` + name + `'`)
	each(Illness{"gone", store.Gone})
	out(`ALTER DATABASE ` + name + ` ALLOW_CONNECTIONS true`)
	afresh(db)
}

func nameOf(t *testing.T, db *store.DB) (name string) {
	t.Helper()
	if err := db.Pools()[0].QueryRow(`SELECT current_database()`).Scan(&name); err != nil {
		t.Fatal(err)
	}
	return name
}

// afresh closes the connections that wait for work, so that the next ones are new.
func afresh(db *store.DB) {
	for _, pool := range db.Pools() {
		pool.SetMaxIdleConns(0)
		pool.SetMaxIdleConns(4)
	}
}
