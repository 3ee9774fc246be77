package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// property is one line of docs/properties.tsv with the tests that carry its id.
type property struct {
	id, when, text, note string
	tests                []string
}

const (
	now   = "now"
	later = "later"
)

// state says in a word or a sentence how far the property is proved.
func (p property) state() string {
	switch {
	case p.when == now && len(p.tests) == 0:
		return "**missing**"
	case p.when == now:
		return "proved"
	case len(p.tests) > 0:
		return "in part: " + p.note
	}
	return "later: " + p.note
}

func read(root string) ([]property, error) {
	list, err := readTable(filepath.Join(root, "docs", "properties.tsv"))
	if err != nil {
		return nil, err
	}
	tests, err := scan(root)
	if err != nil {
		return nil, fmt.Errorf("walk the module: %w", err)
	}
	for i := range list {
		list[i].tests = tests[list[i].id]
	}
	return list, nil
}

func readTable(path string) (list []property, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the properties: %w", err)
	}
	for i, line := range strings.Split(strings.Trim(string(text), "\n"), "\n") {
		f := strings.Split(line, "\t")
		if i == 0 {
			continue
		}
		if len(f) != 4 || f[2] == "" || f[1] != now && (f[1] != later || f[3] == "") {
			return nil, fmt.Errorf("read the properties: line %d does not hold id, when, property and note", i+1)
		}
		list = append(list, property{id: f[0], when: f[1], text: f[2], note: f[3]})
	}
	return list, nil
}
