package practice

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
)

// roleButton is one role on the first page.
type roleButton struct{ Stem, Text, Does string }

// start asks who the visitor is today.
func (p Pages) start(r *page.Request) error {
	var list []roleButton
	for _, x := range p.Hall.Cast().Roles {
		list = append(list, p.button(r, x))
	}
	return r.Show(i18n.T(r.Context(), "practice.title"), startView(r.Form("/practice/as").Token, list))
}

func (p Pages) button(r *page.Request, x Role) roleButton {
	first, _, _ := strings.Cut(x.Name, " ")
	stem := "practice.role." + x.Stem
	return roleButton{Stem: x.Stem, Text: i18n.T(r.Context(), stem+".as", "Name", first), Does: i18n.T(r.Context(), stem+".does")}
}
