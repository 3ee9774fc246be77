package store

import (
	"context"
	"database/sql"
	"fmt"

	"beraad.eu/livc"
)

// handle is a transaction with its database, as the functions of this package take it.
type handle struct {
	in   transaction
	db   *DB
	made prepared // nil where the driver remembers statements itself
}

// transaction is what runs statements: a transaction, or the one writing connection of SQLite.
type transaction interface {
	ExecContext(ctx context.Context, q string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, q string, args ...any) (*sql.Rows, error)
	PrepareContext(ctx context.Context, q string) (*sql.Stmt, error)
}

// prepared remembers the statements of one connection. SQLite spends more on parsing a statement than
// on running it; pgx remembers by itself.
type prepared map[string]*sql.Stmt

// exec runs a statement that changes rows and gives how many.
func (h handle) exec(ctx context.Context, q string, args ...any) (int64, error) {
	r, err := h.run(ctx, q, args)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

func (h handle) run(ctx context.Context, q string, args []any) (sql.Result, error) {
	st, err := h.statement(ctx, q)
	if err != nil || st == nil {
		return orElse(err, func() (sql.Result, error) { return h.in.ExecContext(ctx, q, args...) })
	}
	return st.ExecContext(context.WithoutCancel(ctx), args...)
}

func (h handle) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	st, err := h.statement(ctx, q)
	if err != nil || st == nil {
		return orElse(err, func() (*sql.Rows, error) { return h.in.QueryContext(ctx, q, args...) })
	}
	return st.QueryContext(context.WithoutCancel(ctx), args...)
}

func orElse[T any](err error, f func() (T, error)) (v T, _ error) {
	if err != nil {
		return v, err
	}
	return f()
}

// statement is the prepared form of a statement where that helps, and nil where it does not. The
// context of a batch is not handed on to SQLite: the driver would watch it with a goroutine for every
// statement, and nothing may be cancelled half way.
func (h handle) statement(ctx context.Context, q string) (*sql.Stmt, error) {
	if h.made == nil {
		return nil, nil
	}
	if st := h.made[q]; st != nil {
		return st, nil
	}
	st, err := h.in.PrepareContext(context.WithoutCancel(ctx), q)
	if err == nil {
		h.made[q] = st
	}
	return st, err
}

// change runs a statement that must change exactly one row; otherwise somebody else was first.
func (h handle) change(ctx context.Context, q string, args ...any) error {
	n, err := h.exec(ctx, q, args...)
	if err == nil && n != 1 {
		return livc.Conflict("conflict.changed")
	}
	return err
}

// one reads a single row into dst; no row is NotFound.
func (h handle) one(ctx context.Context, q string, args []any, dst ...any) error {
	rows, err := h.query(ctx, q, args)
	if err != nil {
		return err
	}
	defer rows.Close()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return err
		}
		return livc.NotFound()
	}
	return rows.Scan(dst...)
}

// scanner is a row that can be read.
type scanner interface{ Scan(dst ...any) error }

// many reads all rows of a query.
func many[T any](ctx context.Context, h handle, q string, args []any, read func(scanner) (T, error)) ([]T, error) {
	rows, err := h.query(ctx, q, args)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []T
	for rows.Next() {
		v, err := read(rows)
		if err != nil {
			return nil, fmt.Errorf("read a row: %w", err)
		}
		list = append(list, v)
	}
	return list, rows.Err()
}

// a is short for the arguments of a statement.
func a(args ...any) []any { return args }
