package ui

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write templ.sum anew, after templ generate")

// TestGenerated finds generated code that is older than its template without running the generator:
// each folder keeps a sum of its templates and of what was made from them.
func TestGenerated(t *testing.T) {
	for folder, sum := range sums(t, "..") {
		name := filepath.Join(folder, "templ.sum")
		if *update {
			if err := os.WriteFile(name, []byte(sum), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(name)
		if err != nil || string(kept) != sum {
			t.Errorf("%s: the generated pages are not those of the templates. Run: make generate, or\n"+
				"  go run github.com/a-h/templ/cmd/templ@v0.3.977 generate && go test ./internal/web/ui -run TestGenerated -update", folder)
		}
	}
}

func sums(t *testing.T, root string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".templ") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		made, err := os.ReadFile(strings.TrimSuffix(path, ".templ") + "_templ.go")
		if err != nil {
			return err
		}
		found[filepath.Dir(path)] += fmt.Sprintf("%x %x %s\n", sha256.Sum256(source), sha256.Sum256(made), filepath.Base(path))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
