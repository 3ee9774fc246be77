// Command lawdoc writes docs/law.md: for each rule of the catalogue its norm, the code that keeps it,
// the test that proves it and the screen that shows it. It reads comments only: a rule id in a comment
// of code or of a page says where the rule lives, and a comment that begins with the word proves says
// which test proves it. What docs/scope.tsv asks of a rule decides whether it is complete.
//
//	go run ./internal/lawdoc          write docs/law.md
//	go run ./internal/lawdoc -missing list what is missing
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	missing := flag.Bool("missing", false, "list the rules that are not complete")
	flag.Parse()
	if err := run(*missing); err != nil {
		fmt.Fprintln(os.Stderr, "lawdoc:", err)
		os.Exit(1)
	}
}

func run(missing bool) error {
	root, err := moduleRoot(".")
	if err != nil {
		return err
	}
	rows, err := read(root)
	if err != nil {
		return err
	}
	if missing {
		for _, r := range rows {
			if lacks := r.lacks(); len(lacks) > 0 {
				fmt.Println(r.scope.rule, r.state())
			}
		}
		return nil
	}
	return os.WriteFile(filepath.Join(root, "docs", "law.md"), render(rows), 0o644)
}

// moduleRoot is the nearest folder above dir that holds go.mod.
func moduleRoot(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find the module: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return "", fmt.Errorf("find the module: no go.mod above %s", dir)
		}
		dir = filepath.Dir(dir)
	}
}
