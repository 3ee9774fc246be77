package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func rowsOfModule(t *testing.T) (string, []row) {
	t.Helper()
	root, err := moduleRoot(".")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := read(root)
	if err != nil {
		t.Fatal(err)
	}
	return root, rows
}

func TestLawPageIsUpToDate(t *testing.T) {
	root, rows := rowsOfModule(t)
	have, err := os.ReadFile(filepath.Join(root, "docs", "law.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, render(rows)) {
		t.Error("docs/law.md is older than the code: go run ./internal/lawdoc")
	}
}

func TestWhatTheScopeStillMisses(t *testing.T) {
	_, rows := rowsOfModule(t)
	for _, r := range rows {
		if len(r.lacks()) > 0 {
			t.Logf("%s %s", r.rule, r.state())
		}
	}
	t.Log(summary(rows))
}

func TestTheScopeNamesEachRuleOnceWithAKind(t *testing.T) {
	_, rows := rowsOfModule(t)
	if len(rows) != 294 {
		t.Errorf("%d rules, the catalogue has 294", len(rows))
	}
	seen := map[string]bool{}
	for _, r := range rows {
		if seen[r.rule] || !slices.Contains([]string{inCode, onScreen, later, outside}, r.kind) {
			t.Errorf("%s stands twice, or has kind %q", r.rule, r.kind)
		}
		seen[r.rule] = true
	}
}

func TestNoCommentNamesARuleThatDoesNotExist(t *testing.T) {
	root, rows := rowsOfModule(t)
	known := map[string]bool{}
	for _, r := range rows {
		known[r.rule] = true
	}
	f, err := scan(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []places{f.code, f.test, f.screen} {
		for rule, where := range p {
			if !known[rule] {
				t.Errorf("%s in %s is no rule of the catalogue", rule, strings.Join(where, ", "))
			}
		}
	}
}

func TestAModuleIsReadFromItsComments(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a.go", "// Package a is about R0.0-a.\npackage a\n\n// End ends (R6.2-l..n).\nfunc End() {}\n\n// In holds X-L-d.\nfunc (s *Seat) In() {}\n\n"+
		"const (\n\t// One is one.\n\tOne = 1\n\t// Two is R1.1-e.\n\tTwo = 2\n)\n\nvar s = \"R9.9-z\"\n")
	write("a_test.go", "package a\n\n// Not R0.1-a, but\n//\n// proves R6.2-l, R6.2-m\nfunc TestEnd() {}\n")
	write("internal/web/page.templ", "// shows R3.0-b\n")
	write("internal/access/permits.go", "package access\n\n// table keeps R4.1-e.\nvar table = 1\n")
	write("test/browser/story.test.mjs", "// proves R3.0-e\n")
	write("node_modules/b.go", "package b // R5.1-a\n")
	write("a_templ.go", "package a // R5.1-b\n")
	f, err := scan(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in          places
		rule, place string
	}{
		{f.code, "R0.0-a", "a.go:package a"}, {f.code, "R6.2-l", "a.go:End"}, {f.code, "R6.2-n", "a.go:End"},
		{f.code, "X-L-d", "a.go:Seat.In"}, {f.code, "R1.1-e", "a.go:Two"}, {f.code, "R9.9-z", ""}, {f.code, "R5.1-a", ""}, {f.code, "R5.1-b", ""},
		{f.test, "R6.2-m", "a_test.go:TestEnd"}, {f.test, "R0.1-a", ""}, {f.test, "R3.0-e", "test/browser/story.test.mjs"},
		{f.screen, "R3.0-b", "page"}, {f.screen, "R4.1-e", "permit table"}, {f.code, "R4.1-e", "internal/access/permits.go:table"},
	} {
		if got := strings.Join(c.in[c.rule], " "); got != c.place {
			t.Errorf("%s stands at %q, not %q", c.rule, got, c.place)
		}
	}
}

func TestTheStateSaysWhatIsMissing(t *testing.T) {
	for want, r := range map[string]row{
		"missing norm, code, test":   {scope: scope{"R", inCode, "x"}},
		"missing norm, screen, test": {scope: scope{"R", onScreen, "x"}, code: []string{"a"}},
		"later: step 1":              {scope: scope{"R", later, "step 1"}},
		"outside software: not ours": {scope: scope{"R", outside, "not ours"}},
		"missing norm":               {scope: scope{"R", inCode, "x"}, code: []string{"a"}, test: []string{"b"}},
	} {
		if r.state() != want {
			t.Errorf("%q, want %q", r.state(), want)
		}
	}
}
