package page

import (
	"slices"

	"github.com/a-h/templ"

	"beraad.eu/internal/law"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Cites gives the sources of norms as they hold today, for the quiet column and for refusals. A norm
// whose switch to a new code is unconfirmed shows both articles (invariant 22).
func Cites(r *Request, norms ...livc.NormID) (list []ui.Cite) {
	lang := r.Frame.Lang
	for _, id := range norms {
		for _, n := range law.Both(id, r.Today()) {
			if c := (ui.Cite{Text: n.Citation(lang), Href: n.URL}); !slices.Contains(list, c) {
				list = append(list, c)
			}
		}
	}
	return list
}

// Why gives the reason of a norm in one sentence, in the reader's language.
func Why(r *Request, id livc.NormID) string {
	n, ok := law.On(id, r.Today())
	if !ok {
		return ""
	}
	return n.Why(r.Frame.Lang)
}

// Help is the quiet right column: why, and where it stands.
func Help(r *Request, id livc.NormID, more ...livc.NormID) templ.Component {
	return ui.Source(Why(r, id), Cites(r, append([]livc.NormID{id}, more...)...))
}

// State answers with a page of its own status, such as an error page.
func (r *Request) State(status int, title string, body templ.Component) error {
	f := r.Frame
	f.Title, f.Path = title, r.URL.Path
	f.Token = r.Tokens.New(r.Actor.Hat)
	return r.Write(status, layout{f, body})
}
