package ui

import (
	"context"
	"io"

	"github.com/a-h/templ"
)

// Rows is a list of sentences with their state. It is written by hand, because fifty of them are most of
// a page: a template takes memory for every text in them. TestRows compares it with what a template
// would write.
func Rows(rows []Row) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		b := append(make([]byte, 0, 64+320*len(rows)), `<ul class="rows">`...)
		for i := range rows {
			b = rows[i].append(b)
		}
		_, err := w.Write(append(b, `</ul>`...))
		return err
	})
}

func (r *Row) append(b []byte) []byte {
	b = append(b, `<li class="row"><div class="row-text">`...)
	if r.Href != "" {
		b = append(b, `<a href="`...)
		b = append(appendEscaped(b, r.Href), `">`...)
		b = append(appendEscaped(b, r.Text), `</a>`...)
	} else {
		b = append(b, `<span class="row-plain">`...)
		b = append(appendEscaped(b, r.Text), `</span>`...)
	}
	if r.Sub != "" {
		b = append(b, `<p>`...)
		b = append(appendEscaped(b, r.Sub), `</p>`...)
	}
	b = append(b, `</div>`...)
	if r.Tag.Text != "" {
		b = append(b, `<span class="tag tag-`...)
		b = append(appendEscaped(b, string(r.Tag.Tone)), `">`...)
		b = append(appendEscaped(b, r.Tag.Text), `</span>`...)
	}
	return append(b, `</li>`...)
}

// appendEscaped writes text as text, as templ.EscapeString does, where it stands.
func appendEscaped(b []byte, s string) []byte {
	last := 0
	for i := range len(s) {
		var as string
		switch s[i] {
		case '&':
			as = "&amp;"
		case '<':
			as = "&lt;"
		case '>':
			as = "&gt;"
		case '"':
			as = "&#34;"
		case '\'':
			as = "&#39;"
		default:
			continue
		}
		b = append(append(b, s[last:i]...), as...)
		last = i + 1
	}
	return append(b, s[last:]...)
}
