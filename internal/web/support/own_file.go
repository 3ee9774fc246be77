package support

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// ownFile is the data protection officer's switch: may own dossiers be kept here at all?
func (p Pages) ownFile(r *page.Request) error {
	ctx := r.Context()
	if r.Posted() {
		if err := r.Fresh(); err != nil {
			return err
		}
		err := p.Support.SwitchOwnFile(ctx, r.By(), r.Actor.Controller, r.Text("switch") == "on")
		if done, err := r.Done("", err, page.To("/own-file")); done {
			return err
		}
	}
	n, err := p.Support.Network(ctx, r.By())
	if err != nil {
		return err
	}
	for _, o := range n.Organisations {
		if o.ID != r.Actor.Controller {
			continue
		}
		now := "own_file.off"
		if o.OwnFile {
			now = "own_file.on"
		}
		return r.Show(i18n.T(ctx, "own_file.title"), ownFileView(r.Form("/own-file"), i18n.T(ctx, now, "Organisation", o.Name), switchChoices(r), page.Help(r, law.OwnDossier, law.NoProcessing)))
	}
	return nil
}

func switchChoices(r *page.Request) []ui.Choice {
	return []ui.Choice{
		{Value: "on", Label: i18n.T(r.Context(), "own_file.allow"), Hint: i18n.T(r.Context(), "own_file.allow_hint")},
		{Value: "off", Label: i18n.T(r.Context(), "own_file.forbid"), Hint: i18n.T(r.Context(), "own_file.forbid_hint")},
	}
}
