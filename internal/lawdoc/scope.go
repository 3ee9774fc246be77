package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"beraad.eu/internal/law"
)

// scope is one line of docs/scope.tsv: what a rule asks of the software.
type scope struct{ rule, kind, reason string }

// The kinds: a rule in code, a rule on a screen, a rule of a later version, a rule without software.
const (
	inCode   = "code"
	onScreen = "screen"
	later    = "later"
	outside  = "outside"
)

// row is one rule with everything found about it.
type row struct {
	scope
	norms              []law.Norm
	code, test, screen []string
}

func read(root string) ([]row, error) {
	scopes, err := readScope(filepath.Join(root, "docs", "scope.tsv"))
	if err != nil {
		return nil, err
	}
	f, err := scan(root)
	if err != nil {
		return nil, fmt.Errorf("walk the module: %w", err)
	}
	rows := make([]row, 0, len(scopes))
	for _, s := range scopes {
		rows = append(rows, row{s, law.ForRule(s.rule), f.code[s.rule], f.test[s.rule], f.screen[s.rule]})
	}
	return rows, nil
}

func readScope(path string) ([]scope, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the scope: %w", err)
	}
	var list []scope
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		fields := strings.Split(line, "\t")
		if len(fields) != 3 || fields[2] == "" {
			return nil, fmt.Errorf("read the scope: line %d does not hold rule, kind and reason", i+1)
		}
		if i > 0 {
			list = append(list, scope{fields[0], fields[1], fields[2]})
		}
	}
	return list, nil
}

// lacks names what a rule still misses; nothing for a rule of later or without software.
func (r row) lacks() []string {
	var lacks []string
	need := func(what string, have int) {
		if have == 0 {
			lacks = append(lacks, what)
		}
	}
	if r.kind != inCode && r.kind != onScreen {
		return nil
	}
	need("norm", len(r.norms))
	need("code", len(r.code))
	if r.kind == onScreen {
		need("screen", len(r.screen))
	}
	need("test", len(r.test))
	return lacks
}

// state is the last column: complete, what is missing, or why there is nothing.
func (r row) state() string {
	switch lacks := r.lacks(); {
	case r.kind == later:
		return "later: " + r.reason
	case r.kind == outside:
		return "outside software: " + r.reason
	case len(lacks) > 0:
		return "missing " + strings.Join(lacks, ", ")
	case r.kind == inCode:
		return "complete without a screen: " + r.reason
	}
	return "complete"
}
