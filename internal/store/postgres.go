package store

import (
	"database/sql"
	"fmt"
	"runtime"

	_ "github.com/jackc/pgx/v5/stdlib" // the engine for several nodes
	"github.com/pressly/goose/v3"

	"beraad.eu/livc"
)

type postgresEngine struct{}

func (postgresEngine) name() string           { return "postgres" }
func (postgresEngine) dialect() goose.Dialect { return goose.DialectPostgres }
func (postgresEngine) lane(id livc.ID) string { return string(id) } // LIVC R's never wait for each other
func (postgresEngine) lockHead() string       { return " FOR UPDATE" }

// OpenPostgres opens a PostgreSQL database by its connection string. All reading is from the primary.
func OpenPostgres(dsn string) (*DB, error) {
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		return nil, fmt.Errorf("open postgres: %w", err)
	}
	n := 8 + 4*runtime.NumCPU()
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	// Sessions have connections of their own: a request looks one up while it reads, and must not wait
	// for itself.
	session, err := sql.Open("pgx", dsn)
	if err != nil {
		return nil, fmt.Errorf("open postgres: %w", err)
	}
	session.SetMaxOpenConns(2 + runtime.NumCPU())
	return &DB{engine: postgresEngine{}, write: db, read: db, session: session, dsn: dsn}, nil
}
