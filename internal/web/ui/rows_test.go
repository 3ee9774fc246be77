package ui

import (
	"strings"
	"testing"

	"github.com/a-h/templ"
)

// The rows as a template would write them, part by part.
func TestRows(t *testing.T) {
	const bad = `"><script>alert('x & y')</script>`
	for name, c := range map[string]struct {
		row  Row
		want string
	}{
		"a row that leads somewhere": {Row{Href: "/list/1", Text: "Kwarts-41", Sub: "bellen", Tag: Tag{"nieuw", Fresh}},
			`<li class="row"><div class="row-text"><a href="/list/1">Kwarts-41</a><p>bellen</p></div>` + written(t, TagOf(Tag{"nieuw", Fresh})) + `</li>`},
		"a sentence alone": {Row{Text: "Niets"}, `<li class="row"><div class="row-text"><span class="row-plain">Niets</span></div></li>`},
		"text that looks like a page": {Row{Href: bad, Text: bad, Sub: bad, Tag: Tag{bad, Plain}}, `<li class="row"><div class="row-text"><a href="` +
			templ.EscapeString(bad) + `">` + templ.EscapeString(bad) + `</a><p>` + templ.EscapeString(bad) + `</p></div>` + written(t, TagOf(Tag{bad, Plain})) + `</li>`},
	} {
		t.Run(name, func(t *testing.T) {
			if got, want := written(t, Rows([]Row{c.row})), `<ul class="rows">`+c.want+`</ul>`; got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func written(t *testing.T, c templ.Component) string {
	t.Helper()
	var b strings.Builder
	if err := c.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
