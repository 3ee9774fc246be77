package practice

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
)

// stop is one step of the guided path: who goes where, to see what. Its texts stand under walk.<stem>.
type stop struct{ stem, role, address string }

// stops are the guided path of one case, in the order of its life. {case} and {meeting} are those of the
// town. A stop without a role needs nobody to be signed in.
var stops = []stop{
	{"conversation", "clb", "/refer"},
	{"listen", "coordinator", "/conversations"},
	{"list", "mayor", "/list"},
	{"invitation", "youth", "/today"},
	{"table", "coordinator", "/meetings/{meeting}/table"},
	{"dossier", "clb", "/dossiers"},
	{"clock", "", "/practice/clock"},
	{"proof", "coordinator", "/terms"},
}

// address is where a stop leads; without one, to the first page of the work.
func (p Pages) address(stem string) string {
	c := p.Hall.Cast()
	for _, s := range stops {
		if s.stem == stem {
			return strings.NewReplacer("{case}", string(c.Case), "{meeting}", string(c.Meeting)).Replace(s.address)
		}
	}
	return "/today"
}

// walkStop is a stop as the page shows it.
type walkStop struct{ Stem, Role, Href, Title, Text, Go string }

// walk shows the path of one case, each stop with the button that leads there.
func (p Pages) walk(r *page.Request) error {
	var list []walkStop
	for _, s := range stops {
		v := walkStop{Stem: s.stem, Href: p.address(s.stem), Title: i18n.T(r.Context(), "walk."+s.stem+".title"), Text: i18n.T(r.Context(), "walk."+s.stem+".text")}
		if x, ok := p.Hall.Cast().Role(s.role); ok {
			v.Role, v.Go = x.Stem, i18n.T(r.Context(), "walk.as", "Who", p.button(r, x).Text)
		}
		list = append(list, v)
	}
	return r.Show(i18n.T(r.Context(), "walk.title"), walkView(r.Form("/practice/as").Token, list))
}
