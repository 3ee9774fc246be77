package processing

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// erasePage asks once more before something is forgotten.
type erasePage struct {
	Title, Lead, Back, BackText, Button string
	Form                                ui.Form
}

func toProof(id livc.ID) string { return "/proofs/" + string(id) }

func (p Pages) erase(r *page.Request) error {
	id, err := r.ID("dossier")
	if err != nil {
		return err
	}
	back := "/dossiers/" + string(id)
	if r.Posted() {
		proof, err := p.Service.EraseNow(r.Context(), r.By(), id)
		_, err = r.Done(proof, err, toProof)
		return err
	}
	if _, err := p.Service.OwnDossier(r.Context(), r.Actor, id); err != nil {
		return err
	}
	ctx := r.Context()
	return r.Show(i18n.T(ctx, "erase_now.title"), eraseView(erasePage{i18n.T(ctx, "erase_now.title"), i18n.T(ctx, "erase_now.lead"), back,
		i18n.T(ctx, "own_dossier.title"), i18n.T(ctx, "erase_now.button"), r.Form(back + "/erase")}, page.Help(r, law.StorageLimit)))
}

// mistake forgets a case at once, on the chair's word.
func (p Pages) mistake(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	if r.Posted() {
		proof, err := p.Service.EraseMistake(r.Context(), r.By(), id)
		_, err = r.Done(proof, err, toProof)
		return err
	}
	why, err := p.Service.MayErase(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	ctx := r.Context()
	title, lead := i18n.T(ctx, "erase_now.mistake_title"), i18n.T(ctx, "erase_now.mistake_lead")
	if why == processing.MovedAway {
		title, lead = i18n.T(ctx, "erase_now.moved_title"), i18n.T(ctx, "erase_now.moved_lead")
	}
	return r.Show(title, eraseView(erasePage{title, lead,
		"/cases/" + string(id), i18n.T(ctx, "case.title"), i18n.T(ctx, "erase_now.mistake_button"), r.Form("/cases/" + string(id) + "/mistake")},
		page.Help(r, law.ClosingCriteria, law.StorageLimit)))
}
