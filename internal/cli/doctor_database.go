package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"beraad.eu/internal/store"
)

// database looks whether the database is there and takes a deed, and then into it: plain columns only.
func (p *patient) database() []check {
	if p.config.DatabaseFile == "" && !exists(filepath.Join(p.config.Data, "beraad.db")) {
		return []check{{red, "there is no database", "run `beraad init`, or look for beraad.db: it belongs in " + p.config.Data}}
	}
	db, err := openDB(p.config)
	if err != nil {
		return []check{{red, "database: " + err.Error(), "look whether " + p.source() + " is right"}}
	}
	defer db.Close()
	p.db = db
	ctx, done := p.soon()
	defer done()
	have, know, err := db.Version(ctx)
	switch {
	case err != nil:
		return []check{p.trouble(err)}
	case have < know:
		return []check{{red, fmt.Sprintf("the database has version %d and this program needs %d", have, know), "make a copy, stop the server and run `beraad migrate` as the owner of the database"}}
	case have > know:
		return []check{{red, fmt.Sprintf("the database has version %d and this program knows %d", have, know), "use a newer program; the database cannot go back"}}
	}
	list := []check{good(fmt.Sprintf("the database has version %d", have)), p.writable()}
	if list[1].light == red {
		return list // what else there is to see waits behind that
	}
	for _, look := range []func() ([]check, error){p.unlockers, p.livcs} {
		more, err := look()
		if list = append(list, more...); err != nil {
			list = append(list, p.trouble(err))
		}
	}
	return list
}

// writable tells whether a deed could be recorded now.
func (p *patient) writable() check {
	ctx, done := p.soon()
	defer done()
	if err := p.db.Try(ctx); err != nil {
		return p.trouble(err)
	}
	return good("the log can be written")
}

// source is where the database stands, as the configuration says it.
func (p *patient) source() string {
	if p.config.DatabaseFile != "" {
		return "the address in " + p.config.DatabaseFile
	}
	return filepath.Join(p.config.Data, "beraad.db")
}

// trouble says what an answer of the database means and how to mend it. While it lasts Beraad answers
// 503 and changes nothing, so nothing needs to be put right afterwards.
func (p *patient) trouble(err error) check {
	where := p.source()
	said, known := map[store.Trouble]check{
		store.Busy:     {red, "the database is locked by somebody else", "find who holds " + where + " (a copy, another tool, a long transaction) and end that; then all goes on by itself"},
		store.Full:     {red, "the disk of the database is full", "make room, or make the disk larger; nothing was half done, and all goes on by itself"},
		store.ReadOnly: {red, "the database can be read and not written", "give this user the right to write to " + where + ", and look whether its disk or server is set to reading only"},
		store.Damaged:  {red, "the file of the database is damaged", "stop the server, keep the file as it is, and put the newest copy in its place"},
		store.Gone:     {red, "the database does not answer", "start the database server, or put its disk back; look whether " + where + " is right"},
		store.Refused:  {red, "the database does not let us in", "look whether user and password in " + where + " are right"},
		store.Crowded:  {red, "the database has no connection left", "look who else uses it, or raise max_connections"},
	}[store.TroubleOf(err)]
	if !known {
		return check{red, "database: " + err.Error(), "look whether it is there, and whether this user may read it"}
	}
	said.what += ": " + strings.ReplaceAll(err.Error(), "\n", "; ") // one line, also when two things went wrong
	return said
}
