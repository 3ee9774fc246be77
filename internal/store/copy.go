package store

import (
	"context"
	"errors"
)

// CopyTo writes a whole copy of the embedded database to a new file, while others read and write.
func (d *DB) CopyTo(ctx context.Context, path string) error {
	if d.Engine() != "sqlite" {
		return errors.New("store: only the embedded database is copied as a file")
	}
	_, err := d.read.ExecContext(ctx, `VACUUM INTO ?`, path)
	return err
}
