package support

import (
	"context"
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

func (p Pages) enterPerson(r *page.Request) error {
	if r.Posted() {
		in := support.EnterPerson{Organisation: r.Ref("organisation"), Function: page.Choice(r, "function", support.Entered()),
			Name: r.Contact("name"), Mail: r.Contact("mail"), Phone: r.Contact("phone"), SpeaksFor: r.Text("speaks_for"),
			Secrecy: page.Choices(r, "secrecy", livc.Secrecies()), Mandate: support.Mandate{Text: r.Text("mandate")}, Confirmed: r.Yes("confirmed")}
		until, fault := r.Day("cleared_until")
		in.ClearedUntil = until
		if fault != nil {
			r.Faulty(fault)
		} else {
			made, err := p.Support.EnterPerson(r.Context(), r.By(), in)
			if done, err := r.Done(made, err, personPath); done {
				return err
			}
		}
	}
	n, err := p.Support.Network(r.Context(), r.By())
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "enter_person.title"),
		enterPersonView(r.Form("/people/new"), enterChoices(r, n), expected(r, n), page.Help(r, law.Capacity, law.KnowYourRules, law.ThreeSeats)))
}

// newPerson is who the page expects: somebody came from the guide or from an organisation.
type newPerson struct {
	Organisation livc.ID
	Function     livc.Function
}

// expected reads whom the address asks for; the three seats belong to the municipality and the police.
func expected(r *page.Request, n support.Network) (x newPerson) {
	asked := livc.Function(r.URL.Query().Get("function"))
	if slices.Contains(support.Entered(), asked) {
		x.Function = asked
	}
	for _, o := range n.Organisations {
		own := o.ID == r.Actor.Controller && x.Function != "" && x.Function != livc.Participant && x.Function != livc.Officer
		police := x.Function == livc.Officer && o.Regime == livc.RegimePolice
		if own || police || string(o.ID) == r.URL.Query().Get("organisation") {
			x.Organisation = o.ID
		}
	}
	return x
}

// personChoices are the answers that the page offers.
type personChoices struct{ Organisations, Functions, SpeaksFor, Secrecy, Confirmed []ui.Choice }

func enterChoices(r *page.Request, n support.Network) (c personChoices) {
	ctx := r.Context()
	i18n.SortBy(ctx, n.Organisations, func(o support.Organisation) string { return o.Name })
	for _, o := range n.Organisations {
		c.Organisations = append(c.Organisations, ui.Choice{Value: string(o.ID), Label: o.Name})
	}
	for _, f := range support.Entered() {
		c.Functions = append(c.Functions, ui.Choice{Value: string(f), Label: i18n.Enum(ctx, "function", f)})
	}
	c.SpeaksFor = enumChoices(ctx, "speaks_for", []string{"organisation", "self"})
	c.Secrecy = enumChoices(ctx, "secrecy", livc.Secrecies())
	c.Confirmed = []ui.Choice{{Value: "yes", Label: i18n.T(ctx, "enter_person.confirmed_yes")}}
	return c
}

func enumChoices[S ~string](ctx context.Context, typ string, values []S) (list []ui.Choice) {
	for _, v := range values {
		list = append(list, ui.Choice{Value: string(v), Label: i18n.Enum(ctx, typ, v)})
	}
	return list
}
