package support

import (
	"slices"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// networkPage is what the page shows.
type networkPage struct {
	Lead   string
	Groups []networkGroup
	MayAdd bool
	Desk   bool // the reader prepares the table
	Upkeep bool // the reader may see who maintains the machines
	Switch bool // the reader decides about own dossiers of the own organisation
}

// preparers are the functions that prepare the table.
var preparers = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator}

type networkGroup struct {
	Name, Framework, OwnFile string
	People                   []ui.Row
	Enter                    string // where somebody is entered for an organisation that has nobody yet
}

func (p Pages) network(r *page.Request) error {
	n, err := p.Support.Network(r.Context(), r.By())
	if err != nil {
		return err
	}
	v := networkPage{Lead: i18n.T(r.Context(), "network.lead", "Count", len(n.Organisations)), MayAdd: r.Me.Municipal && r.Actor.Function != livc.DPO && r.Actor.Function != livc.Participant,
		Switch: r.Actor.Function == livc.DPO}
	v.Desk = r.Me.Municipal && slices.Contains(preparers, r.Actor.Function)
	v.Upkeep = r.Me.Municipal && (v.MayAdd || v.Switch)
	i18n.SortBy(r.Context(), n.Organisations, func(o support.Organisation) string { return o.Name })
	for _, o := range n.Organisations {
		g := networkGroup{Name: o.Name, Framework: frameworkText(r, o), OwnFile: ownFileText(r, n, o)}
		for _, h := range n.Of(o) {
			g.People = append(g.People, personRow(r, h))
		}
		if len(g.People) == 0 && v.MayAdd {
			g.Enter = "/people/new?organisation=" + string(o.ID)
		}
		v.Groups = append(v.Groups, g)
	}
	return r.Show(i18n.T(r.Context(), "network.title"), networkView(v, page.Help(r, "p-roles-named", "livc-3-1-seats")))
}

func personRow(r *page.Request, h support.Hat) ui.Row {
	sub := i18n.Enum(r.Context(), "function", h.Function)
	var secrecy []string
	for _, s := range h.Secrecy {
		secrecy = append(secrecy, i18n.Enum(r.Context(), "secrecy", s))
	}
	if len(secrecy) > 0 {
		sub += " · " + strings.Join(secrecy, ", ")
	}
	return ui.Row{Href: personPath(h.ID), Text: h.Name.Reveal(), Sub: sub,
		Tag: ui.Tag{Text: i18n.Enum(r.Context(), "hat_state", h.State), Tone: stateTones[h.State]}}
}

var stateTones = map[support.HatState]ui.Tone{
	support.HatEntered: ui.Plain, support.HatEnrolled: ui.Waiting, support.HatActive: ui.Settled,
}

// frameworkText says in which framework an organisation comes, and what usually binds who works there: a
// proposal, because each person confirms the own secrecy.
func frameworkText(r *page.Request, o support.Organisation) string {
	text := i18n.Enum(r.Context(), "regime", o.Regime)
	for _, s := range law.UsualSecrecy(law.Category(o.Category)) {
		text += " · " + i18n.T(r.Context(), "network.usually", "Secrecy", i18n.Enum(r.Context(), "secrecy", s))
	}
	return text
}

// ownFileText says whether own dossiers may be kept, and whether nobody was named yet to watch over that.
func ownFileText(r *page.Request, n support.Network, o support.Organisation) string {
	text := i18n.T(r.Context(), "network.own_file_off")
	if o.OwnFile {
		text = i18n.T(r.Context(), "network.own_file_on")
	}
	for _, h := range n.Of(o) {
		if h.Function == livc.DPO {
			return text
		}
	}
	return text + " · " + i18n.T(r.Context(), "network.no_dpo")
}
