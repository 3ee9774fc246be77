package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"beraad.eu/internal/store/lite"
	"beraad.eu/livc"
)

// drawer is the one connection to SQLite's volatile file: its statements are short, and each stands alone.
type drawer struct {
	path string
	mu   sync.Mutex
	conn *lite.Conn
}

func (v *drawer) do(f func(*lite.Conn) error) (err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.conn == nil {
		if v.conn, err = openLite(v.path, "OFF"); err != nil {
			return err
		}
	}
	return f(v.conn)
}

func (v *drawer) free() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.conn != nil {
		_ = v.conn.Close()
		v.conn = nil
	}
}

// exec runs a statement on the volatile database.
func (s Sessions) exec(ctx context.Context, q string, args ...any) (n int64, err error) {
	if v := s.db.drawer; v != nil {
		err = v.do(func(c *lite.Conn) error {
			n, err = c.Exec(q, args)
			return err
		})
		return n, err
	}
	r, err := s.db.session.ExecContext(ctx, q, args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// one reads a single row of the volatile database; no row is NotFound.
func (s Sessions) one(ctx context.Context, q string, args []any, dst ...any) error {
	if v := s.db.drawer; v != nil {
		return v.do(func(c *lite.Conn) error { return handle{lite: c}.one(ctx, q, args, dst...) })
	}
	err := s.db.session.QueryRowContext(ctx, q, args...).Scan(dst...)
	if errors.Is(err, sql.ErrNoRows) {
		return livc.NotFound()
	}
	return err
}
