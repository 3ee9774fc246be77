package guard

import (
	"go/ast"
	"go/parser"
	"go/types"
	"testing"
)

// use is one place where a function or method of interest is named, called or not.
type use struct{ file, place, what string }

// uses gives every mention, outside tests, of a function whose full name wanted says yes to. It asks the
// compiler's view, so another name for the import or a method value hides nothing.
func (h *house) uses(wanted func(*types.Func) bool) []use {
	var list []use
	for _, p := range h.ours {
		for _, f := range h.files[p.ImportPath] {
			ast.Inspect(f, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					if fn, ok := h.info.Uses[id].(*types.Func); ok && wanted(fn) {
						list = append(list, use{h.file(id.Pos()), p.place(), fn.FullName()})
					}
				}
				return true
			})
		}
	}
	return list
}

// planted is a house of one file, for guards to be shown a fault.
func planted(t *testing.T, place, source string) *house {
	t.Helper()
	h := newHouse("/")
	p := pkg{ImportPath: module + "/" + place}
	f, err := parser.ParseFile(h.fset, "/"+place+"/planted.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	h.ours, h.files[p.ImportPath] = []pkg{p}, []*ast.File{f}
	h.check(open(t).exports)
	if len(h.broken) > 0 {
		t.Fatal(h.broken)
	}
	return h
}
