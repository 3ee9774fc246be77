package store

import (
	"context"
	"errors"
	"fmt"

	"beraad.eu/livc"
)

// emptySchema throws away every table of a PostgreSQL database.
const emptySchema = `DROP SCHEMA public CASCADE; CREATE SCHEMA public`

// ClearPractice empties a PostgreSQL database in which nothing or a practice town lives, so that a new
// town can be played. It refuses a real installation. The embedded database is a file that its owner
// removes.
func (d *DB) ClearPractice(ctx context.Context) error {
	if d.Engine() != "postgres" {
		return errors.New("store: only a PostgreSQL database is cleared")
	}
	have, _, err := d.Version(ctx)
	if err != nil {
		return fmt.Errorf("ask the database for its version: %w", err)
	}
	if have > 0 {
		i, err := d.Installation(ctx)
		if err == nil && !i.Practice {
			return errors.New("a real installation lives in this database; it is not cleared")
		}
		if err != nil && livc.KindOf(err) != livc.NotFoundKind {
			return err
		}
	}
	if _, err := d.write.ExecContext(ctx, emptySchema); err != nil {
		return fmt.Errorf("clear the database: %w", err)
	}
	return nil
}
