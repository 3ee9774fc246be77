package support

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

func (p Pages) keys(r *page.Request) error {
	if r.Posted() {
		if err := r.Fresh(); err != nil {
			return err
		}
		err := p.Support.GiveKey(r.Context(), r.By(), r.Ref("container"), r.Ref("hat"))
		if done, err := r.Done("", err, page.To("/waiting-keys")); done {
			return err
		}
	}
	d, err := p.Support.Keys(r.Context(), r.By())
	if err != nil {
		return err
	}
	var v keysPage
	for _, k := range d.ToGive {
		v.Give = append(v.Give, keyToGive{i18n.T(r.Context(), "waiting_keys.for", "Name", k.Who.Name.Reveal()), keyText(r, k), string(k.Container), string(k.Hat), r.Form("/waiting-keys")})
	}
	for _, k := range d.Wanted {
		v.Wanted = append(v.Wanted, wantedRow(r, k))
	}
	return r.Show(i18n.T(r.Context(), "waiting_keys.title"), keysView(v, page.Help(r, "gdpr-29")))
}

// keysPage is what the page shows.
type keysPage struct {
	Give   []keyToGive
	Wanted []ui.Row
}

// keyToGive is one key with its button.
type keyToGive struct {
	Who, What, Container, Hat string
	Form                      ui.Form
}

func keyText(r *page.Request, k support.KeyWait) string {
	return i18n.T(r.Context(), "waiting_keys.asked", "What", i18n.Enum(r.Context(), "container_kind", k.Kind), "Day", i18n.ShortDay(r.Context(), k.Asked))
}

// wantedRow says what somebody waits for and who can give it (settled 5).
func wantedRow(r *page.Request, k support.KeyWait) ui.Row {
	var names []string
	for _, h := range k.Holders {
		names = append(names, h.Name.Reveal())
	}
	i18n.Sort(r.Context(), names)
	return ui.TaskRow(r.Context(), "", keyText(r, k), i18n.T(r.Context(), "waiting_keys.who", "Names", strings.Join(names, ", ")), ui.TaskElsewhere)
}
