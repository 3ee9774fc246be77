package support

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// techniciansPage is who can reach the machines.
type techniciansPage struct {
	Rows    []ui.Row
	Choices []ui.Choice
	May     bool
	Gone    ui.Form
}

func (p Pages) technicians(r *page.Request) error {
	list, err := p.Support.Technicians(r.Context(), r.By())
	if err != nil {
		return err
	}
	may, err := p.keeps(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := techniciansPage{May: may, Gone: r.Form("/technicians/remove")}
	for _, t := range list {
		v.Rows = append(v.Rows, ui.Row{Text: t.Name.Reveal(), Sub: t.Firm + " · " + i18n.Enum(ctx, "upkeep", t.Upkeep),
			Tag: ui.Tag{Text: i18n.T(ctx, "technicians.acknowledged", "Day", i18n.ShortDay(ctx, t.Acknowledged)), Tone: ui.Settled}})
		v.Choices = append(v.Choices, ui.Choice{Value: string(t.ID), Label: t.Name.Reveal()})
	}
	i18n.SortBy(ctx, v.Rows, func(row ui.Row) string { return row.Text })
	return r.Show(i18n.T(ctx, "technicians.title"), techniciansView(v, page.Help(r, law.TableSecrecyDuty, law.AuthorisedOnly)))
}

func (p Pages) addTechnician(r *page.Request) error {
	if r.Posted() {
		on, fault := r.Day("acknowledged")
		if fault != nil {
			r.Faulty(fault)
		} else {
			made, err := p.Support.AddTechnician(r.Context(), r.By(), support.Technician{Name: r.Contact("name"), Firm: r.Text("firm"),
				Upkeep: page.Choice(r, "upkeep", support.Upkeeps()), Acknowledged: on})
			if done, err := r.Done(made, err, page.To("/technicians")); done {
				return err
			}
		}
	} else if may, err := p.keeps(r); err != nil || !may {
		return orHidden(err)
	}
	ctx := r.Context()
	return r.Show(i18n.T(ctx, "add_technician.title"), addTechnicianView(r.Form("/technicians/new"), enumChoices(ctx, "upkeep", support.Upkeeps()),
		page.Help(r, law.TableSecrecyDuty, law.AuthorisedOnly)))
}

func (p Pages) removeTechnician(r *page.Request) error {
	id := r.Ref("technician")
	if done, err := r.Done(id, p.Support.RemoveTechnician(r.Context(), r.By(), id), page.To("/technicians")); done {
		return err
	}
	return p.technicians(r)
}
