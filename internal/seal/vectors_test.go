package seal_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"testing"
)

var update = flag.Bool("update", false, "write docs/spec/vectors anew")

// A change is what a negative vector does to a positive one: it sets an argument, turns one bit of
// it, or cuts it down to so many bytes. Error is the word of the refusal.
type change struct {
	Of    string  `json:"of"`
	Arg   string  `json:"arg"`
	Set   *string `json:"set,omitempty"`
	Flip  *int    `json:"flip,omitempty"`
	Cut   *int    `json:"cut,omitempty"`
	Error string  `json:"error"`
}

func (c change) apply(v vector) vector {
	switch {
	case c.Set != nil:
		return v.with(c.Arg, *c.Set)
	case c.Flip != nil:
		return v.with(c.Arg, x(flipped(v.bytes(c.Arg), *c.Flip)))
	}
	return v.with(c.Arg, x(v.bytes(c.Arg)[:*c.Cut]))
}

// flipped turns bit n, counted from the lowest bit of the first byte.
func flipped(b []byte, n int) []byte {
	b = bytes.Clone(b)
	b[n/8] ^= 1 << (n % 8)
	return b
}

// contextArgs are bound into contexts: setting one to another value must close the vector.
var contextArgs = []string{"installation", "kind", "livc", "table", "row", "field", "person", "unlocker", "unlocker_kind", "place", "container",
	"record", "revision", "record_kind", "author", "key_version", "recipient", "granter", "manifest_version", "reason", "controller",
	"recipient_hat", "domain", "code"}

// otherValue is a value of the same form as an argument that it does not have.
func otherValue(v vector, arg string) string {
	switch arg {
	case "kind":
		return map[string]string{"real": "practice", "practice": "real"}[v.Args[arg]]
	case "unlocker_kind":
		return map[string]string{"passkey": "recovery", "recovery": "passkey", "practice": "passkey", "passphrase": "passkey"}[v.Args[arg]]
	case "revision", "key_version", "manifest_version":
		return "9"
	case "code":
		return "0000" + v.Args[arg][4:]
	}
	return v.Args[arg] + "x"
}

func makeChanges(t *testing.T, vectors []vector) (list []change) {
	seen := map[string]int{}
	for _, v := range vectors {
		if seen[v.Form]++; seen[v.Form] > 2 || v.Form == "hat" || v.Form == "words" || v.Form == "session_id" || v.Form == "row_hash" {
			continue
		}
		list = append(list, changesOf(v)...)
	}
	for i, c := range list {
		v := vectors[slices.IndexFunc(vectors, func(v vector) bool { return v.Name == c.Of })]
		_, err := c.apply(v).open()
		if list[i].Error = errorWord(err); list[i].Error == "" {
			t.Fatalf("%s opens although its %s is changed (%v)", c.Of, c.Arg, err)
		}
	}
	return list
}

func changesOf(v vector) (list []change) {
	for _, arg := range contextArgs {
		if value, ok := v.Args[arg]; ok && value != "" {
			other := otherValue(v, arg)
			list = append(list, change{Of: v.Name, Arg: arg, Set: &other})
		}
	}
	args := make([]string, 0, len(v.Args))
	for arg := range v.Args {
		if blobArgs[arg] || signedArgs[arg] {
			args = append(args, arg)
		}
	}
	sort.Strings(args)
	for _, arg := range args {
		n := 8 * len(v.bytes(arg))
		for _, bit := range []int{0, 8, 47, 60, n / 2, n - 1} {
			list = append(list, change{Of: v.Name, Arg: arg, Flip: &bit})
		}
		for _, cut := range []int{0, 5, n/8 - 1} {
			if arg != "manifest1" && arg != "manifest2" || cut > 0 {
				list = append(list, change{Of: v.Name, Arg: arg, Cut: &cut})
			}
		}
	}
	return list
}

const vectorFolder = "../../docs/spec/vectors"

// writeLines writes a JSON list with one element a line, so that a change can be read.
func writeLines[T any](t *testing.T, name string, list []T) {
	var b bytes.Buffer
	b.WriteString("[\n")
	for i, v := range list {
		line := must(json.Marshal(v))
		b.Write(line)
		if i < len(list)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	if err := os.WriteFile(filepath.Join(vectorFolder, name), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readLines[T any](name string) (list []T) {
	if err := json.Unmarshal(must(os.ReadFile(filepath.Join(vectorFolder, name))), &list); err != nil {
		panic(err)
	}
	return list
}

func TestVectors(t *testing.T) {
	if *update {
		made := makeVectors(t)
		writeLines(t, "positive.json", made)
		writeLines(t, "negative.json", makeChanges(t, made))
	}
	vectors, changes := readLines[vector]("positive.json"), readLines[change]("negative.json")
	if len(vectors) < 50 || len(changes) < 200 {
		t.Fatalf("only %d vectors and %d changes", len(vectors), len(changes))
	}
	t.Run("what was sealed by an earlier build still opens", func(t *testing.T) {
		for _, v := range vectors {
			if got, err := v.open(); err != nil || got != v.Opens {
				t.Errorf("%s: %q, %v", v.Name, got, err)
			}
		}
	})
	t.Run("what was changed is refused in the way the page says", func(t *testing.T) {
		for _, c := range changes {
			v := vectors[slices.IndexFunc(vectors, func(v vector) bool { return v.Name == c.Of })]
			if _, err := c.apply(v).open(); errorWord(err) != c.Error {
				t.Errorf("%s with another %s: %v, want %s", c.Of, c.Arg, err, c.Error)
			}
		}
	})
}
