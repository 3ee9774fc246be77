package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// places says for each rule where it stands, in the order of the files.
type places map[string][]string

func (p places) add(rule, place string) {
	if !slices.Contains(p[rule], place) {
		p[rule] = append(p[rule], place)
	}
}

// found is what a walk over the module finds.
type found struct{ code, test, screen places }

// scan walks the module. Generated pages, this program and what is no source are passed over.
func scan(root string) (found, error) {
	f := found{code: places{}, test: places{}, screen: places{}}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		if d.IsDir() {
			return skipFolder(filepath.ToSlash(name))
		}
		return f.file(path, filepath.ToSlash(name))
	})
	return f, err
}

func skipFolder(name string) error {
	switch base := filepath.Base(name); {
	case name == ".":
		return nil
	case strings.HasPrefix(base, "."), base == "node_modules", base == "testdata", base == "dist", name == "internal/lawdoc":
		return filepath.SkipDir
	}
	return nil
}

func (f found) file(path, name string) error {
	switch {
	case strings.HasSuffix(name, "_templ.go"):
		return nil
	case strings.HasSuffix(name, ".go"):
		return f.goFile(path, name)
	case strings.HasSuffix(name, ".templ"):
		return f.lines(path, func(line string) {
			for _, rule := range rulesIn(line) {
				f.screen.add(rule, strings.TrimSuffix(filepath.Base(name), ".templ"))
			}
		})
	case strings.HasPrefix(name, "test/") && strings.HasSuffix(name, ".mjs"):
		return f.lines(path, func(line string) {
			for _, rule := range proven(line) {
				f.test.add(rule, name)
			}
		})
	}
	return nil
}

func (f found) lines(path string, each func(string)) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	for line := range strings.Lines(string(text)) {
		each(line)
	}
	return nil
}

func (f found) goFile(path, name string) error {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	for _, comment := range file.Comments {
		symbol := symbolAt(file, comment)
		if strings.HasSuffix(name, "_test.go") {
			for _, rule := range proven(comment.Text()) {
				f.test.add(rule, name+":"+symbol)
			}
			continue
		}
		for _, rule := range rulesIn(comment.Text()) {
			f.code.add(rule, name+":"+symbol)
			f.shown(rule, name, symbol)
		}
	}
	return nil
}

// shown counts a page written in Go, and a row of the permits, as the place where a rule is seen.
func (f found) shown(rule, name, symbol string) {
	switch {
	case strings.HasPrefix(name, "internal/web/"):
		f.screen.add(rule, strings.TrimSuffix(filepath.Base(name), ".go"))
	case strings.HasPrefix(name, "internal/access/"):
		f.screen.add(rule, "permit "+symbol)
	}
}

// symbolAt names the declaration that a comment describes or stands in.
func symbolAt(file *ast.File, comment *ast.CommentGroup) string {
	if comment == file.Doc || comment.End() < file.Package {
		return "package " + file.Name.Name
	}
	for _, decl := range file.Decls {
		start := decl.Pos()
		if doc := docOf(decl); doc != nil {
			start = doc.Pos()
		}
		if start <= comment.Pos() && comment.Pos() <= decl.End() {
			return nameOf(decl, comment)
		}
	}
	return "package " + file.Name.Name
}

func docOf(decl ast.Decl) *ast.CommentGroup {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		return d.Doc
	case *ast.GenDecl:
		return d.Doc
	}
	return nil
}

func nameOf(decl ast.Decl, comment *ast.CommentGroup) string {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		return receiver(d) + d.Name.Name
	case *ast.GenDecl:
		return specAt(d, comment)
	}
	return ""
}

func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "."
	}
	return ""
}

// specAt is the name in a group that the comment stands at, or the first one.
func specAt(d *ast.GenDecl, comment *ast.CommentGroup) string {
	name := ""
	for _, spec := range d.Specs {
		n := specName(spec)
		if name == "" || spec.Pos() <= comment.Pos() {
			name = n
		}
		if doc := specDoc(spec); doc == comment {
			return n
		}
	}
	return name
}

func specName(spec ast.Spec) string {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		return s.Name.Name
	case *ast.ValueSpec:
		return s.Names[0].Name
	}
	return "import"
}

func specDoc(spec ast.Spec) *ast.CommentGroup {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		return s.Doc
	case *ast.ValueSpec:
		return s.Doc
	}
	return nil
}
