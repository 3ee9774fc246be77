package practice

import (
	"errors"

	"github.com/a-h/templ"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/plain"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/table"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// piece is a part of a text; Kind says what points to somebody in it.
type piece struct{ Text, Kind string }

// pointing gives what points to one person in a worry.
func pointing(r *page.Request, text livc.Secret) []plain.Mark {
	return plain.Identifiers(text, plain.Options{Today: r.Today()})
}

// pieces cuts a text at its marks.
func pieces(r *page.Request, text livc.Secret, marks []plain.Mark) (list []piece) {
	all, at := []rune(text.Reveal()), 0
	for _, m := range marks {
		if m.From < at || m.To > len(all) {
			continue
		}
		list = append(list, piece{Text: string(all[at:m.From])}, piece{string(all[m.From:m.To]), i18n.Enum(r.Context(), "identifier", m.Kind)})
		at = m.To
	}
	return append(list, piece{Text: string(all[at:])})
}

// refusal is what the gate answered, as its page says it.
type refusal struct {
	Text  string
	Cites []ui.Cite
}

func refusalOf(r *page.Request, err error) refusal {
	var e *livc.Error
	if !errors.As(err, &e) {
		return refusal{}
	}
	return refusal{i18n.Fault(r.Context(), e), page.Cites(r, e.Norms...)}
}

func beside(r *page.Request, v stopPage) templ.Component {
	return table.Beside(r, v.Scene.Wall, v.Scene.Phone, walkAt+"/table/name")
}

func peeked(who discussion.Identity) templ.Component { return table.Peeked(stopAt("table"), who) }
