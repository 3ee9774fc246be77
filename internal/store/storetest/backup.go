package storetest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest/pgserver"
)

// Backups makes every kind of backup that an engine offers while the program uses the database, and
// gives the folder in which they stand.
func Backups(t *testing.T, db *store.DB) (folder string) {
	t.Helper()
	folder = t.TempDir()
	if db.Engine() == "sqlite" {
		if err := db.CopyTo(t.Context(), filepath.Join(folder, "copy.db")); err != nil {
			t.Fatal(err)
		}
		return folder
	}
	var dsn string
	if err := db.Pools()[0].QueryRow(`SELECT 'postgres:///' || current_database() || '?user=' || current_user || '&host=' ||
		split_part(current_setting('unix_socket_directories'), ',', 1)`).Scan(&dsn); err != nil {
		t.Fatal(err)
	}
	Program(t, "pg_dump", "--dbname="+dsn, "--no-unlogged-table-data", "--file="+filepath.Join(folder, "dump.sql"))
	Program(t, "pg_basebackup", "--dbname="+dsn, "--pgdata="+filepath.Join(folder, "base"), "--wal-method=stream", "--checkpoint=fast")
	return folder
}

// Program runs a program of PostgreSQL.
func Program(t *testing.T, name string, args ...string) {
	t.Helper()
	bin, err := pgserver.Programs()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), filepath.Join(bin, name), args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// Holds counts the files in a folder in which some bytes stand.
func Holds(t *testing.T, folder string, what []byte) (n int) {
	t.Helper()
	if len(what) < 8 {
		t.Fatalf("%q is too short to look for", what)
	}
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, what) {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
