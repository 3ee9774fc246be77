package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"beraad.eu/livc"
)

// handle is a transaction with its database, as the functions of this package take it.
type handle struct {
	tx *sql.Tx
	db *DB
}

// exec runs a statement that changes rows and gives how many.
func (h handle) exec(ctx context.Context, q string, args ...any) (int64, error) {
	r, err := h.tx.ExecContext(ctx, q, args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
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
	err := h.tx.QueryRowContext(ctx, q, args...).Scan(dst...)
	if errors.Is(err, sql.ErrNoRows) {
		return livc.NotFound()
	}
	return err
}

// scanner is a row that can be read.
type scanner interface{ Scan(dst ...any) error }

// many reads all rows of a query.
func many[T any](ctx context.Context, h handle, q string, args []any, read func(scanner) (T, error)) ([]T, error) {
	rows, err := h.tx.QueryContext(ctx, q, args...)
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
