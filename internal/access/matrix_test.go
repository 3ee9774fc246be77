package access_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/livc"
)

var update = flag.Bool("update", false, "write testdata/matrix.golden anew")

const golden = "testdata/matrix.golden"

// relation is how somebody stands to an object: the facts that are true, all others are known to be not.
type relation struct {
	name  string
	facts access.Facts
}

// fact is one of the facts that a permit asks for, by name.
type fact struct {
	name string
	at   func(*access.Facts) *access.Truth
}

// facts lists every fact; the test below it fails when one is forgotten.
var facts = []fact{
	{"active", func(f *access.Facts) *access.Truth { return &f.Active }},
	{"list_manager", func(f *access.Facts) *access.Truth { return &f.ListManager }},
	{"municipal", func(f *access.Facts) *access.Truth { return &f.Municipal }},
	{"cleared", func(f *access.Facts) *access.Truth { return &f.Cleared }},
	{"may_register", func(f *access.Facts) *access.Truth { return &f.MayRegister }},
	{"exists", func(f *access.Facts) *access.Truth { return &f.Exists }},
	{"list_holder", func(f *access.Facts) *access.Truth { return &f.ListHolder }},
	{"sheet_held", func(f *access.Facts) *access.Truth { return &f.SheetHeld }},
	{"own", func(f *access.Facts) *access.Truth { return &f.Own }},
	{"invited", func(f *access.Facts) *access.Truth { return &f.Invited }},
	{"inside", func(f *access.Facts) *access.Truth { return &f.Inside }},
	{"manager", func(f *access.Facts) *access.Truth { return &f.Manager }},
	{"case_open", func(f *access.Facts) *access.Truth { return &f.CaseOpen }},
}

// who makes a relation: somebody active, something that exists, and the facts named.
func who(name string, true_ ...string) relation {
	var f access.Facts
	for _, x := range facts {
		*x.at(&f) = access.True(slices.Contains(append(true_, "active", "exists", "case_open"), x.name))
	}
	return relation{name, f}
}

func all() access.Facts {
	var f access.Facts
	for _, x := range facts {
		*x.at(&f) = access.Yes
	}
	return f
}

// relations are the ways to stand to an object that the matrix shows.
func relations() []relation {
	left, gone := all(), all()
	left.Active, gone.Exists = access.No, access.No
	return []relation{
		who("stranger"), {"left", left}, {"not there", gone},
		who("municipal", "municipal"), who("list", "municipal", "list_holder"), who("sheet", "municipal", "list_holder", "sheet_held"),
		who("own", "own"), who("keeper", "own", "list_manager"), who("invited", "invited"), who("own file", "invited", "may_register"),
		who("cleared", "invited", "cleared"), who("inside", "municipal", "invited", "inside"), who("inside cleared", "invited", "inside", "cleared"),
		who("manager", "invited", "own", "manager"), {"everything", all()},
	}
}

// functions are all that can act, the clock included.
func functions() []livc.Function { return append(livc.Functions(), livc.System) }

func answer(d access.Decision) string {
	switch d.Answer {
	case access.Allow:
		return "allow"
	case access.Deny:
		return fmt.Sprintf("deny %s", d.Norms[0])
	}
	return ""
}

// matrix writes every answer that is not "hide": what is not in it is hidden.
func matrix() string {
	var b strings.Builder
	b.WriteString("# Who may do what. Under each deed: the functions, the answer, and in which relation to its object.\n" +
		"# What is not here is hidden, as if it did not exist.\n")
	for _, a := range access.Actions() {
		fmt.Fprintf(&b, "\n%s\n", a)
		alike := map[string][]string{}
		var order []string
		for _, f := range functions() {
			r := row(a, f)
			if r != "" && len(alike[r]) == 0 {
				order = append(order, r)
			}
			alike[r] = append(alike[r], string(f))
		}
		for _, r := range order {
			fmt.Fprintf(&b, "  %s\n%s", strings.Join(alike[r], ", "), r)
		}
	}
	return b.String()
}

// row writes the answers to one function, each with the relations in which it is given.
func row(a access.Action, f livc.Function) string {
	in := map[string][]string{}
	var order []string
	note := func(answer, where string) {
		if len(in[answer]) == 0 {
			order = append(order, answer)
		}
		in[answer] = append(in[answer], where)
	}
	for _, r := range relations() {
		open := answer(access.Decide(a, f, r.facts))
		r.facts.CaseOpen = access.No
		closed := answer(access.Decide(a, f, r.facts))
		if note(open, r.name); closed != open {
			note(closed, r.name+" of a closed case")
		}
	}
	var b strings.Builder
	for _, answer := range order {
		where := strings.Join(in[answer], ", ")
		if len(in[answer]) == len(relations())-2 && len(order) == 2 {
			where = "whoever is here"
		}
		if answer != "" {
			fmt.Fprintf(&b, "    %s: %s\n", answer, where)
		}
	}
	return b.String()
}

// proves Z1: the whole matrix is one file that a jurist can read and approve; a changed answer shows.
// proves R6.2-w
func TestZ1_TheMatrixIsAsApproved(t *testing.T) {
	got := matrix()
	if *update {
		if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	old := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(old) || old[i] != line {
			t.Fatalf("line %d is now\n%s\nLook whether that is meant; then go test ./internal/access -update", i+1, line)
		}
	}
	t.Fatal("answers are gone from the matrix; look whether that is meant, then go test ./internal/access -update")
}
