package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var (
	// named is a test whose name begins with the id, as in TestC1_TheCanaryStaysIn.
	named = regexp.MustCompile(`^func (Test([CZLRPWE]\d{1,2})_\w+)\(`)
	// aTest is any other test, at which a comment may point.
	aTest  = regexp.MustCompile(`^func (Test\w+)\(`)
	proves = regexp.MustCompile(`^\s*// proves (.*)`)
	anID   = regexp.MustCompile(`(?:^|[ ,(])([CZLRPWE]\d{1,2})(?:$|[ ,;:)])`)
)

// scan gives the tests of every id, over the Go tests and the stories in the browser.
func scan(root string) (map[string][]string, error) {
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		name = filepath.ToSlash(name)
		switch {
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"node_modules", "testdata", "dist", "out"}, d.Name())):
			return fs.SkipDir
		case strings.HasSuffix(name, "_test.go"), strings.HasPrefix(name, "test/") && strings.HasSuffix(name, ".test.mjs"):
			text, err := os.ReadFile(path)
			scanFile(name, string(text), found)
			return err
		}
		return nil
	})
	return found, err
}

// scanFile notes every id that a file proves, at the test that follows.
func scanFile(name, text string, found map[string][]string) {
	var waiting []string
	add := func(id, test string) {
		if place := name + ":" + test; !slices.Contains(found[id], place) {
			found[id] = append(found[id], place)
		}
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if m := proves.FindStringSubmatch(line); m != nil {
			waiting = append(waiting, idsIn(m[1])...)
			if strings.HasSuffix(name, ".mjs") {
				for _, id := range waiting {
					add(id, "story")
				}
				waiting = nil
			}
			continue
		}
		if m := aTest.FindStringSubmatch(line); m != nil {
			for _, id := range waiting {
				add(id, m[1])
			}
			waiting = nil
		}
		if m := named.FindStringSubmatch(line); m != nil {
			add(m[2], m[1])
		}
	}
}

// idsIn lists the ids in a line; the ids of rules, like R4.1-e, are others.
func idsIn(s string) (ids []string) {
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		if m := anID.FindStringSubmatch(word); m != nil {
			ids = append(ids, m[1])
		}
	}
	return ids
}
