package guard

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
)

var explained = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| *([^|]*[^| ]) *\\|")

// unexplained compares go.mod with the table of docs/dependencies.md: every direct dependency has its
// line of reason, and no line speaks of a dependency that is gone.
func unexplained(direct []string, doc string) []string {
	var faults, named []string
	for _, m := range explained.FindAllStringSubmatch(doc, -1) {
		named = append(named, m[1])
		if !slices.Contains(direct, m[1]) {
			faults = append(faults, m[1]+" is explained and not used")
		}
	}
	for _, d := range direct {
		if !slices.Contains(named, d) {
			faults = append(faults, d+" has no line of reason in docs/dependencies.md")
		}
	}
	return faults
}

func requirements(t *testing.T, h *house) (direct, all []string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(h.root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse("go.mod", b, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range mod.Require {
		all = append(all, r.Mod.Path)
		if !r.Indirect {
			direct = append(direct, r.Mod.Path)
		}
	}
	return direct, all
}

func TestEveryDependencyHasALineOfReason(t *testing.T) {
	h := open(t)
	doc, err := os.ReadFile(filepath.Join(h.root, "docs", "dependencies.md"))
	if err != nil {
		t.Fatal(err)
	}
	direct, _ := requirements(t, h)
	report(t, unexplained(direct, string(doc)))
}

// inference are parts of names of modules that would bring in services or engines of inference. Nothing
// in Beraad is predicted by a machine.
var inference = []string{"openai", "anthropic", "ollama", "langchain", "llama", "genai", "vertexai", "aiplatform",
	"bedrock", "huggingface", "onnx", "tensorflow", "gorgonia", "gomlx", "whisper"}

func inferring(modules []string) []string {
	var faults []string
	for _, m := range modules {
		for _, part := range inference {
			if strings.Contains(strings.ToLower(m), part) {
				faults = append(faults, fmt.Sprintf("%s looks like inference (%s)", m, part))
			}
		}
	}
	return faults
}

func TestE3_NoInferenceIsLinked(t *testing.T) {
	_, all := requirements(t, open(t))
	report(t, inferring(all))
}

func TestTheGuardOfDependenciesIsAwake(t *testing.T) {
	doc := "| `a.b/c` | needed for x |\n| `a.b/d` |  |\n| `a.b/old` | was needed |\n"
	sees(t, unexplained([]string{"a.b/c", "a.b/d", "a.b/e"}, doc), "a.b/old", "a.b/d", "a.b/e")
	sees(t, unexplained([]string{"a.b/c"}, "| `a.b/c` | needed for x |"))
	sees(t, inferring([]string{"github.com/someone/go-OpenAI", "rsc.io/qr"}), "go-OpenAI")
}
