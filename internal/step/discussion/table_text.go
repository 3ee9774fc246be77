package discussion

import (
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// keep seals a text on the casusblad and gives the id of its record. Where no text of the law allows a
// casusblad nothing is kept, and the id is empty (X-L-l).
func (a atTable) keep(tx *deed.Tx, kind string, text any) (livc.ID, error) {
	if a.Case.AgendaOnly {
		return "", nil
	}
	id := tx.NewID()
	if err := tx.Keep(a.Case.Sheet, id, kind, text); err != nil || !a.Item.InRoom() {
		return id, err
	}
	return id, tx.Keep(a.Item.Room, id, kind, text) // those inside read it there, until the item closes
}

// sheetPlace is where a sheet stands while it is talked about: in the room, where the officer writes it and
// everybody reads it, or on the casusblad.
func (a atTable) sheetPlace() livc.ID {
	if a.Item.InRoom() {
		return a.Item.Room
	}
	return a.Case.Sheet
}

// later asks for a text of the casusblad; one that was never kept, or was forgotten, stays empty.
func later(tx *deed.Tx, sheet, record livc.ID, dst any) error {
	if sheet == "" || record == "" {
		return nil
	}
	err := tx.Later(sheet, record, dst)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil
	}
	return err
}
