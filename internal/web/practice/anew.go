package practice

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
)

// again asks once whether the town may be thrown away.
func (p Pages) again(r *page.Request) error {
	return r.Show(i18n.T(r.Context(), "practice.anew.title"), anewView(r.Form("/practice/anew")))
}

// anew throws the town away and has it played again; the first page says so until it is ready.
func (p Pages) anew(r *page.Request) error {
	r.SetCookie(page.SessionCookie, "", -1)
	p.Hall.Anew()
	return r.Go("/")
}
