package ui

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"golang.org/x/net/html"

	"beraad.eu/internal/i18n"
	"beraad.eu/livc"
)

// inside puts a component where the children of another stand.
func inside(outer, inner templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return outer.Render(templ.WithChildren(ctx, inner), w)
	})
}

func write(t *testing.T, ctx context.Context, c templ.Component) string {
	t.Helper()
	var b strings.Builder
	if err := c.Render(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// pages are all sample pages, by name.
func pages() map[string]templ.Component {
	f := GalleryFrame(Auto)
	all := map[string]templ.Component{
		"start": Gallery(f), "forms": GalleryForms(f), "desk": GalleryDesk(f), "left": LeftPage(Frame{}),
		"signed out": inside(Layout(Frame{Title: "Welkom"}), PageTitle("Welkom", "")),
		"the houses": inside(PrintPage(Paper{Frame: Frame{Title: "Vijf huizen"}}), HousesFigure()),
		"licences":   inside(Layout(Frame{Title: "Licenties"}), Licences()),
		"refused":    inside(Layout(f), Refused([]string{"Dit mag niet."}, gallerySources, "Wat ik schreef.", []string{"Dit wel."}, []Link{{"#", "Terug", false}})),
		"stale":      inside(Layout(f), Stale("mijn tekst", "hun tekst")),
		"confirmed":  inside(Layout(f), Confirmation("Gedaan")),
		"agenda":     inside(PrintPage(GalleryPaper("Agenda")), PaperAgenda(galleryAgenda)),
		"attendance": inside(PrintPage(GalleryPaper("Aanwezigheid")), PaperAttendance(galleryInside)),
		"weighing":   inside(PrintPage(GalleryPaper("Weegblad")), PaperWeighing("Raden we?", galleryWeighing)),
		"slips":      inside(PrintPage(GalleryPaper("Afspraken")), PaperSlips(gallerySlips)),
	}
	for _, s := range States() {
		all["state "+string(s)] = StatePage(f, s, "K7M2-4QXD")
	}
	for _, r := range GalleryRooms(Dark) {
		all["room "+r.Code+r.Question] = RoomScreen(r)
	}
	return all
}

func TestPages(t *testing.T) {
	for _, lang := range i18n.Shown() {
		ctx := i18n.With(t.Context(), lang)
		for name, page := range pages() {
			t.Run(string(lang)+": "+name+" can be read by every reader and obeys the policy", func(t *testing.T) {
				text := write(t, ctx, page)
				for _, fault := range faults(t, text, lang) {
					t.Error(fault)
				}
			})
		}
	}
}

// A checker that finds nothing proves nothing: each fault is planted once and must be found.
func TestCheckerFindsFaults(t *testing.T) {
	for planted, page := range map[string]string{
		"style":    `<h1>a</h1><p style="color:red">b</p>`,
		"script":   `<h1>a</h1><script>alert(1)</script>`,
		"handler":  `<h1>a</h1><button type="button" onclick="x()">b</button>`,
		"h1":       `<p>no title</p>`,
		"label":    `<h1>a</h1><input id="x" name="x">`,
		"twice":    `<h1 id="x">a</h1><p id="x">b</p>`,
		"points":   `<h1>a</h1><p aria-describedby="nowhere">b</p>`,
		"type":     `<h1>a</h1><button>b</button>`,
		"nameless": `<h1>a</h1><a href="/"></a>`,
		"token":    `<h1>a</h1><form method="post" action="/x"></form>`,
		"missing":  `<h1>⟦frame.x⟧</h1>`,
		"outside":  `<h1>a</h1><img alt="" src="https://example.org/x.png">`,
	} {
		t.Run("finds the planted fault: "+planted, func(t *testing.T) {
			found := strings.Join(faults(t, `<!doctype html><html lang="nl"><body>`+page, livc.Dutch), "\n")
			if !strings.Contains(found, planted) {
				t.Fatalf("not found: %s", found)
			}
		})
	}
}

// checker walks one page and keeps what it found.
type checker struct {
	found          []string
	ids, labels    map[string]bool
	points, fields []string
	titles         int
}

func faults(t *testing.T, text string, lang livc.Language) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := &checker{ids: map[string]bool{}, labels: map[string]bool{}}
	if strings.Contains(text, "⟦") {
		c.add("missing text in the language files")
	}
	if !strings.Contains(text, `<html lang="`+string(lang)+`"`) {
		c.add("lang is not said")
	}
	c.walk(doc)
	c.conclude()
	return c.found
}

func (c *checker) add(fault string) { c.found = append(c.found, fault) }

func (c *checker) walk(n *html.Node) {
	if n.Type == html.ElementNode {
		c.attributes(n)
		c.element(n)
	}
	for child := range n.ChildNodes() {
		c.walk(child)
	}
}

func (c *checker) attributes(n *html.Node) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "style":
			c.add("style inline at " + n.Data)
		case strings.HasPrefix(a.Key, "on"):
			c.add("handler inline at " + n.Data)
		case a.Key == "id" && c.ids[a.Val]:
			c.add("id twice: " + a.Val)
		case a.Key == "id":
			c.ids[a.Val] = true
		case a.Key == "aria-describedby", a.Key == "aria-labelledby":
			c.points = append(c.points, strings.Fields(a.Val)...)
		case a.Key == "src" && strings.Contains(a.Val, "//"):
			c.add("outside source " + a.Val)
		}
	}
}

func (c *checker) element(n *html.Node) {
	switch n.Data {
	case "h1":
		c.titles++
	case "style":
		c.add("style inline")
	case "script":
		if attr(n, "src") == "" || n.FirstChild != nil {
			c.add("script inline")
		}
	case "label":
		c.labels[attr(n, "for")] = true
	case "input", "select", "textarea":
		if attr(n, "type") != "hidden" {
			c.fields = append(c.fields, attr(n, "id"))
		}
	case "button":
		if attr(n, "type") == "" {
			c.add("button without a type")
		}
		c.named(n)
	case "a":
		c.named(n)
	case "form":
		if attr(n, "method") == "post" && !strings.Contains(inner(n), `name="token"`) {
			c.add("form without a token: " + attr(n, "action"))
		}
	}
}

func (c *checker) named(n *html.Node) {
	if strings.TrimSpace(plainText(n)) == "" && attr(n, "aria-label") == "" {
		c.add("nameless " + n.Data)
	}
}

func (c *checker) conclude() {
	if c.titles != 1 {
		c.add("not one h1")
	}
	for _, id := range c.fields {
		if !c.labels[id] || id == "" {
			c.add("no label for field " + id)
		}
	}
	for _, id := range c.points {
		if !c.ids[id] {
			c.add("points at nothing: " + id)
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func inner(n *html.Node) string {
	var b strings.Builder
	if err := html.Render(&b, n); err != nil {
		return ""
	}
	return b.String()
}

func plainText(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	text := ""
	for child := range n.ChildNodes() {
		text += plainText(child)
	}
	return text
}
