package store

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the embedded engine

	"beraad.eu/internal/store/lite"
	"beraad.eu/livc"
)

type sqliteEngine struct{}

func (sqliteEngine) name() string           { return "sqlite" }
func (sqliteEngine) dialect() goose.Dialect { return goose.DialectSQLite3 }
func (sqliteEngine) lane(livc.ID) string    { return "" } // one writer for the whole file
func (sqliteEngine) lockHead() string       { return "" } // BEGIN IMMEDIATE holds the file

// OpenSQLite opens the embedded database in a folder of its own: beraad.db, and sessions.db, which is
// volatile and never in a backup. Commits are durable (synchronous FULL) and deleted text is
// overwritten (secure_delete ON; FAST leaves it in the file).
func OpenSQLite(folder string) (*DB, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	main, volatile := filepath.Join(folder, "beraad.db"), filepath.Join(folder, "sessions.db")
	d := &DB{engine: sqliteEngine{}, writer: &writer{path: main}, readers: newReaders(main, 2*runtime.NumCPU()), drawer: &drawer{path: volatile}}
	var err error
	if d.write, err = openSQLite(main, "immediate", "FULL", 1); err != nil {
		return nil, err
	}
	if d.read, err = openSQLite(main, "deferred", "FULL", 1); err != nil {
		return nil, err
	}
	if d.session, err = openSQLite(volatile, "immediate", "OFF", 1); err != nil {
		return nil, err
	}
	return d, nil
}

// settings hold on every connection to the embedded database.
func settings(sync string) []string {
	return []string{"journal_mode(WAL)", "synchronous(" + sync + ")", "secure_delete(ON)", "foreign_keys(1)",
		"busy_timeout(5000)", "temp_store(MEMORY)", "trusted_schema(OFF)", "cache_size(-4000)"}
}

// openSQLite gives a pool of the driver, for migrations and whatever else stands outside deeds.
func openSQLite(path, lock, sync string, connections int) (*sql.DB, error) {
	q := url.Values{"_txlock": {lock}, "_pragma": settings(sync)}
	db, err := sql.Open("sqlite", "file:"+path+"?"+q.Encode())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// openLite gives a connection for deeds and looks.
func openLite(path, sync string) (*lite.Conn, error) {
	list := []string{"PRAGMA busy_timeout(5000)"} // first: the others may have to wait
	for _, s := range settings(sync) {
		list = append(list, "PRAGMA "+s)
	}
	return lite.Open(path, list...)
}
