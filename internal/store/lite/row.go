package lite

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
)

// Row is the row at which a statement stands; it lives until the next one.
type Row struct{ of *statement }

var errNull = errors.New("lite: a value that must be there is NULL")

// Scan copies the row into dst, one pointer for each column.
func (r Row) Scan(dst ...any) error {
	if len(dst) != r.of.ColumnCount() {
		return fmt.Errorf("lite: %d places for %d columns", len(dst), r.of.ColumnCount())
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
		*d = r.bytes(i)
		return nil
	case *string:
		*d = r.of.ColumnText(i)
		return r.there(i, *d == "")
	case *int64:
		*d = r.of.ColumnInt64(i)
		return r.there(i, *d == 0)
	case *int:
		*d = r.of.ColumnInt(i)
		return r.there(i, *d == 0)
	case *bool:
		*d = r.of.ColumnBool(i)
		return r.there(i, !*d)
	}
	return r.named(i, reflect.ValueOf(dst).Elem())
}

// named fills a type of the field, such as an id or a state; a pointer stays nil for NULL.
func (r Row) named(i int, v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		v.SetString(r.of.ColumnText(i))
	case reflect.Int, reflect.Int64:
		v.SetInt(r.of.ColumnInt64(i))
	case reflect.Bool:
		v.SetBool(r.of.ColumnBool(i))
	case reflect.Pointer:
		if r.of.ColumnIsNull(i) {
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

// there refuses NULL; only a value that came out empty can be one.
func (r Row) there(i int, empty bool) error {
	if empty && r.of.ColumnIsNull(i) {
		return errNull
	}
	return nil
}

// bytes gives a copy of a column; nil for NULL and for nothing.
func (r Row) bytes(i int) []byte {
	n := r.of.ColumnLen(i)
	if n == 0 {
		return nil
	}
	b := r.of.conn.keep(n)
	r.of.ColumnBytes(i, b)
	return b
}

// The values of a list stand in common pieces of memory: fifty rows would take a hundred. A longer value has
// memory of its own.
const (
	piece     = 8 << 10
	ownMemory = 2 << 10
)

// keep gives memory for so many bytes.
func (c *Conn) keep(n int) []byte {
	if n > ownMemory {
		return make([]byte, n)
	}
	if n > len(c.room) {
		c.room = make([]byte, piece)
	}
	kept := c.room[:n:n]
	c.room = c.room[n:]
	return kept
}

// Int is a column as a number.
func (r Row) Int(i int) int64 { return r.of.ColumnInt64(i) }

// Bytes is a column in memory that the next row uses again; nil for NULL and for nothing.
func (r Row) Bytes(i int) []byte {
	at, n := len(r.of.room), r.of.ColumnLen(i)
	if n == 0 {
		return nil
	}
	r.of.room = slices.Grow(r.of.room, n)[:at+n]
	b := r.of.room[at : at+n : at+n]
	r.of.ColumnBytes(i, b)
	return b
}
