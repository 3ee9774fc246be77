package guard

import (
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// word is a row of docs/glossary.tsv.
type word struct{ dutch, english, meaning, source, avoid string }

var glossaryHead = word{"Dutch", "English", "Meaning", "Source", "Avoid"}

// readGlossary reads the table; its faults are of form.
func readGlossary(tsv string) (rows []word, faults []string) {
	for i, line := range strings.Split(strings.TrimSuffix(tsv, "\n"), "\n") {
		c := strings.Split(line, "\t")
		if len(c) != 5 || c[0] == "" || c[1] == "" || c[2] == "" {
			faults = append(faults, fmt.Sprintf("glossary line %d: five columns, the first three filled", i+1))
			continue
		}
		w := word{c[0], c[1], c[2], c[3], c[4]}
		if i == 0 && w != glossaryHead {
			faults = append(faults, fmt.Sprintf("glossary line 1: the head is %v", glossaryHead))
		}
		if i > 0 {
			rows = append(rows, w)
		}
	}
	return rows, faults
}

// twoNames finds Dutch words with two English names, and English names with two rows.
func twoNames(rows []word) []string {
	var faults []string
	byDutch, byEnglish := map[string]string{}, map[string]string{}
	for _, w := range rows {
		for _, d := range strings.Split(w.dutch, ";") {
			d = strings.ToLower(strings.TrimSpace(d))
			if other := byDutch[d]; other != "" && other != w.english {
				faults = append(faults, fmt.Sprintf("%q is called %s and %s", d, other, w.english))
			}
			byDutch[d] = w.english
		}
		if other := byEnglish[w.english]; other != "" {
			faults = append(faults, fmt.Sprintf("%s stands for %q and %q", w.english, other, w.dutch))
		}
		byEnglish[w.english] = w.dutch
	}
	return faults
}

// spoken are the folders whose types are words of the field.
var spoken = []string{"livc", "internal/step"}

// plumbing are names that every step gives to the same two things: what it asks of the database, and what
// does its deeds. They are our words, not the field's.
var plumbing = []string{"Book", "Service"}

// domainType is an exported type of those, with the Dutch word that its comment names, if any.
type domainType struct{ pkg, name, dutch, file string }

var dutchWord = regexp.MustCompile(`Dutch: ([^.,;(]+[^.,;( ])`)

func domainTypes(h *house) []domainType {
	var list []domainType
	for _, p := range h.ours {
		if !underAny(p.place(), spoken) {
			continue
		}
		for _, f := range h.files[p.ImportPath] {
			ast.Inspect(f, func(n ast.Node) bool {
				d, ok := n.(*ast.GenDecl)
				if !ok {
					return true
				}
				list = append(list, h.declared(p, d)...)
				return false
			})
		}
	}
	return list
}

func (h *house) declared(p pkg, d *ast.GenDecl) []domainType {
	var list []domainType
	for _, s := range d.Specs {
		t, ok := s.(*ast.TypeSpec)
		if !ok || !t.Name.IsExported() {
			continue
		}
		found := domainType{pkg: filepath.Base(p.place()), name: t.Name.Name, file: h.file(t.Pos())}
		if m := dutchWord.FindStringSubmatch(strings.ReplaceAll(d.Doc.Text()+t.Doc.Text(), "\n", " ")); m != nil {
			found.dutch = m[1]
		}
		if !found.useCase() && !slices.Contains(plumbing, found.name) {
			list = append(list, found)
		}
	}
	return list
}

// useCase tells whether the type is the input of a use case: it bears the name of its file (ReferCase in
// refer_case.go). Its words come from the register of actions, not from the glossary.
func (d domainType) useCase() bool {
	stem := strings.TrimSuffix(filepath.Base(d.file), ".go")
	return strings.Contains(stem, "_") && stem == snake(d.name)
}

func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// unbound finds types without a row, and types whose comment names another Dutch word than their row.
func unbound(types []domainType, rows []word) []string {
	byEnglish := map[string]word{}
	for _, w := range rows {
		byEnglish[w.english] = w
	}
	var faults []string
	for _, d := range types {
		w, ok := byEnglish[d.pkg+"."+d.name]
		if !ok {
			w, ok = byEnglish[d.name]
		}
		switch {
		case !ok:
			faults = append(faults, fmt.Sprintf("%s: %s.%s has no row in docs/glossary.tsv", d.file, d.pkg, d.name))
		case d.dutch != "" && !strings.Contains(strings.ToLower(w.dutch), strings.ToLower(d.dutch)):
			faults = append(faults, fmt.Sprintf("%s: %s is %q in its comment and %q in the glossary", d.file, d.name, d.dutch, w.dutch))
		}
	}
	return faults
}

func TestEveryWordOfTheFieldHasOneName(t *testing.T) {
	h := open(t)
	tsv, err := os.ReadFile(filepath.Join(h.root, "docs", "glossary.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, faults := readGlossary(string(tsv))
	faults = append(faults, twoNames(rows)...)
	report(t, append(faults, unbound(domainTypes(h), rows)...))
}

func TestTheGuardOfTheGlossaryIsAwake(t *testing.T) {
	head := "Dutch\tEnglish\tMeaning\tSource\tAvoid\n"
	rows, faults := readGlossary(head + "aanmelding\tReferral\ta concern brought to the table\tstep 4\treport\nuitnodiging\tInvitation\t\t\t")
	sees(t, faults, "line 3")
	sees(t, twoNames(append(rows, word{dutch: "Aanmelding", english: "Notification"})), "Referral and Notification")
	sees(t, twoNames(append(rows, word{dutch: "melding", english: "Referral"})), "stands for")
	_, faults = readGlossary("Nederlands\tEngels\tc\td\te")
	sees(t, faults, "the head is")

	types := domainTypes(planted(t, "internal/step/discussion", `package discussion
		// Referral is a concern. Dutch: aanmelding.
		type Referral struct{}
		// Weighing is another. Dutch: weging, afweging.
		type Weighing struct{}
		type inner struct{}
		type Book interface{}`))
	sees(t, unbound(types, rows), "discussion.Weighing has no row")
	sees(t, unbound(types, append(rows, word{dutch: "beoordeling", english: "Weighing"})), "in the glossary")
	sees(t, unbound([]domainType{{pkg: "closing", name: "Service", file: "a.go"}}, []word{{english: "closing.Service"}}))
	if !(domainType{name: "ReferCase", file: "internal/step/discussion/refer_case.go"}).useCase() ||
		(domainType{name: "Referral", file: "internal/step/discussion/referral.go"}).useCase() {
		t.Error("a use case is a type of two words that bears the name of its file")
	}
}
