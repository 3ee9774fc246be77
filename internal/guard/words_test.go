package guard

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// banned are words that no column, no query and no field may bear: nothing about a person is counted,
// ranked or labelled (E1, invariant 19, architecture decision 25).
var banned = []string{"score", "level", "rating", "political", "diagnosis"}

// bannedIn gives the banned words in a text, whole words only: an operating system is no rating. Words are
// parted by anything that is no letter, and by the humps of a name like RiskScore.
func bannedIn(s string) []string {
	var found []string
	for _, w := range words(s) {
		for _, b := range banned {
			if w == b || w == b+"s" || w == strings.TrimSuffix(b, "is")+"es" {
				found = append(found, w)
			}
		}
	}
	return found
}

func words(s string) []string {
	var parted strings.Builder
	before := ' '
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			parted.WriteByte(' ')
		}
		parted.WriteRune(r)
		before = r
	}
	return strings.FieldsFunc(strings.ToLower(parted.String()), func(r rune) bool { return !unicode.IsLetter(r) })
}

func TestE1_NoQueryAndNoTableCountsOrLabelsAPerson(t *testing.T) {
	h := open(t)
	for _, f := range h.texts(t, ".sql") {
		for _, w := range bannedIn(f.body) {
			t.Errorf("%s holds the word %s", f.name, w)
		}
	}
	report(t, bannedConstants(h))
}

// bannedConstants looks at the constants of text in the store: its queries.
func bannedConstants(h *house) []string {
	var faults []string
	for _, p := range h.ours {
		if !under(p.place(), "internal/store") {
			continue
		}
		for _, f := range h.files[p.ImportPath] {
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					s, _ := strconv.Unquote(lit.Value)
					for _, w := range bannedIn(s) {
						faults = append(faults, fmt.Sprintf("%s holds the word %s", h.file(lit.Pos()), w))
					}
				}
				return true
			})
		}
	}
	return faults
}

// bannedFields looks at the fields of every struct, named or not.
func bannedFields(h *house) []string {
	var faults []string
	for id, o := range h.info.Defs {
		if v, ok := o.(*types.Var); ok && v.IsField() && len(bannedIn(id.Name)) > 0 {
			faults = append(faults, fmt.Sprintf("%s: a field is called %s", h.file(id.Pos()), id.Name))
		}
	}
	return faults
}

func TestE1_NoFieldCountsOrLabelsAPerson(t *testing.T) { report(t, bannedFields(open(t))) }

func TestTheGuardOfWordsIsAwake(t *testing.T) {
	for s, want := range map[string]int{
		"alter table person add risk_score int": 1, "order by level": 1, "RiskScore": 1, "ratings": 1, "diagnoses": 1,
		"-- political opinion": 1, "operating": 0, "underscore": 0, "integrating": 0, "levelled": 0, "riskSCORE": 1,
	} {
		if got := bannedIn(s); len(got) != want {
			t.Errorf("%q: found %v, planted %d", s, got, want)
		}
	}
	sees(t, bannedConstants(planted(t, "internal/store", "package p\nconst q = `select threat_level from person`")), "level")
	sees(t, bannedFields(planted(t, "internal/law", "package p; type Person struct { ThreatLevel int }")), "ThreatLevel")
	sees(t, bannedFields(planted(t, "internal/law", "package p; var p struct { in struct { Score int } }")), "Score")
}

// unfinished are marks of work that was not done, or tests that were not run. They are put together here
// so that this file does not find itself.
var unfinished = map[string]*regexp.Regexp{
	"a test is passed over":  regexp.MustCompile(`\b[tbf]\.Skip` + `(Now|f)?\(`),
	"work is left for later": regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`),
}

func unfinishedIn(f text) []string {
	var faults []string
	for what, mark := range unfinished {
		if at := mark.FindStringIndex(f.body); at != nil {
			faults = append(faults, fmt.Sprintf("%s:%d: %s", f.name, 1+strings.Count(f.body[:at[0]], "\n"), what))
		}
	}
	return faults
}

func TestNothingIsLeftUndoneAndNoTestPassedOver(t *testing.T) {
	for _, f := range open(t).texts(t, ".go", ".templ", ".sql", ".js", ".mjs", ".css", ".toml", ".sh") {
		report(t, unfinishedIn(f))
	}
}

func TestTheGuardOfUnfinishedWorkIsAwake(t *testing.T) {
	sees(t, unfinishedIn(text{"a.go", "x\n// TO" + "DO: later"}), "a.go:2")
	sees(t, unfinishedIn(text{"a_test.go", "t.Ski" + "p()"}), "passed over")
	sees(t, unfinishedIn(text{"a_test.go", "b.Ski" + "pf(\"no server\")"}), "passed over")
	sees(t, unfinishedIn(text{"a.go", "todo's in het Nederlands; SkipDir"}))
}
