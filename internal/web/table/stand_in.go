package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

func (p Pages) standIn(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	if r.Posted() {
		cleared, fault := r.Day("cleared_until")
		if fault == nil {
			made, err := p.Table.StandIn(r.Context(), r.By(), discussion.StandIn{Meeting: meeting, Organisation: r.Ref("organisation"),
				Seat: page.Choice(r, "seat", discussion.Seats()), Name: r.Contact("name"), ClearedUntil: cleared,
				Appointed: r.Yes("appointed"), Briefed: r.Yes("briefed"), Acknowledged: r.Yes("acknowledged")})
			if done, err := r.Done(made, err, page.To(tableAt(meeting))); done {
				return err
			}
		} else {
			r.Faulty(fault)
		}
	}
	v, err := p.Table.View(r.Context(), r.By(), meeting)
	if err != nil {
		return err
	}
	var services []ui.Choice
	for _, o := range v.Services {
		services = append(services, ui.Choice{Value: string(o.ID), Label: o.Name})
	}
	return r.Show(i18n.T(r.Context(), "stand_in.title"), standInView(r.Form(r.URL.Path), tableAt(meeting), services, page.Help(r, "livc-3-1-seats", "livc-3-1-clearance")))
}
