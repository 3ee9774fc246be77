package guard

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

const module = "beraad.eu"

// pkg is a package of the project without its tests, as `go list` tells it.
type pkg struct {
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
	Error                   *struct{ Err string }
}

// place is the path inside the module: internal/deed.
func (p pkg) place() string {
	return strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
}

// house is the project, read once for all guards.
type house struct {
	root    string
	ours    []pkg
	broken  []string          // what does not build; the rest is guarded all the same
	exports map[string]string // the compiled form of everything imported, by import path
	fset    *token.FileSet
	files   map[string][]*ast.File // by import path
	info    *types.Info
}

func newHouse(root string) *house {
	return &house{root: root, fset: token.NewFileSet(), files: map[string][]*ast.File{},
		info: &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}}
}

var theHouse = sync.OnceValues(readHouse)

func open(t *testing.T) *house {
	t.Helper()
	h, err := theHouse()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func readHouse() (*house, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	h := newHouse(root)
	if err := h.list(); err != nil {
		return nil, err
	}
	if err := h.parse(); err != nil {
		return nil, err
	}
	h.check(h.exports)
	return h, nil
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("guard: no go.mod above this package")
		}
		dir = filepath.Dir(dir)
	}
	return "", err
}

// list asks the go command for the packages, and where the compiled form of what they import lies.
func (h *house) list() error {
	cmd := exec.Command("go", "list", "-e", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,Imports,Error", "./...")
	cmd.Dir = h.root
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("list the packages: %w", err)
	}
	h.exports = map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read the list of packages: %w", err)
		}
		h.add(p)
	}
}

// add takes what is ours and is more than tests.
func (h *house) add(p pkg) {
	h.exports[p.ImportPath] = p.Export
	if !under(p.ImportPath, module) || strings.Contains(p.Dir, "node_modules") || len(p.GoFiles) == 0 {
		return
	}
	h.ours = append(h.ours, p)
	if p.Error != nil {
		h.broken = append(h.broken, p.ImportPath+" does not build: "+p.Error.Err)
	}
}

func (h *house) parse() error {
	for _, p := range h.ours {
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(h.fset, filepath.Join(p.Dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			h.files[p.ImportPath] = append(h.files[p.ImportPath], f)
		}
	}
	return nil
}

// check reads our own packages with their types, so that a guard asks what a name means, not how it looks.
// It reads on after a fault, so that a package that does not build hides nothing in the others.
func (h *house) check(exports map[string]string) {
	for _, p := range h.ours {
		conf := types.Config{Importer: compiled(h.fset, exports), Error: func(err error) {
			if p.Error == nil { // else the go command said it already
				h.broken = append(h.broken, fmt.Sprintf("the types of %s do not fit: %v", p.ImportPath, err))
			}
		}}
		_, _ = conf.Check(p.ImportPath, h.fset, h.files[p.ImportPath], h.info) // its faults went to Error
	}
}

// compiled reads imports from what the compiler left.
func compiled(fset *token.FileSet, exports map[string]string) types.Importer {
	return importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, fmt.Errorf("%s does not build", path)
		}
		return os.Open(exports[path])
	})
}

func TestTheProjectBuildsSoThatAllOfItIsGuarded(t *testing.T) { report(t, open(t).broken) }

// file is the path of a position, from the root of the project.
func (h *house) file(pos token.Pos) string {
	name, err := filepath.Rel(h.root, h.fset.Position(pos).Filename)
	if err != nil {
		return h.fset.Position(pos).Filename
	}
	return filepath.ToSlash(name)
}

// text is a source file of any sort.
type text struct{ name, body string }

// left are folders that hold nothing of ours.
var left = []string{".git", ".bin", "node_modules", "dist", "testdata", "out"}

// texts reads all files of the project with one of these endings.
func (h *house) texts(t *testing.T, endings ...string) []text {
	t.Helper()
	var list []text
	err := filepath.WalkDir(h.root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains(left, d.Name()):
			return fs.SkipDir
		case !d.Type().IsRegular() || !slices.Contains(endings, filepath.Ext(path)):
			return nil
		}
		body, err := os.ReadFile(path)
		name, _ := filepath.Rel(h.root, path)
		list = append(list, text{filepath.ToSlash(name), string(body)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// report fails once for every fault.
func report(t *testing.T, faults []string) {
	t.Helper()
	slices.Sort(faults)
	for _, f := range slices.Compact(faults) {
		t.Error(f)
	}
}

// sees asks of a guard that it finds exactly the faults planted before it.
func sees(t *testing.T, faults []string, want ...string) {
	t.Helper()
	if len(faults) != len(want) {
		t.Fatalf("found %q, planted %d", faults, len(want))
	}
	for i, w := range want {
		if !strings.Contains(faults[i], w) {
			t.Errorf("found %q, planted %q", faults[i], w)
		}
	}
}
