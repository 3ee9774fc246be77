// Command properties writes docs/properties.md: for each security property the tests that carry its id,
// in their name (TestC1_...) or in a comment that begins with the word proves. docs/properties.tsv says
// what each property is and which ones a later version brings.
//
//	go run ./internal/proof/properties
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "properties:", err)
		os.Exit(1)
	}
}

func write() error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	list, err := read(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, "docs", "properties.md"), render(list), 0o644)
}

// moduleRoot is the nearest folder that holds go.mod.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("find the module: no go.mod above this folder")
		}
		dir = filepath.Dir(dir)
	}
	return "", err
}
