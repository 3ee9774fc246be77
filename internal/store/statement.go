package store

import (
	"context"
	"database/sql"
	"fmt"

	"beraad.eu/internal/store/lite"
	"beraad.eu/livc"
)

// handle is a transaction with its database, as the functions of this package take it: a connection of
// SQLite, or a transaction of PostgreSQL.
type handle struct {
	db   *DB
	lite *lite.Conn
	in   *sql.Tx
}

// exec runs a statement that changes rows and gives how many. Nothing in a batch can be cancelled half
// way, so SQLite does not get the context.
func (h handle) exec(ctx context.Context, q string, args ...any) (int64, error) {
	if h.lite != nil {
		return h.lite.Exec(q, args)
	}
	r, err := h.in.ExecContext(ctx, q, args...)
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

// scanner is a row that can be read.
type scanner interface{ Scan(dst ...any) error }

// one reads a single row into dst; no row is NotFound.
func (h handle) one(ctx context.Context, q string, args []any, dst ...any) error {
	found := false
	err := h.each(ctx, q, args, func(s scanner) (bool, error) {
		found = true
		return false, s.Scan(dst...)
	})
	if err == nil && !found {
		return livc.NotFound()
	}
	return err
}

// each hands the rows of a query to read, until it needs no more.
func (h handle) each(ctx context.Context, q string, args []any, read func(scanner) (more bool, err error)) error {
	if h.lite != nil {
		return h.lite.Query(q, args, func(r lite.Row) (bool, error) { return read(r) })
	}
	rows, err := h.in.QueryContext(ctx, q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if more, err := read(rows); err != nil || !more {
			return err
		}
	}
	return rows.Err()
}

// many reads all rows of a query.
func many[T any](ctx context.Context, h handle, q string, args []any, read func(scanner) (T, error)) ([]T, error) {
	return upTo(ctx, h, 0, q, args, read)
}

// upTo reads all rows of a query of which about so many are expected.
func upTo[T any](ctx context.Context, h handle, n int, q string, args []any, read func(scanner) (T, error)) (list []T, err error) {
	if n > 0 {
		list = make([]T, 0, n)
	}
	err = h.each(ctx, q, args, func(s scanner) (bool, error) {
		v, err := read(s)
		if err != nil {
			return false, fmt.Errorf("read a row: %w", err)
		}
		list = append(list, v)
		return true, nil
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// a is short for the arguments of a statement.
func a(args ...any) []any { return args }
