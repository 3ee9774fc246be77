package cli

import "fmt"

type migrateCommand struct{ place }

// Run brings the database up to date.
func (m migrateCommand) Run(w *World) (err error) {
	c, err := m.read()
	if err != nil {
		return err
	}
	held, err := lock(c.Data)
	if err != nil {
		return err
	}
	defer held.Close()
	db, err := openDB(c)
	if err != nil {
		return err
	}
	defer db.Close()
	have, know, err := db.Version(w)
	if err != nil {
		return err
	}
	if have > know {
		return fmt.Errorf("the database has version %d and this program knows %d: use a newer program", have, know)
	}
	if err := migrate(w, c, db, have, know); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.Out, "The database went from version %d to version %d.\n", have, know)
	return err
}
