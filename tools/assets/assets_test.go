package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestKeep(t *testing.T) {
	for _, c := range []struct{ says, css, want string }{
		{"a rule of a part is kept", ".govuk-radios{margin:0}", ".govuk-radios{margin:0}"},
		{"a rule of another part is left", ".govuk-header{margin:0}", ""},
		{"of a list of selectors only ours are kept", ".govuk-button,.govuk-radios__item{margin:0}", ".govuk-radios__item{margin:0}"},
		{"fonts are left, also inside a rule", `@font-face{src:url(x.woff2)}.govuk-radios{font-family:GDS Transport,arial;margin:0}`, ".govuk-radios{margin:0}"},
		{"a rule that set a font only disappears", `.govuk-radios{font-family:GDS Transport,arial}`, ""},
		{"a condition keeps what is ours inside it", "@media print{.govuk-radios{top:0}.govuk-tabs{top:1px}}", "@media print{.govuk-radios{top:0}}"},
		{"a condition without anything of ours disappears", "@media print{.govuk-tabs{top:1px}}", ""},
		{"a statement without braces is left", `@charset "UTF-8";:root{--x:1}.govuk-radios{top:0}`, ".govuk-radios{top:0}"},
	} {
		t.Run(c.says, func(t *testing.T) {
			if got := keep(c.css, []string{".govuk-radios"}); got != c.want {
				t.Fatalf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestDarkByDevice(t *testing.T) {
	t.Run("the dark colours hold for a device that asks for them, unless a theme was chosen", func(t *testing.T) {
		got, err := darkByDevice(`:root[data-theme="dark"] { --page: #000; } ` + byDevice)
		if err != nil || !strings.Contains(got, "prefers-color-scheme: dark") || strings.Count(got, "--page: #000") != 2 {
			t.Fatalf("%q %v", got, err)
		}
	})
	t.Run("a palette without a dark theme is refused", func(t *testing.T) {
		if _, err := darkByDevice(":root { --page: #fff; }"); err == nil {
			t.Fatal("it was taken")
		}
	})
}

func TestHashed(t *testing.T) {
	t.Run("a name changes with its content and keeps its kind", func(t *testing.T) {
		a, b := hashed("beraad.css", []byte("a")), hashed("beraad.css", []byte("b"))
		if a == b || !strings.HasPrefix(a, "beraad-") || !strings.HasSuffix(a, ".css") {
			t.Fatalf("%s %s", a, b)
		}
	})
}

func TestWrite(t *testing.T) {
	out := t.TempDir()
	for _, old := range []string{".keep", "beraad-0000.css"} {
		if err := os.WriteFile(filepath.Join(out, old), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := write(out, map[string][]byte{"beraad.css": []byte("body{}")}); err != nil {
		t.Fatal(err)
	}
	t.Run("an older asset goes, the file that keeps the folder stays", func(t *testing.T) {
		if _, err := os.Stat(filepath.Join(out, "beraad-0000.css")); err == nil {
			t.Error("the old asset is still there")
		}
		if _, err := os.Stat(filepath.Join(out, ".keep")); err != nil {
			t.Error(err)
		}
	})
	t.Run("the manifest leads from the plain name to the file", func(t *testing.T) {
		list, err := os.ReadFile(filepath.Join(out, "manifest.json"))
		if err != nil || !strings.Contains(string(list), hashed("beraad.css", []byte("body{}"))) {
			t.Errorf("%s %v", list, err)
		}
	})
}
