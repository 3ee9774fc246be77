package closing

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/web/page"
)

func (p Pages) lookBack(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	back := "/cases/" + string(id)
	if r.Posted() {
		again, fault := r.Day("again")
		err = nil
		if fault != nil {
			err = fault
		} else {
			err = p.Service.LookBack(r.Context(), r.By(), id, closing.LookBack{Note: r.Secret("note"), Again: again})
		}
		if done, err := r.Done(id, err, page.To(back)); done {
			return err
		}
	}
	c, err := p.Service.Aftercare(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "look_back.title"), lookBackView(r.Form(back+"/look-back"), c.AgendaOnly, back, page.Help(r, law.RetentionYear)))
}
