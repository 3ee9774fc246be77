package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
)

func (p Pages) informed(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	if r.Posted() {
		in := discussion.InformResult{Case: id, Result: page.Choice(r, "result", discussion.InformingResults())}
		if done, err := r.Done(id, p.Table.InformResult(r.Context(), r.By(), in), page.To("/cases/"+string(id))); done {
			return err
		}
	}
	code, err := p.Table.ToTell(r.Context(), r.By(), id)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "inform_result.title"), informedView(r.Form(r.URL.Path), code, phrases.Informing.In(r.Frame.Lang), page.Help(r, "p-informing")))
}
