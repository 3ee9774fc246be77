package lite

import (
	"fmt"
	"reflect"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// bind copies the arguments into the room of the statement and points its places there. What is no text,
// number, yes or no, or bytes is refused: personal text must not reach the database unsealed.
func (s *statement) bind(args []any) error {
	need := 0
	for _, a := range args {
		need += length(a)
	}
	if need > s.size {
		libc.Xfree(s.conn.tls, s.room)
		s.size = max(need, 256)
		if s.room = libc.Xmalloc(s.conn.tls, libc.Tsize_t(s.size)); s.room == 0 {
			s.size = 0
			return fmt.Errorf("lite: no room for %d bytes", need)
		}
	}
	at := 0
	for i, which := range s.places {
		n, err := s.bindOne(int32(i+1), args[which], at)
		if err != nil {
			return err
		}
		at += n
	}
	return nil
}

// length is how many bytes an argument takes in the room.
func length(a any) int {
	switch v := a.(type) {
	case string:
		return len(v)
	case []byte:
		return len(v)
	case int64, int, bool, nil:
		return 0
	}
	if v := reflect.ValueOf(a); v.Kind() == reflect.String {
		return v.Len()
	}
	return 0
}

func (s *statement) bindOne(place int32, a any, at int) (used int, err error) {
	c := s.conn
	switch v := a.(type) {
	case string:
		return s.bindText(place, v, at)
	case []byte:
		return s.bindBytes(place, v, at)
	case int64:
		return 0, c.fault(sqlite3.Xsqlite3_bind_int64(c.tls, s.handle, place, v))
	case int:
		return 0, c.fault(sqlite3.Xsqlite3_bind_int64(c.tls, s.handle, place, int64(v)))
	case bool:
		var n int64
		if v {
			n = 1
		}
		return 0, c.fault(sqlite3.Xsqlite3_bind_int64(c.tls, s.handle, place, n))
	case nil:
		return 0, c.fault(sqlite3.Xsqlite3_bind_null(c.tls, s.handle, place))
	}
	v := reflect.ValueOf(a)
	switch {
	case v.Kind() == reflect.String:
		return s.bindText(place, v.String(), at)
	case v.CanInt():
		return 0, c.fault(sqlite3.Xsqlite3_bind_int64(c.tls, s.handle, place, v.Int()))
	}
	return 0, fmt.Errorf("lite: a %T is not stored", a)
}

func (s *statement) bindText(place int32, v string, at int) (int, error) {
	p := s.room + uintptr(at)
	if v == "" {
		p = s.conn.cell // empty text, not NULL
	}
	copy(memory(p, len(v)), v)
	return len(v), s.conn.fault(sqlite3.Xsqlite3_bind_text(s.conn.tls, s.handle, place, p, int32(len(v)), 0))
}

func (s *statement) bindBytes(place int32, v []byte, at int) (int, error) {
	if v == nil {
		return 0, s.conn.fault(sqlite3.Xsqlite3_bind_null(s.conn.tls, s.handle, place))
	}
	p := s.room + uintptr(at)
	if len(v) == 0 {
		p = s.conn.cell
	}
	copy(memory(p, len(v)), v)
	return len(v), s.conn.fault(sqlite3.Xsqlite3_bind_blob(s.conn.tls, s.handle, place, p, int32(len(v)), 0))
}
