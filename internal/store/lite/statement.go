package lite

import (
	"fmt"
	"strconv"
	"strings"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// statement is a prepared statement with room for its arguments and what was last read of each column.
type statement struct {
	conn    *Conn
	handle  uintptr
	args    int     // how many it takes
	places  []int   // which argument stands at each place: SQLite counts $2, $1 in the order of their first use
	room    uintptr // C memory in which text and bytes of the arguments stand while it runs
	size    int
	busy    bool
	columns []string // the last text of each column
}

// roomKept is how much room a statement keeps between two runs.
const roomKept = 64 << 10

// statement gives the prepared form of q; while that one is being read, a second one.
func (c *Conn) statement(q string) (s *statement, err error) {
	if s = c.made[q]; s != nil && !s.busy {
		return s, nil
	}
	first := s == nil
	if s, err = c.prepare(q); err != nil {
		return nil, err
	}
	if first {
		c.made[q] = s
	}
	return s, nil
}

func (c *Conn) prepare(q string) (*statement, error) {
	text, err := libc.CString(q)
	if err != nil {
		return nil, fmt.Errorf("lite: prepare: %w", err)
	}
	defer libc.Xfree(c.tls, text)
	if err := c.fault(sqlite3.Xsqlite3_prepare_v3(c.tls, c.db, text, int32(len(q)), sqlite3.SQLITE_PREPARE_PERSISTENT, c.cell, 0)); err != nil {
		return nil, err
	}
	s := &statement{conn: c, handle: c.given()}
	for i := range sqlite3.Xsqlite3_bind_parameter_count(c.tls, s.handle) {
		n, err := strconv.Atoi(strings.TrimPrefix(libc.GoString(sqlite3.Xsqlite3_bind_parameter_name(c.tls, s.handle, i+1)), "$"))
		if err != nil || n < 1 {
			s.close()
			return nil, fmt.Errorf("lite: a place of a statement is not written as $1: %w", err)
		}
		s.args, s.places = max(s.args, n), append(s.places, n-1)
	}
	s.columns = make([]string, sqlite3.Xsqlite3_column_count(c.tls, s.handle))
	return s, nil
}

func (s *statement) close() {
	sqlite3.Xsqlite3_finalize(s.conn.tls, s.handle)
	if s.room != 0 {
		libc.Xfree(s.conn.tls, s.room)
	}
}

// begin binds the arguments.
func (s *statement) begin(args []any) error {
	if len(args) != s.args {
		return fmt.Errorf("lite: %d arguments for a statement of %d", len(args), s.args)
	}
	s.busy = true
	s.conn.Asked++
	return s.bind(args)
}

// end makes the statement ready for the next run. A statement of which another run was being read goes.
func (s *statement) end(q string) error {
	rc := sqlite3.Xsqlite3_reset(s.conn.tls, s.handle)
	s.busy = false
	if s.size > roomKept {
		libc.Xfree(s.conn.tls, s.room)
		s.room, s.size = 0, 0
		// what was bound pointed there
		sqlite3.Xsqlite3_clear_bindings(s.conn.tls, s.handle)
	}
	err := s.conn.fault(rc)
	if s.conn.made[q] != s {
		s.close()
	}
	return err
}

// memory is C memory as bytes. It is SQLite's: what is kept is copied.
func memory(p uintptr, n int) []byte {
	if p == 0 || n == 0 {
		return nil
	}
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&p)), n)
}
