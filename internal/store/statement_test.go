package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// statements collects every SQL text of this package: constants whose name begins with q.
func statements(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, id := range v.Names {
				if len(id.Name) < 2 || id.Name[0] != 'q' || id.Name[1] < 'A' || id.Name[1] > 'Z' || i >= len(v.Values) {
					continue
				}
				if s, ok := text(v.Values[i], found); ok {
					found[id.Name] = s
				}
			}
			return true
		})
	}
	if len(found) < 50 {
		t.Fatalf("only %d statements found", len(found))
	}
	return found
}

// text reads a constant, also one that is put together from others.
func text(e ast.Expr, known map[string]string) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.Ident:
		s, ok := known[e.Name]
		return s, ok
	case *ast.BinaryExpr:
		x, ok1 := text(e.X, known)
		y, ok2 := text(e.Y, known)
		return x + y, ok1 && ok2
	}
	return "", false
}

// A fragment is put together with others and is no statement by itself.
func isStatement(s string) bool {
	return regexp.MustCompile(`(?i)^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b`).MatchString(s)
}

func TestEveryStatementIsUnderstoodByBothEngines(t *testing.T) {
	all := statements(t)
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		for _, name := range slices.Sorted(maps.Keys(all)) {
			if !isStatement(all[name]) {
				continue
			}
			ok := false
			for _, pool := range db.Pools() {
				if st, err := pool.Prepare(all[name]); err == nil {
					ok = true
					_ = st.Close()
				} else if pool == db.Pools()[0] {
					t.Log(name, err)
				}
			}
			if !ok {
				t.Errorf("%s is not understood:\n%s", name, all[name])
			}
		}
	})
}

var (
	tableOf = regexp.MustCompile(`(?i)\b(?:FROM|JOIN|UPDATE|INTO)\s+[a-z_]+`)
	// acrossLivc are the statements that go over all LIVC R's on purpose.
	acrossLivc = map[string]string{
		"qLivcRs": "the clock goes through the LIVC R's one by one",
	}
)

// Settled 4: every statement fixes livc for every table it names, so that no row of another LIVC R can
// be read by accident.
func TestEveryStatementFixesTheLivcOfEveryTable(t *testing.T) {
	for name, s := range statements(t) {
		if !isStatement(s) || acrossLivc[name] != "" {
			continue
		}
		tables, fixed := tablesAndFixes(s)
		if fixed < tables {
			t.Errorf("%s names %d tables and fixes livc for %d:\n%s", name, tables, fixed, s)
		}
	}
}

func tablesAndFixes(s string) (tables, fixed int) {
	tables = len(tableOf.FindAllString(strings.ReplaceAll(s, "DO UPDATE SET", ""), -1))
	fixed = len(regexp.MustCompile(`(?i)\blivc\s*=\s*(\$\d+|'0'|[a-z_]+\.livc)`).FindAllString(s, -1))
	fixed += len(regexp.MustCompile(`(?i)INSERT INTO [a-z_]+ \(livc,`).FindAllString(s, -1))
	return tables, fixed
}

func TestTheCheckOfLivcHasTeeth(t *testing.T) {
	if n, fixed := tablesAndFixes(`SELECT a.x FROM a JOIN b ON b.id = a.id WHERE a.livc = $1`); n != 2 || fixed != 1 {
		t.Errorf("a join that forgets livc counts as %d tables, %d fixed", n, fixed)
	}
}

// smallTables may be read whole: they hold a handful of rows in each LIVC R.
var smallTables = []string{"installation", "livc_r", "municipality", "organisation", "hat", "m", "o", "h"}

// Nothing scans: every statement finds its rows by an index (architecture 28).
func TestEveryStatementFindsItsRowsByAnIndex(t *testing.T) {
	db := storetest.SQLite(t)
	pools := db.Pools()
	for name, s := range statements(t) {
		if !isStatement(s) || strings.HasPrefix(strings.TrimSpace(s), "INSERT") && !strings.Contains(s, "SELECT") {
			continue
		}
		plan, err := explain(pools, s)
		if err != nil {
			continue // the other test says why
		}
		for _, line := range plan {
			table, scans := strings.CutPrefix(line, "SCAN ")
			table, _, _ = strings.Cut(table, " ")
			if scans && !slices.Contains(smallTables, table) && !strings.Contains(line, "CONSTANT ROW") {
				t.Errorf("%s reads a whole table: %s\n%s", name, line, s)
			}
		}
	}
}

func explain(pools []*sql.DB, s string) (plan []string, err error) {
	n := 0
	for _, m := range regexp.MustCompile(`\$(\d+)`).FindAllStringSubmatch(s, -1) {
		i, _ := strconv.Atoi(m[1])
		n = max(n, i)
	}
	args := make([]any, n)
	for i := range args {
		args[i] = "x"
	}
	for _, p := range pools {
		var rows *sql.Rows
		if rows, err = p.QueryContext(context.Background(), "EXPLAIN QUERY PLAN "+s, args...); err != nil {
			continue
		}
		defer rows.Close()
		for rows.Next() {
			var id, parent, unused int
			var detail string
			if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
				return nil, err
			}
			plan = append(plan, detail)
		}
		return plan, rows.Err()
	}
	return nil, err
}

// plainColumns is the list of text columns that are kept in clear, each with its reason (settled 1).
func TestEveryPlainTextColumnHasAReason(t *testing.T) {
	reasons := map[string]string{}
	b, err := os.ReadFile("plain_columns.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		column, why, _ := strings.Cut(line, "\t")
		if strings.TrimSpace(why) == "" {
			t.Errorf("%s has no reason", column)
		}
		reasons[column] = why
	}
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		seen := map[string]bool{}
		for _, c := range textColumns(t, db) {
			if strings.HasPrefix(c, "goose") {
				continue
			}
			seen[c] = true
			_, column, _ := strings.Cut(c, ".")
			if reasons[c] == "" && reasons["*."+column] == "" {
				t.Errorf("%s is text in clear without a reason in plain_columns.tsv", c)
			}
		}
		for c := range reasons {
			if !strings.HasPrefix(c, "*.") && !seen[c] {
				t.Errorf("plain_columns.tsv explains %s, which is not there", c)
			}
		}
	})
}

func textColumns(t *testing.T, db *store.DB) (list []string) {
	t.Helper()
	q := `SELECT m.name || '.' || p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' AND upper(p.type) = 'TEXT'`
	pools := db.Pools()
	if db.Engine() == "postgres" {
		q = `SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'text'`
		pools = pools[:1]
	}
	for _, p := range pools {
		rows, err := p.Query(q)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				t.Fatal(err)
			}
			list = append(list, s)
		}
	}
	return list
}

// Both engines have the same tables and columns.
func TestBothEnginesHaveTheSameSchema(t *testing.T) {
	a, b := textColumns(t, storetest.SQLite(t)), textColumns(t, storetest.OnPostgres(t))
	slices.Sort(a)
	slices.Sort(b)
	a, b = slices.Compact(a), slices.Compact(b)
	for _, c := range a {
		if !slices.Contains(b, c) && !strings.HasPrefix(c, "goose") {
			t.Error("only SQLite has", c)
		}
	}
	for _, c := range b {
		if !slices.Contains(a, c) && !strings.HasPrefix(c, "goose") {
			t.Error("only PostgreSQL has", c)
		}
	}
	if len(a) == 0 {
		t.Error(fmt.Sprint("no columns found: ", len(a)))
	}
}
