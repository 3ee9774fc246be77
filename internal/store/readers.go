package store

import (
	"context"
	"errors"
	"fmt"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/store/lite"
)

// readers are the connections through which SQLite is read: each serves one reader at a time, and stands
// ready with its prepared statements for the next.
type readers struct {
	path  string
	ready chan *lite.Conn // nil in the place of one that was not opened yet
}

func newReaders(path string, most int) *readers {
	r := &readers{path: path, ready: make(chan *lite.Conn, most)}
	for range most {
		r.ready <- nil
	}
	return r
}

// read runs f on a snapshot.
func (r *readers) read(ctx context.Context, d *DB, f func(deed.Vault) error) (err error) {
	var c *lite.Conn
	select {
	case c = <-r.ready:
	case <-ctx.Done():
		return fmt.Errorf("begin to read: %w", ctx.Err())
	}
	defer func() { r.ready <- c }()
	if c == nil {
		if c, err = openLite(r.path, "FULL"); err != nil {
			c = nil
			return fmt.Errorf("begin to read: %w", err)
		}
	}
	if _, err := c.Exec(beginReading, nil); err != nil {
		return fmt.Errorf("begin to read: %w", err)
	}
	err = f(&batch{handle: handle{lite: c, db: d}})
	_, end := c.Exec(rollback, nil) // a reading transaction has nothing to lose
	if end != nil {
		err = errors.Join(err, end)
	}
	return err // as it is: an answer for a person stays what it was
}

// idle gives the connections, while nobody reads.
func (r *readers) idle() (list []*lite.Conn) {
	for range cap(r.ready) {
		c := <-r.ready
		list = append(list, c)
		r.ready <- c
	}
	return list
}

// qShrink gives the pages back that a connection keeps for its next reader.
const qShrink = `PRAGMA shrink_memory`

// rest has the connections that nobody uses at the moment give their memory back.
func (r *readers) rest() (err error) {
	for range cap(r.ready) {
		select {
		case c := <-r.ready:
			if c != nil {
				_, e := c.Exec(qShrink, nil)
				err = errors.Join(err, e)
			}
			r.ready <- c
		default: // all are at work
			return err
		}
	}
	return err
}

// close closes every connection, once nobody reads.
func (r *readers) close() (err error) {
	for range cap(r.ready) {
		if c := <-r.ready; c != nil {
			err = errors.Join(err, c.Close())
		}
		r.ready <- nil
	}
	return err
}
