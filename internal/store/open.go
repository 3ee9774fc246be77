package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing/fstest"

	"github.com/pressly/goose/v3"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/live"
	"beraad.eu/livc"
)

//go:embed migration/*.sql
var migrations embed.FS

// DB is one database: SQLite with one writing connection and a few readers, or PostgreSQL.
type DB struct {
	engine  engine
	write   *sql.DB
	read    *sql.DB
	session *sql.DB // volatile: never in a backup

	// Of SQLite only; the pools above are for what stands outside deeds.
	writer  *writer
	readers *readers
	drawer  *drawer
	closed  atomic.Bool

	hub atomic.Pointer[live.Hub] // who is told of changes, while somebody listens
	dsn string                   // of PostgreSQL, for the connection that listens
}

// errClosed answers who still asks a database that was closed: it is not opened again.
var errClosed = errors.New("store: the database is closed")

// engine is what differs between the two databases.
type engine interface {
	name() string
	dialect() goose.Dialect
	lane(livc.ID) string
	lockHead() string
}

// Close closes every connection.
func (d *DB) Close() error {
	var err error
	d.closed.Store(true)
	if d.writer != nil {
		d.free()
		err = d.readers.close()
	}
	return errors.Join(err, d.write.Close(), d.read.Close(), d.session.Close())
}

// Rest gives memory back that SQLite keeps for the next deed or look; PostgreSQL keeps it elsewhere.
func (d *DB) Rest() error {
	if d.writer == nil {
		return nil
	}
	return errors.Join(d.readers.rest(), d.writer.rest())
}

// free closes the writing connections of SQLite before work outside deeds, such as migrations; the next
// deed opens them anew.
func (d *DB) free() {
	d.writer.free()
	d.drawer.free()
}

// Asked is how many statements deeds, looks and sessions have asked of SQLite so far, for the tests that guard
// what a page costs; 0 for PostgreSQL. Nobody else works meanwhile.
func (d *DB) Asked() (n int64) {
	if d.writer == nil {
		return 0
	}
	for _, c := range append(d.readers.idle(), d.writer.conn, d.drawer.conn) {
		if c != nil {
			n += c.Asked
		}
	}
	return n
}

// Engine is "sqlite" or "postgres".
func (d *DB) Engine() string { return d.engine.name() }

// Lane is the queue in which deeds of a LIVC R wait for each other.
func (d *DB) Lane(id livc.ID) string { return d.engine.lane(id) }

// Write runs f in one durable transaction. When the commit itself gives an error the outcome is
// unknown, and the error says so.
func (d *DB) Write(ctx context.Context, _ string, f func(deed.Batch) error) error {
	if d.closed.Load() {
		return errClosed
	}
	if d.writer != nil {
		return d.writer.write(d, f)
	}
	tx, err := d.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin a transaction: %w", err)
	}
	if err := f(&batch{handle: handle{in: tx, db: d}}); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%w: %w", deed.ErrOutcomeUnknown, err)
	}
	return nil
}

// Read runs f on a reading connection.
func (d *DB) Read(ctx context.Context, f func(deed.Vault) error) error {
	if d.closed.Load() {
		return errClosed
	}
	if d.readers != nil {
		return d.readers.read(ctx, d, f)
	}
	tx, err := d.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("begin to read: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // a reading transaction has nothing to lose
	return f(&batch{handle: handle{in: tx, db: d}})
}

// Migrate brings the schema up to date.
func (d *DB) Migrate(ctx context.Context) error {
	p, err := d.provider()
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return err
	}
	return d.makeVolatile(ctx)
}

// Version gives the schema version of the database and the one this program knows.
func (d *DB) Version(ctx context.Context) (have, know int64, err error) {
	p, err := d.provider()
	if err != nil {
		return 0, 0, err
	}
	for _, s := range p.ListSources() {
		know = max(know, s.Version)
	}
	have, err = p.GetDBVersion(ctx)
	return have, know, err
}

func (d *DB) provider() (*goose.Provider, error) {
	if d.writer != nil {
		d.free()
	}
	files, err := forEngine(d.engine.name())
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(d.engine.dialect(), d.write, files)
}

// forEngine gives the migrations as one engine reads them: /*pg ... pg*/ is uncommented for PostgreSQL
// only, /*sqlite ... sqlite*/ for SQLite only.
func forEngine(name string) (fs.FS, error) {
	out := fstest.MapFS{}
	list, err := migrations.ReadDir("migration")
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		text, err := migrations.ReadFile("migration/" + e.Name())
		if err != nil {
			return nil, err
		}
		out[e.Name()] = &fstest.MapFile{Data: []byte(spoken(name, string(text)))}
	}
	return out, nil
}

// spoken uncomments what only this engine may read.
func spoken(engine, text string) string {
	mark := map[string]string{"postgres": "pg", "sqlite": "sqlite"}[engine]
	return strings.NewReplacer("/*"+mark+" ", "", " "+mark+"*/", "").Replace(text)
}

// Pools gives the connections, the writing one first, for the tests of the schema.
func (d *DB) Pools() []*sql.DB {
	if d.writer != nil {
		d.free()
	}
	if d.session == d.write {
		return []*sql.DB{d.write}
	}
	return []*sql.DB{d.write, d.session}
}

// OnWriter runs a statement, such as a setting, on the connection through which the embedded database is
// written, for tests that make it ill. Pools closes that connection, and the setting with it.
func (d *DB) OnWriter(q string) error {
	d.writer.mu.Lock()
	defer d.writer.mu.Unlock()
	if err := d.writer.take(); err != nil {
		return err
	}
	_, err := d.writer.conn.Exec(q, nil)
	return err
}
