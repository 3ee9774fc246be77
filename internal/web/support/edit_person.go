package support

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// editPerson changes a role card. Who somebody is does not change here.
func (p Pages) editPerson(r *page.Request) error {
	c, err := p.card(r, access.EditPerson)
	if err != nil {
		return err
	}
	at := personPath(c.ID)
	if r.Posted() {
		in, fault := readCard(r, c.ID)
		if fault != nil {
			r.Faulty(fault)
		} else if done, err := r.Done(c.ID, p.Support.EditPerson(r.Context(), r.By(), in), page.To(at)); done {
			return err
		}
	}
	ctx := r.Context()
	v := editPage{Back: toPerson(r, c.ID), Form: r.Form(at + "/edit"), Name: c.Name.Reveal(), Card: c,
		SpeaksFor: enumChoices(ctx, "speaks_for", []string{"organisation", "self"}), Secrecy: enumChoices(ctx, "secrecy", livc.Secrecies()),
		Confirmed: []ui.Choice{{Value: "yes", Label: i18n.T(ctx, "enter_person.confirmed_yes")}}}
	for _, s := range c.Secrecy {
		v.Bound = append(v.Bound, string(s))
	}
	return r.Show(i18n.T(ctx, "edit_person.title"), editPersonView(v, page.Help(r, law.CoordinatorBounds, law.Capacity, law.AuthorisedOnly)))
}

// editPage is what the form shows.
type editPage struct {
	Back                          ui.Link
	Form                          ui.Form
	Name                          string
	Card                          support.RoleCard
	SpeaksFor, Secrecy, Confirmed []ui.Choice
	Bound                         []string
}

func readCard(r *page.Request, hat livc.ID) (in support.EditPerson, fault error) {
	in = support.EditPerson{Hat: hat, Mail: r.Contact("mail"), Phone: r.Contact("phone"), SpeaksFor: r.Text("speaks_for"),
		Secrecy: page.Choices(r, "secrecy", livc.Secrecies()), Confirmed: r.Yes("confirmed"), Mandate: support.Mandate{Text: r.Text("mandate")}}
	for name, day := range map[string]*livc.Day{"mandate_from": &in.Mandate.From, "mandate_until": &in.Mandate.Until, "privacy_known": &in.PrivacyKnown} {
		d, err := r.Day(name)
		if err != nil {
			return in, err
		}
		*day = d
	}
	return in, nil
}
