package ui

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// pairs are the colours that meet on a page, with the contrast that WCAG 2.2 AA asks: 4.5 for text,
// 3 for the border of a control, a focus ring and a drawing that carries meaning.
var pairs = []struct {
	front, back string
	least       float64
}{
	{"ink", "page", 7}, {"ink", "sheet", 7}, {"ink", "quiet", 4.5}, {"muted", "page", 4.5}, {"muted", "sheet", 4.5}, {"muted", "quiet", 4.5},
	{"link", "page", 4.5}, {"link", "sheet", 4.5}, {"link-deep", "sheet", 4.5}, {"link-deep", "page", 4.5}, {"link", "going-sheet", 4.5},
	{"on-action", "action", 4.5}, {"on-action", "action-deep", 4.5}, {"on-bar", "bar", 4.5},
	{"going", "going-sheet", 4.5}, {"ink", "going-sheet", 4.5}, {"muted", "going-sheet", 4.5},
	{"protects", "protects-sheet", 4.5}, {"ink", "protects-sheet", 4.5}, {"muted", "protects-sheet", 4.5},
	{"concerns", "concerns-sheet", 4.5}, {"ink", "concerns-sheet", 4.5}, {"muted", "concerns-sheet", 4.5},
	{"unknown", "unknown-sheet", 4.5}, {"ink", "unknown-sheet", 4.5}, {"muted", "unknown-sheet", 4.5},
	{"link", "protects-sheet", 4.5}, {"link", "concerns-sheet", 4.5}, {"link", "unknown-sheet", 4.5},
	{"error", "sheet", 4.5}, {"error", "page", 4.5}, {"concerns", "sheet", 3}, {"concerns", "page", 4.5},
	{"control", "sheet", 3}, {"control", "page", 3}, {"action", "sheet", 3}, {"action", "page", 3}, {"mark", "sheet", 3}, {"mark", "page", 3},
	{"focus", "page", 3}, {"focus", "sheet", 3}, {"focus", "protects-sheet", 3}, {"focus", "concerns-sheet", 3}, {"focus", "unknown-sheet", 3},
}

func TestContrast(t *testing.T) {
	for theme, colours := range palette(t) {
		t.Run("every pair of colours can be read in the theme "+theme, func(t *testing.T) {
			for _, p := range pairs {
				if got := contrast(t, colours[p.front], colours[p.back]); got < p.least {
					t.Errorf("%s on %s: %.2f, at least %.1f", p.front, p.back, got, p.least)
				}
			}
		})
	}
	t.Run("the measure knows black on white", func(t *testing.T) {
		if got := contrast(t, "#000000", "#ffffff"); math.Abs(got-21) > 0.01 {
			t.Fatalf("%.2f", got)
		}
	})
}

var colour = regexp.MustCompile(`--([a-z-]+):\s*(#[0-9a-f]{6});`)

func palette(t *testing.T) map[string]map[string]string {
	t.Helper()
	text, err := os.ReadFile("css/palette.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, found := strings.Cut(string(text), `:root[data-theme="dark"]`)
	if !found {
		t.Fatal("palette.css has no dark theme")
	}
	themes := map[string]map[string]string{"light": {}, "dark": {}}
	for theme, part := range map[string]string{"light": light, "dark": dark} {
		for _, m := range colour.FindAllStringSubmatch(part, -1) {
			themes[theme][m[1]] = m[2]
		}
	}
	for name := range themes["light"] {
		if themes["dark"][name] == "" {
			t.Errorf("the dark theme lacks %s", name)
		}
	}
	return themes
}

// contrast is the ratio of WCAG 2.2.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) != 7 {
		t.Fatalf("%q is no colour", hex)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
