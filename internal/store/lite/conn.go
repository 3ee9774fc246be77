package lite

import (
	"encoding/binary"
	"fmt"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// Conn is one connection with the statements it has prepared.
type Conn struct {
	tls  *libc.TLS
	db   uintptr
	cell uintptr // a pointer's room for what SQLite gives back
	made map[string]*statement
	room []byte // for the next values that are kept
	// Asked is how many statements ran on this connection, for tests that guard their number.
	Asked int64
}

const pointerSize = 8

// Open opens a database file and runs the settings on it.
func Open(path string, settings ...string) (*Conn, error) {
	c := &Conn{tls: libc.NewTLS(), made: map[string]*statement{}}
	c.cell = libc.Xmalloc(c.tls, pointerSize)
	name, err := libc.CString(path)
	if err != nil {
		return nil, fmt.Errorf("lite: open %s: %w", path, err)
	}
	defer libc.Xfree(c.tls, name)
	const how = sqlite3.SQLITE_OPEN_READWRITE | sqlite3.SQLITE_OPEN_CREATE | sqlite3.SQLITE_OPEN_NOMUTEX
	rc := sqlite3.Xsqlite3_open_v2(c.tls, name, c.cell, how, 0)
	c.db = c.given()
	if rc == sqlite3.SQLITE_OK {
		rc = sqlite3.Xsqlite3_extended_result_codes(c.tls, c.db, 1)
	}
	if err := c.fault(rc); err != nil {
		_ = c.Close()
		return nil, err
	}
	for _, s := range settings {
		if _, err := c.Exec(s, nil); err != nil {
			_ = c.Close()
			return nil, err
		}
	}
	return c, nil
}

// given is the pointer that SQLite wrote into the cell.
func (c *Conn) given() uintptr {
	return uintptr(binary.NativeEndian.Uint64(memory(c.cell, pointerSize)))
}

// Close ends the connection; what was not committed is undone.
func (c *Conn) Close() error {
	for _, s := range c.made {
		s.close()
	}
	rc := sqlite3.Xsqlite3_close_v2(c.tls, c.db)
	err := c.fault(rc)
	libc.Xfree(c.tls, c.cell)
	c.tls.Close()
	return err
}

// InTransaction tells whether a transaction is open, such as after a commit that failed.
func (c *Conn) InTransaction() bool { return sqlite3.Xsqlite3_get_autocommit(c.tls, c.db) == 0 }

// Error is what SQLite answered. Its text names tables and columns, never a value.
type Error struct {
	Code int32 // the extended result code
	Text string
}

// Error is for the log.
func (e *Error) Error() string { return fmt.Sprintf("lite: %s (%d)", e.Text, e.Code) }

// fault gives the error of a result code; nil for OK.
func (c *Conn) fault(rc int32) error {
	if rc == sqlite3.SQLITE_OK {
		return nil
	}
	text := libc.GoString(sqlite3.Xsqlite3_errstr(c.tls, rc))
	if c.db != 0 {
		text = libc.GoString(sqlite3.Xsqlite3_errmsg(c.tls, c.db))
	}
	return &Error{Code: rc, Text: text}
}
