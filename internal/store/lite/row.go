package lite

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"unsafe"

	sqlite3 "modernc.org/sqlite/lib"
)

// Exec runs a statement to its end and gives how many rows it changed.
func (c *Conn) Exec(q string, args []any) (changed int64, err error) {
	err = c.Query(q, args, func(Row) (bool, error) { return true, nil })
	return sqlite3.Xsqlite3_changes64(c.tls, c.db), err
}

// Query runs a statement and hands each row to read, until read says that it needs no more.
func (c *Conn) Query(q string, args []any, read func(Row) (more bool, err error)) (err error) {
	s, err := c.statement(q)
	if err != nil {
		return err
	}
	defer func() {
		if e := s.end(q); err == nil {
			err = e
		}
	}()
	if err := s.begin(args); err != nil {
		return err
	}
	for {
		switch rc := sqlite3.Xsqlite3_step(c.tls, s.handle); rc {
		case sqlite3.SQLITE_ROW:
			if more, err := read(Row{s}); err != nil || !more {
				return err
			}
		case sqlite3.SQLITE_DONE:
			return nil
		default:
			return c.fault(rc)
		}
	}
}

// Row is the row at which a statement stands; it lives until the next one.
type Row struct{ of *statement }

var errNull = errors.New("lite: a value that must be there is NULL")

// Scan copies the row into dst, one pointer for each column.
func (r Row) Scan(dst ...any) error {
	if len(dst) != len(r.of.columns) {
		return fmt.Errorf("lite: %d places for %d columns", len(dst), len(r.of.columns))
	}
	for i, d := range dst {
		if err := r.scan(i, d); err != nil {
			return fmt.Errorf("column %d: %w", i, err)
		}
	}
	return nil
}

func (r Row) scan(i int, dst any) error {
	switch d := dst.(type) {
	case *[]byte:
		*d = r.of.conn.keep(r.Bytes(i))
		return nil
	case *string:
		*d = r.Text(i)
		return r.there(i, *d == "")
	case *int64:
		*d = r.Int(i)
		return r.there(i, *d == 0)
	case *int:
		*d = int(r.Int(i))
		return r.there(i, *d == 0)
	case *bool:
		*d = r.Int(i) != 0
		return r.there(i, !*d)
	}
	return r.named(i, reflect.ValueOf(dst).Elem())
}

// named fills a type of the field, such as an id or a state; a pointer stays nil for NULL.
func (r Row) named(i int, v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		v.SetString(r.Text(i))
	case reflect.Int, reflect.Int64:
		v.SetInt(r.Int(i))
	case reflect.Bool:
		v.SetBool(r.Int(i) != 0)
	case reflect.Pointer:
		if r.null(i) {
			v.SetZero()
			return nil
		}
		v.Set(reflect.New(v.Type().Elem()))
		return r.named(i, v.Elem())
	default:
		return fmt.Errorf("lite: a column is not read into a %s", v.Type())
	}
	return r.there(i, v.IsZero())
}

func (r Row) null(i int) bool {
	return sqlite3.Xsqlite3_column_type(r.of.conn.tls, r.of.handle, int32(i)) == sqlite3.SQLITE_NULL
}

// there refuses NULL; only a value that came out empty can be one.
func (r Row) there(i int, empty bool) error {
	if empty && r.null(i) {
		return errNull
	}
	return nil
}

// Int is a column as a number.
func (r Row) Int(i int) int64 {
	return sqlite3.Xsqlite3_column_int64(r.of.conn.tls, r.of.handle, int32(i))
}

// Bytes is a column as it stands in SQLite's memory: valid until the next row, nil for NULL.
func (r Row) Bytes(i int) []byte {
	c, h := r.of.conn, r.of.handle
	p := sqlite3.Xsqlite3_column_blob(c.tls, h, int32(i))
	return memory(p, int(sqlite3.Xsqlite3_column_bytes(c.tls, h, int32(i))))
}

// Text is a column as text. The rows of a list share what is the same from one to the next.
func (r Row) Text(i int) string {
	c, h := r.of.conn, r.of.handle
	p := sqlite3.Xsqlite3_column_text(c.tls, h, int32(i))
	b := memory(p, int(sqlite3.Xsqlite3_column_bytes(c.tls, h, int32(i))))
	if last := r.of.columns[i]; last == string(b) {
		return last
	}
	kept := c.keep(b)
	s := unsafe.String(unsafe.SliceData(kept), len(kept))
	r.of.columns[i] = s
	return s
}

// The values of a list are copied into common pieces of memory: fifty rows of ten columns would take five
// hundred. A longer value has memory of its own.
const (
	piece     = 8 << 10
	ownMemory = 2 << 10
)

// keep copies what stands in SQLite's memory. Nobody changes a kept text; kept bytes end where they end.
func (c *Conn) keep(b []byte) []byte {
	if len(b) == 0 {
		return nil
	}
	if len(b) > ownMemory {
		return bytes.Clone(b)
	}
	if len(b) > len(c.room) {
		c.room = make([]byte, piece)
	}
	kept := c.room[:len(b):len(b)]
	c.room = c.room[len(b):]
	copy(kept, b)
	return kept
}
