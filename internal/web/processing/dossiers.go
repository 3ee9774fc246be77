package processing

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// dossiersPage is what waits for an answer, and what one keeps.
type dossiersPage struct {
	Lead         string
	Offers, Kept []ui.Row
	Framework    string
	Signs        bool
}

func (p Pages) dossiers(r *page.Request) error {
	o, err := p.Service.OwnDossiers(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	toSign, err := p.Service.ExtensionsToSign(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	v := dossiersPage{Lead: i18n.T(r.Context(), "own_dossiers.lead", "Count", len(o.Offers)), Framework: mayKeep(r, o.Keeper), Signs: len(toSign) > 0}
	for _, f := range o.Offers {
		v.Offers = append(v.Offers, offerRow(r.Context(), f))
	}
	for _, k := range o.Kept {
		v.Kept = append(v.Kept, keptRow(r.Context(), k))
	}
	return r.Show(i18n.T(r.Context(), "own_dossiers.title"), dossiersView(v, page.Help(r, law.OwnDossier, law.OwnDossierClosed)))
}

func offerRow(ctx context.Context, f processing.Offer) ui.Row {
	return ui.Row{Href: "/offers/" + string(f.Item), Text: i18n.T(ctx, "own_dossiers.offer", "Code", f.Code),
		Sub: i18n.T(ctx, "own_dossiers.offer_until", "Discussed", i18n.ShortDay(ctx, f.Discussed), "Until", i18n.ShortDay(ctx, f.Until)),
		Tag: ui.Tag{Text: i18n.T(ctx, "own_dossiers.asks"), Tone: ui.Fresh}}
}

func keptRow(ctx context.Context, k processing.KeptDossier) ui.Row {
	row := ui.Row{Href: "/dossiers/" + string(k.ID), Text: i18n.T(ctx, "own_dossiers.outside"),
		Sub: i18n.T(ctx, "own_dossiers.until", "Day", i18n.DateOf(ctx, k.Retention.End()))}
	if k.Code != nil {
		row.Text = i18n.T(ctx, "own_dossiers.case", "Code", k.Code.Code.Reveal())
	}
	return row
}

// mayKeep says why nothing can be kept here; "" when it can.
func mayKeep(r *page.Request, k processing.Keeper) string {
	err := k.MayKeep(r.Today())
	if e, ok := err.(*livc.Error); ok {
		return i18n.Fault(r.Context(), e)
	}
	return ""
}

// kept shows a data protection officer who keeps something here and until when; no case (R6.2-t).
func (p Pages) kept(r *page.Request) error {
	f, err := p.Service.OwnFile(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	var rows []ui.Row
	for _, d := range f.Kept {
		rows = append(rows, ui.Row{Text: i18n.Enum(r.Context(), "manner", d.Manner),
			Sub: i18n.T(r.Context(), "own_dossiers.kept_line", "Decided", i18n.DateOf(r.Context(), d.Decided), "Until", i18n.DateOf(r.Context(), d.Retention.End()))})
	}
	return r.Show(i18n.T(r.Context(), "own_dossiers.kept_title"), keptView(rows, page.Help(r, law.DataProtector, law.OwnDossierClosed)))
}
