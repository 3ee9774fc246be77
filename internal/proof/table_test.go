package proof

import (
	"crypto/sha256"
	rawsql "database/sql"
	"fmt"
	"slices"
	"sort"
	"strings"

	"beraad.eu/internal/store/storetest"
)

// rows gives what stands in the database, as one hash per table. The log, the tokens of forms and what
// hats have pinned are left out: they may grow while somebody only looks.
func rows(w *storetest.Town) map[string]string {
	w.T.Helper()
	m := map[string]string{}
	for table, columns := range tables(w) {
		if slices.Contains([]string{"log_leaf", "log_head", "form_token"}, table) || strings.HasPrefix(table, "goose") {
			continue
		}
		columns = slices.DeleteFunc(columns, func(c string) bool { return table == "hat" && c == "pins" })
		m[table] = content(w, table, columns)
	}
	return m
}

// content is the hash of all rows of a table, in any order.
func content(w *storetest.Town, table string, columns []string) string {
	w.T.Helper()
	list, err := w.DB.Pools()[0].Query(`SELECT ` + strings.Join(columns, ", ") + ` FROM ` + table)
	w.Must(err)
	defer list.Close()
	var lines []string
	values, to := make([]rawsql.RawBytes, len(columns)), make([]any, len(columns))
	for i := range values {
		to[i] = &values[i]
	}
	for list.Next() {
		w.Must(list.Scan(to...))
		line := sha256.New()
		for _, v := range values {
			fmt.Fprintf(line, "%d:", len(v))
			line.Write(v)
		}
		lines = append(lines, string(line.Sum(nil)))
	}
	w.Must(list.Err())
	sort.Strings(lines)
	return fmt.Sprintf("%d rows %x", len(lines), sha256.Sum256([]byte(strings.Join(lines, ""))))
}

// tables gives the columns of every table.
func tables(w *storetest.Town) map[string][]string {
	w.T.Helper()
	q := `SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'`
	if w.DB.Engine() == "postgres" {
		q = `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'`
	}
	list, err := w.DB.Pools()[0].Query(q)
	w.Must(err)
	defer list.Close()
	m := map[string][]string{}
	for list.Next() {
		var table, column string
		w.Must(list.Scan(&table, &column))
		m[table] = append(m[table], column)
	}
	w.Must(list.Err())
	return m
}

// changed lists the tables that differ.
func changed(before, after map[string]string) (list []string) {
	for table := range after {
		if before[table] != after[table] {
			list = append(list, table)
		}
	}
	slices.Sort(list)
	return list
}
