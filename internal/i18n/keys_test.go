package i18n

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/livc"
)

// dynamic are the beginnings of keys that code puts together, so that no source holds them whole.
// The enums are tested below; the others by the package that owns them.
var dynamic = []string{
	"enum.",
	"keys.",
	"passkey.",
	"error.",
	"norm.",
	"reason.",
	"hint.",
	"date.weekday.",
	"date.month.",
	"state.",
	"law.duty.",
	"law.seat.",
	"denied.",
	"instead.",
	"practice.role.",
	"walk.", "role_play.",
	"identifier.",
	"word.",
	"mail.",
}

func TestSameKeys(t *testing.T) {
	source := books[livc.Dutch]().messages
	for _, lang := range Shown() {
		other := books[lang]().messages
		t.Run("Dutch and "+string(lang)+" have the same keys, placeholders and plurals", func(t *testing.T) {
			for key, m := range source {
				o := other[key]
				if o == nil {
					t.Errorf("%s is missing in %s", key, lang)
					continue
				}
				if (m.One == "") != (o.One == "") {
					t.Errorf("%s: a plural in one language only", key)
				}
				if a, b := holes(m.Other), holes(o.Other); !slices.Equal(a, b) {
					t.Errorf("%s: placeholders %v and %v", key, a, b)
				}
				if o.Other == "" {
					t.Errorf("%s is empty in %s", key, lang)
				}
			}
			for key := range other {
				if source[key] == nil {
					t.Errorf("%s stands in %s only", key, lang)
				}
			}
		})
	}
}

var hole = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

func holes(text string) []string {
	var names []string
	for _, m := range hole.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestEnums(t *testing.T) {
	for _, lang := range Shown() {
		for key := range enums() {
			t.Run(fmt.Sprintf("%s has a name in %s", key, lang), func(t *testing.T) {
				if books[lang]().messages[key] == nil {
					t.Error("no name")
				}
			})
		}
	}
}

func enums() map[string]bool {
	keys := map[string]bool{}
	add(keys, "function", livc.Functions())
	add(keys, "regime", livc.Regimes())
	add(keys, "region", livc.Regions())
	add(keys, "secrecy", livc.Secrecies())
	add(keys, "language", []livc.Language{livc.Dutch, livc.French, livc.German, livc.English})
	add(keys, "referral_state", livc.ReferralStates())
	add(keys, "case_state", livc.CaseStates())
	add(keys, "age_band", livc.AgeBands())
	add(keys, "outcome", livc.Outcomes())
	add(keys, "table_mode", livc.TableModes())
	add(keys, "meeting_state", livc.MeetingStates())
	add(keys, "item_state", livc.ItemStates())
	add(keys, "container_kind", livc.ContainerKinds())
	add(keys, "action_state", livc.ActionStates())
	return keys
}

func add[S ~string](keys map[string]bool, typ string, values []S) {
	for _, v := range values {
		keys["enum."+typ+"."+string(v)] = true
	}
}

// Every list in package livc has its names here; a new list makes this fail until it is added.
func TestEnumsAreWhole(t *testing.T) {
	lists := regexp.MustCompile(`(?m)^func [A-Z]\w*\(\) \[\][A-Z]\w*`)
	n := 0
	for path, text := range code(t) {
		if strings.HasPrefix(path, "livc/") {
			n += len(lists.FindAllString(text, -1))
		}
	}
	types := map[string]bool{}
	for key := range enums() {
		types[strings.Split(key, ".")[1]] = true
	}
	// Languages have no list in livc.
	if n != len(types)-1 {
		t.Errorf("livc has %d lists, enums() names %d", n, len(types)-1)
	}
}

func TestKeysAreUsed(t *testing.T) {
	all := strings.Builder{}
	for _, text := range code(t) {
		all.WriteString(text)
	}
	written := all.String()
	for _, key := range sortedKeys(books[livc.Dutch]().messages) {
		if slices.ContainsFunc(dynamic, func(p string) bool { return strings.HasPrefix(key, p) }) {
			continue
		}
		if !strings.Contains(written, `"`+key+`"`) {
			t.Errorf("%s: no page says it", key)
		}
	}
}

// asked finds the keys that code asks for in so many words.
var asked = regexp.MustCompile(`(?:i18n\.T\(\w+, |livc\.(?:Invalid|Denied|Conflict)\(|\.Check\([^"\n]*"\w*", |\bKey: )"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"`)

func TestAskedKeysExist(t *testing.T) {
	found := 0
	for path, text := range code(t) {
		for _, m := range asked.FindAllStringSubmatch(text, -1) {
			found++
			if books[livc.Dutch]().messages[m[1]] == nil {
				t.Errorf("%s asks for %s, which has no text", path, m[1])
			}
		}
	}
	if found < 30 {
		t.Errorf("only %d keys found: the search is broken", found)
	}
}

// comment is a line of comment: what it names as an example is no use of a key.
var comment = regexp.MustCompile(`(?m)^\s*//.*$`)

// code is what the Go and templ files of the project hold, without comments, tests and generated code.
func code(t *testing.T) map[string]string {
	t.Helper()
	root, found := filepath.Join("..", ".."), map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && (name == "node_modules" || strings.HasPrefix(name, ".") && len(name) > 2) {
			return filepath.SkipDir
		}
		own := strings.HasSuffix(name, ".templ") || strings.HasSuffix(name, ".go") &&
			!strings.HasSuffix(name, "_templ.go") && !strings.HasSuffix(name, "_test.go")
		if d.IsDir() || !own {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		found[filepath.ToSlash(rel)] = comment.ReplaceAllString(string(text), "")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Every deed and every kind of object has a name in the log, in every language.
func TestEveryDeedHasAName(t *testing.T) {
	keys := map[string]bool{}
	add(keys, "action", access.Actions())
	add(keys, "object", access.ObjectKinds())
	for _, lang := range Shown() {
		for _, key := range sortedKeys(keys) {
			if books[lang]().messages[key] == nil {
				t.Errorf("%s has no name in %s", key, lang)
			}
		}
	}
}
