package lite

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"zombiezen.com/go/sqlite"
)

// Conn is one connection with the statements it has prepared.
type Conn struct {
	conn *sqlite.Conn
	made map[string]*statement
	room []byte // for the next values that are kept
	// Asked is how many statements ran on this connection, for tests that guard their number.
	Asked int64
}

// statement is a prepared statement. The library would clear what is bound before every use, and SQLite
// then plans the statement anew; so it is kept here, where every place is bound every time.
type statement struct {
	*sqlite.Stmt
	conn   *Conn
	places []int // which argument belongs at each place: SQLite counts them in the order of their first use
	args   int
	busy   bool
	room   []byte // of what Bytes gave of the present row
}

// Open opens a database file and runs the settings on it.
func Open(path string, settings ...string) (*Conn, error) {
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite|sqlite.OpenCreate)
	if err != nil {
		return nil, fmt.Errorf("lite: open %s: %w", path, err)
	}
	conn.SetInterrupt(nil) // nothing in a batch is cancelled half way
	c := &Conn{conn: conn, made: map[string]*statement{}}
	for _, s := range settings {
		if _, err := c.Exec(s, nil); err != nil {
			return nil, errors.Join(err, c.Close())
		}
	}
	return c, nil
}

// Close ends the connection; what was not committed is undone.
func (c *Conn) Close() error { return c.conn.Close() }

// Code is what SQLite itself says an error is, without its details; false for an error of somebody else.
func Code(err error) (code int, known bool) {
	c := sqlite.ErrCode(err).ToPrimary()
	return int(c), err != nil && c != sqlite.ResultError && c != sqlite.ResultOK
}

// InTransaction tells whether a transaction is open, such as after a commit that failed.
func (c *Conn) InTransaction() bool { return !c.conn.AutocommitEnabled() }

// Exec runs a statement to its end and gives how many rows it changed.
func (c *Conn) Exec(q string, args []any) (changed int64, err error) {
	err = c.Query(q, args, func(Row) (bool, error) { return true, nil })
	return int64(c.conn.Changes()), err
}

// Query runs a statement and hands each row to read, until read says that it needs no more. While it
// reads, the same statement is not run again.
func (c *Conn) Query(q string, args []any, read func(Row) (more bool, err error)) (err error) {
	s, err := c.statement(q)
	if err != nil {
		return err
	}
	if s.busy {
		return fmt.Errorf("lite: a statement is run while it is read: %s", q)
	}
	s.busy = true
	defer func() {
		s.busy = false
		if e := s.Reset(); err == nil {
			err = e
		}
	}()
	if err := s.bind(args); err != nil {
		return err
	}
	c.Asked++
	for {
		s.room = s.room[:0]
		row, err := s.Step()
		if err != nil || !row {
			return err
		}
		if more, err := read(Row{s}); err != nil || !more {
			return err
		}
	}
}

func (c *Conn) statement(q string) (*statement, error) {
	if s := c.made[q]; s != nil {
		return s, nil
	}
	stmt, err := c.conn.Prepare(q)
	if err != nil {
		return nil, err
	}
	s := &statement{Stmt: stmt, conn: c}
	for i := 1; i <= stmt.BindParamCount(); i++ {
		n, err := strconv.Atoi(strings.TrimPrefix(stmt.BindParamName(i), "$"))
		if err != nil || n < 1 {
			return nil, fmt.Errorf("lite: a place is called %q, not $1", stmt.BindParamName(i))
		}
		s.places, s.args = append(s.places, n-1), max(s.args, n)
	}
	c.made[q] = s
	return s, nil
}

// bind puts each argument at its places: $2 may stand before $1, and more than once.
func (s *statement) bind(args []any) error {
	if len(args) != s.args {
		return fmt.Errorf("lite: %d arguments for a statement of %d", len(args), s.args)
	}
	for i, n := range s.places {
		if err := bindOne(s.Stmt, i+1, args[n]); err != nil {
			return err
		}
	}
	return nil
}

// bindOne refuses what is no text, number, yes or no, or bytes: personal text must not reach the database
// unsealed.
func bindOne(s *sqlite.Stmt, place int, a any) error {
	switch v := a.(type) {
	case string:
		s.BindText(place, v)
	case []byte:
		if v == nil {
			s.BindNull(place)
			break
		}
		s.BindBytes(place, v)
	case int64:
		s.BindInt64(place, v)
	case int:
		s.BindInt64(place, int64(v))
	case bool:
		s.BindBool(place, v)
	case nil:
		s.BindNull(place)
	default:
		switch v := reflect.ValueOf(a); {
		case v.Kind() == reflect.String:
			s.BindText(place, v.String())
		case v.CanInt():
			s.BindInt64(place, v.Int())
		default:
			return fmt.Errorf("lite: a %T is not stored", a)
		}
	}
	return nil
}
