package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"beraad.eu/internal/deed"
)

// writer is the one connection through which SQLite is written, with the statements it has prepared.
// It is taken at the first deed, so that migrations come before it.
type writer struct {
	mu   sync.Mutex
	conn *sql.Conn
	made prepared
}

func (w *writer) write(ctx context.Context, d *DB, f func(deed.Batch) error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	ctx = context.WithoutCancel(ctx)
	if err := w.take(ctx, d); err != nil {
		return err
	}
	if _, err := w.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("begin a transaction: %w", err)
	}
	if err := f(&batch{handle{in: w.conn, db: d, made: w.made}}); err != nil {
		_, undo := w.conn.ExecContext(ctx, "ROLLBACK")
		return errors.Join(err, undo)
	}
	if _, err := w.conn.ExecContext(ctx, "COMMIT"); err != nil {
		_, _ = w.conn.ExecContext(ctx, "ROLLBACK") // a commit that failed may leave the transaction open
		return fmt.Errorf("%w: %w", deed.ErrOutcomeUnknown, err)
	}
	return nil
}

func (w *writer) take(ctx context.Context, d *DB) (err error) {
	if w.conn != nil {
		return nil
	}
	w.conn, err = d.write.Conn(ctx)
	w.made = prepared{}
	return err
}

// free gives the connection back for work outside deeds, such as migrations and checkpoints.
func (w *writer) free() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return
	}
	for _, st := range w.made {
		_ = st.Close()
	}
	_ = w.conn.Close()
	w.conn = nil
}
