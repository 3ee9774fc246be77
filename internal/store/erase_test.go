package store

import (
	"slices"
	"testing"
)

// caseTables are the tables in which something of a case can stand.
func caseTables(t *testing.T) (list []string) {
	t.Helper()
	d, err := OpenSQLite(t.TempDir())
	if err == nil {
		err = d.Migrate(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	rows, err := d.Pools()[0].QueryContext(t.Context(), `SELECT DISTINCT m.name FROM sqlite_master m, pragma_table_info(m.name) p
		WHERE m.type = 'table' AND p.name IN ('case_id', 'same_as') ORDER BY m.name`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		list = append(list, name)
	}
	return list
}

// Settled 7; security R4: erasure walks a register, and a table with a case in it that is not there fails.
func TestR4_EveryTableWithACaseStandsInTheRegister(t *testing.T) {
	tables := caseTables(t)
	if len(tables) < 12 {
		t.Fatalf("only %d tables with a case: the search is broken", len(tables))
	}
	for _, name := range tables {
		if !slices.ContainsFunc(register, func(e erasure) bool { return e.table == name }) {
			t.Errorf("%s holds a case and stands not in the register of erasure", name)
		}
	}
}

func TestTheRegisterIsSound(t *testing.T) {
	for _, e := range register {
		if (e.class == ownClock) != (e.q == "") {
			t.Errorf("%s is %s and has %q", e.table, e.class, e.q)
		}
	}
	if register[len(register)-2].table != "casus" {
		t.Error("the case must go last: the others are found by it")
	}
}
