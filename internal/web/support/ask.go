package support

import (
	"github.com/a-h/templ"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// ask is a page with one deed: what it is, what follows from it, and its button.
type ask struct {
	Back   ui.Link
	Title  string
	Lead   string
	Points []string // what happens, in sentences
	Words  []string // of a fingerprint, to compare
	Fields templ.Component
	Form   ui.Form
	Button string
	Other  ui.Link // an answer of equal weight; empty Href: none
	Help   templ.Component
}

// show answers with the page; the window says the deed and never whom it is about.
func (a ask) show(r *page.Request) error {
	if a.Fields == nil {
		a.Fields = templ.NopComponent
	}
	a.Form = r.Form(r.URL.Path)
	return r.Show(a.Title, askView(a))
}

// personPath is the address of a role card; it holds an id and never a name.
func personPath(hat livc.ID) string { return "/people/" + string(hat) }

// toPerson leads back to a role card.
func toPerson(r *page.Request, hat livc.ID) ui.Link {
	return ui.Link{Href: personPath(hat), Text: i18n.T(r.Context(), "person.back")}
}
