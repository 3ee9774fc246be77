package pgserver

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5"
)

// CreateDatabase makes a new, empty database on the server at the address and returns its address.
func CreateDatabase(ctx context.Context, server string) (string, error) {
	name := "beraad_" + strings.ToLower(rand.Text())
	if err := execute(ctx, server, "CREATE DATABASE "+name+" TEMPLATE template0"); err != nil {
		return "", fmt.Errorf("make a database: %w", err)
	}
	return withDatabase(server, name), nil
}

// DropDatabase removes the database with this address from the server, whoever is still connected.
func DropDatabase(ctx context.Context, server, dsn string) error {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return fmt.Errorf("read the address of a database: %w", err)
	}
	if err := execute(ctx, server, "DROP DATABASE "+pgx.Identifier{config.Database}.Sanitize()+" WITH (FORCE)"); err != nil {
		return fmt.Errorf("remove a database: %w", err)
	}
	return nil
}

func execute(ctx context.Context, server, statement string) error {
	conn, err := pgx.Connect(ctx, server)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	return err
}

// withDatabase returns the address of another database on the same server. An address is a URL or
// a line of keywords, of which the last one counts.
func withDatabase(server, name string) string {
	if u, err := url.Parse(server); err == nil && u.Scheme != "" {
		u.Path = "/" + name
		return u.String()
	}
	return server + " dbname=" + name
}
