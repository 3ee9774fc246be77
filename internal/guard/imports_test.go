package guard

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// layers is the dependency rule of the architecture: a package imports only what stands in a layer
// before its own, or lies in its own folder. The order of the playbook is the order of imports.
var layers = [][]string{
	{"livc"},
	{"internal/law", "internal/audit", "internal/seal", "internal/name", "internal/plain", "seed"},
	{"internal/access"},
	{"internal/deed", "internal/i18n", "internal/notify", "internal/identity", "internal/live"},
	{"internal/step/support"},
	{"internal/step/protocol"},
	{"internal/step/invitation"},
	{"internal/step/discussion"},
	{"internal/step/followup"},
	{"internal/step/processing"},
	{"internal/step/closing"},
	{"internal/store", "internal/document", "internal/web", "internal/job"},
	{"internal/practice"},
	{"internal/cli"},
	{"cmd"},
}

// beside are neighbours in one layer that may know each other: mail is written in a language, and the
// reading aids know what a name looks like.
var beside = [][]string{
	{"internal/i18n", "internal/notify", "internal/identity"},
	{"internal/name", "internal/plain"},
}

func neighbours(a, b string) bool {
	return slices.ContainsFunc(beside, func(n []string) bool { return slices.Contains(n, a) && slices.Contains(n, b) })
}

// workshop holds what builds and checks the house; nothing that runs may import it.
var workshop = []string{"tools", "test", "internal/guard", "internal/lawdoc", "internal/store/storetest", "internal/web/webtest", "internal/canary", "internal/bench", "internal/proof"}

// only says who may import what is dangerous anywhere else. A path stands for everything below it too.
var only = map[string][]string{
	"database/sql":                {"internal/store"},
	"modernc.org/sqlite":          {"internal/store"},
	"github.com/jackc/pgx/v5":     {"internal/store"},
	"github.com/pressly/goose/v3": {"internal/store"},
	"net/http":                    {"internal/web", "internal/identity", "internal/cli"},
	module + "/internal/seal":     {"internal/seal", "internal/deed", "internal/identity", "internal/store", "internal/cli", "internal/practice"},
	"os/exec":                     {"internal/cli"},
	"filippo.io/age":              {"internal/seal"},
}

// lent are parts of those that do no harm: the interface by which personal text refuses to be stored.
var lent = map[string][]string{"database/sql/driver": {"livc"}}

func under(place, folder string) bool { return place == folder || strings.HasPrefix(place, folder+"/") }

func underAny(place string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return under(place, f) })
}

// home is the layer and the folder of a place, or -1.
func home(place string) (int, string) {
	for i, l := range layers {
		for _, folder := range l {
			if under(place, folder) {
				return i, folder
			}
		}
	}
	return -1, ""
}

// wrongImports gives the imports that break the rule.
func wrongImports(packages []pkg) []string {
	var faults []string
	for _, p := range packages {
		if underAny(p.place(), workshop) {
			continue
		}
		if at, _ := home(p.place()); at < 0 {
			faults = append(faults, fmt.Sprintf("%s has no place in the house: give it a layer in imports_test.go", p.place()))
			continue
		}
		for _, imported := range p.Imports {
			if why := forbidden(p.place(), imported); why != "" {
				faults = append(faults, fmt.Sprintf("%s imports %s: %s", p.place(), imported, why))
			}
		}
	}
	return faults
}

func forbidden(place, imported string) string {
	for what, who := range only {
		if under(imported, what) && !underAny(place, who) && !slices.Contains(lent[imported], place) {
			return "that is left to " + strings.Join(who, ", ")
		}
	}
	inner, ours := strings.CutPrefix(imported, module+"/")
	if !ours {
		return ""
	}
	if underAny(inner, workshop) {
		return "it belongs to the workshop"
	}
	mine, folder := home(place)
	theirs, other := home(inner)
	if theirs < mine || folder == other || neighbours(folder, other) {
		return ""
	}
	return "it does not stand before it in the house"
}

func TestEveryPackageImportsOnlyWhatStandsBeforeItInTheHouse(t *testing.T) {
	report(t, wrongImports(open(t).ours))
}

func TestTheGuardOfImportsIsAwake(t *testing.T) {
	cases := []struct{ name, from, imports, want string }{
		{"the vocabulary imports nothing of ours", "livc", module + "/internal/law", "stand before"},
		{"a step imports no later step", "internal/step/invitation", module + "/internal/step/discussion", "stand before"},
		{"a step may import an earlier one", "internal/step/discussion", module + "/internal/step/invitation", ""},
		{"neighbours do not see each other", "internal/web/discussion", module + "/internal/store", "stand before"},
		{"nor the other way", "internal/store", module + "/internal/web/ui", "stand before"},
		{"a folder sees itself", "internal/web", module + "/internal/web/ui", ""},
		{"identity imports no gate", "internal/identity", module + "/internal/deed", "stand before"},
		{"identity imports no step", "internal/identity", module + "/internal/step/support", "stand before"},
		{"mail is written in a language", "internal/notify", module + "/internal/i18n", ""},
		{"reading aids know names", "internal/plain", module + "/internal/name", ""},
		{"but not mail", "internal/plain", module + "/internal/notify", "stand before"},
		{"the gate knows no language", "internal/deed", module + "/internal/i18n", "stand before"},
		{"who tells screens knows no gate", "internal/live", module + "/internal/deed", "stand before"},
		{"and no page", "internal/live", "net/http", "left to"},
		{"SQL stays in the store", "internal/deed", "database/sql", "left to"},
		{"and so do its drivers", "internal/job", "github.com/jackc/pgx/v5/stdlib", "left to"},
		{"personal text may refuse to be stored", "livc", "database/sql/driver", ""},
		{"but nobody else needs that", "internal/deed", "database/sql/driver", "left to"},
		{"steps know no web", "internal/step/support", "net/http", "left to"},
		{"steps hold no keys", "internal/step/support", module + "/internal/seal", "left to"},
		{"pages hold no keys", "internal/web", module + "/internal/seal", "left to"},
		{"the gate holds keys", "internal/deed", module + "/internal/seal", ""},
		{"no program is started (E3)", "internal/document", "os/exec", "left to"},
		{"the house does not import its workshop", "internal/cli", module + "/internal/lawdoc", "workshop"},
		{"nor what its tests start servers with", "internal/practice", module + "/internal/store/storetest", "workshop"},
		{"a name that only looks alike is another", "internal/step/support", "net/http2", ""},
		{"a new package must be given a place", "internal/utils", "strings", "no place"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			faults := wrongImports([]pkg{{ImportPath: module + "/" + c.from, Imports: []string{c.imports}}})
			if c.want == "" {
				sees(t, faults)
				return
			}
			sees(t, faults, c.want)
		})
	}
}
