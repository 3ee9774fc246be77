package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func properties(t *testing.T) (string, []property) {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	list, err := read(root)
	if err != nil {
		t.Fatal(err)
	}
	return root, list
}

func TestThePageOfPropertiesIsUpToDate(t *testing.T) {
	root, list := properties(t)
	have, err := os.ReadFile(filepath.Join(root, "docs", "properties.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, render(list)) {
		t.Error("docs/properties.md is older than the tests: go run ./internal/proof/properties")
	}
}

func TestEveryPropertyStandsOnce(t *testing.T) {
	_, list := properties(t)
	if len(list) != 82 {
		t.Errorf("%d properties, there are 82", len(list))
	}
	seen := map[string]bool{}
	for _, p := range list {
		if seen[p.id] {
			t.Errorf("%s stands twice", p.id)
		}
		seen[p.id] = true
	}
}

func TestEveryPropertyOfThisVersionHasATest(t *testing.T) {
	_, list := properties(t)
	for _, p := range list {
		if p.when == now && len(p.tests) == 0 {
			t.Errorf("%s has no test: %s", p.id, p.text)
		}
	}
}

func TestEveryTestWithAnIDHasAProperty(t *testing.T) {
	root, list := properties(t)
	known := map[string]bool{}
	for _, p := range list {
		known[p.id] = true
	}
	tests, err := scan(root)
	if err != nil {
		t.Fatal(err)
	}
	for id, places := range tests {
		named := strings.Contains(strings.Join(places, " "), ":Test"+id+"_")
		if !known[id] && named {
			t.Errorf("%s in %s is no property", id, strings.Join(places, ", "))
		}
	}
}

func TestAnIDIsReadFromANameAndFromAComment(t *testing.T) {
	found := map[string][]string{}
	scanFile("a_test.go", "func TestC1_Stays(t *testing.T) {\n// proves R4.1-e, X-L-f, Z6\nfunc TestHidden(t *testing.T) {\nfunc TestOther(t *testing.T) {\n", found)
	if len(found) != 2 || found["C1"][0] != "a_test.go:TestC1_Stays" || found["Z6"][0] != "a_test.go:TestHidden" {
		t.Errorf("found %v", found)
	}
	for p, want := range map[string]property{
		"**missing**": {when: now}, "proved": {when: now, tests: []string{"a"}},
		"later: x": {when: later, note: "x"}, "in part: x": {when: later, note: "x", tests: []string{"a"}},
	} {
		if want.state() != p {
			t.Errorf("%q, want %q", want.state(), p)
		}
	}
}
