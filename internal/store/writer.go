package store

import (
	"errors"
	"fmt"
	"sync"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/store/lite"
)

// writer is the one connection through which SQLite is written. It is opened at the first deed, so that
// migrations come before it.
type writer struct {
	path string
	mu   sync.Mutex
	conn *lite.Conn
}

const (
	beginWriting = "BEGIN IMMEDIATE"
	beginReading = "BEGIN"
	commit       = "COMMIT"
	rollback     = "ROLLBACK"
)

func (w *writer) write(d *DB, f func(deed.Batch) error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.take(); err != nil {
		return err
	}
	if _, err := w.conn.Exec(beginWriting, nil); err != nil {
		return fmt.Errorf("begin a transaction: %w", err)
	}
	b := &batch{handle: handle{lite: w.conn, db: d}}
	if err := f(b); err != nil {
		return errors.Join(err, w.undo())
	}
	if _, err := w.conn.Exec(commit, nil); err != nil {
		return fmt.Errorf("%w: %w", deed.ErrOutcomeUnknown, errors.Join(err, w.undo()))
	}
	d.stir(b.stirred)
	return nil
}

// undo ends a transaction that is still open: SQLite ends it by itself after some errors, and a commit
// that failed may leave it open.
func (w *writer) undo() error {
	if !w.conn.InTransaction() {
		return nil
	}
	_, err := w.conn.Exec(rollback, nil)
	return err
}

func (w *writer) take() (err error) {
	if w.conn == nil {
		w.conn, err = openLite(w.path, "FULL")
	}
	return err
}

// free closes the connection before work outside deeds, such as migrations.
func (w *writer) free() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn != nil {
		_ = w.conn.Close()
		w.conn = nil
	}
}
