package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/store/lite"
	"beraad.eu/livc"
)

// Trouble is what is wrong with a database, as far as its answer tells. Dutch: wat er scheelt.
type Trouble string

// The troubles that whoever runs the machine can mend; Unclear is any other.
const (
	Busy     Trouble = "busy"     // somebody else holds it
	Full     Trouble = "full"     // there is no room
	ReadOnly Trouble = "readonly" // it may be read and not written
	Damaged  Trouble = "damaged"  // its file is not whole
	Gone     Trouble = "gone"     // it is not there, or does not answer
	Refused  Trouble = "refused"  // it does not let us in
	Crowded  Trouble = "crowded"  // it has no connection left
	Unclear  Trouble = "unclear"
)

// sqliteTroubles are the first bytes of the codes of SQLite.
var sqliteTroubles = map[int]Trouble{5: Busy, 6: Busy, 3: ReadOnly, 8: ReadOnly, 10: Gone, 11: Damaged, 13: Full, 14: Gone, 23: Refused, 26: Damaged}

// postgresTroubles are the SQLSTATE codes of PostgreSQL.
var postgresTroubles = map[string]Trouble{"55P03": Busy, "57014": Busy, "40P01": Busy, "53100": Full, "25006": ReadOnly, "42501": ReadOnly,
	"XX001": Damaged, "XX002": Damaged, "3D000": Gone, "57P01": Gone, "57P02": Gone, "57P03": Gone, "55000": Gone, "28000": Refused, "28P01": Refused, "53300": Crowded}

// TroubleOf tells what an error of the database means; "" for none.
func TroubleOf(err error) Trouble {
	var old *sqlite.Error
	var pg *pgconn.PgError
	var dial *pgconn.ConnectError
	if err == nil {
		return ""
	}
	if code, ok := lite.Code(err); ok {
		return known(sqliteTroubles[code])
	}
	switch {
	case errors.As(err, &old):
		return known(sqliteTroubles[old.Code()&0xff])
	case errors.As(err, &pg):
		return known(postgresTroubles[pg.Code])
	case errors.As(err, &dial):
		return Gone
	case errors.Is(err, context.DeadlineExceeded):
		return Busy
	}
	return Unclear
}

func known(t Trouble) Trouble {
	if t == "" {
		return Unclear
	}
	return t
}

// errTried ends a trial: what was written goes away again.
var errTried = errors.New("store: tried")

// Try writes a leaf to the log of the installation and takes it back: it tells whether a deed could be
// done now. Nothing of it is kept.
func (d *DB) Try(ctx context.Context) error {
	err := d.Write(ctx, d.Lane(livc.Installation), func(b deed.Batch) error {
		h, err := b.Head(ctx, livc.Installation)
		if err != nil {
			return err
		}
		if err := b.AppendLeaf(ctx, livc.Installation, audit.Row{Index: h.Frontier.Size, Nonce: []byte{0}, Payload: make([]byte, 256)}); err != nil {
			return err
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		return nil
	}
	return err
}
