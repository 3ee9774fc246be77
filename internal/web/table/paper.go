package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// paperPage is the form of one signed sheet.
type paperPage struct {
	Code, Back string
	Form       ui.Form
	Here       []discussion.Attendee
	Doors      map[livc.ID]discussion.Door
	Young      bool
	Decision   decideForm
	Empty      discussion.Desk // the three sheets, with nothing on them yet
}

func (p Pages) paper(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if r.Posted() {
		in := discussion.EnterPaper{Meeting: meeting, Item: item, Inside: refs(r, "inside"), ChairInvites: refs(r, "invited"), Domains: weighed(r),
			Stops: r.Texts("stops"), AskedProtects: r.Yes("asked_protects"), AskedConcerns: r.Yes("asked_concerns"), Motivation: r.Secret("motivation"),
			Substantive: r.Yes("substantive")}
		var fault error
		if in.Decision, fault = decision(r); fault == nil {
			if done, err := r.Done(item, p.Table.EnterPaper(r.Context(), r.By(), in), deskAt); done {
				return err
			}
		} else {
			r.Faulty(fault)
		}
	}
	d, point, err := p.door(r, meeting, item)
	if err != nil {
		return err
	}
	v, err := p.Table.View(r.Context(), r.By(), meeting)
	if err != nil {
		return err
	}
	f := decisions(r, v.Sitting, law.QuestionsFor(point.Ages))
	return r.Show(i18n.T(r.Context(), "enter_paper.title"), paperView(paperPage{Code: d.Code, Back: d.Back, Form: d.Form, Here: d.Here, Doors: d.Doors, Young: d.Young, Decision: f},
		page.Help(r, "livc-3-1-seats", "p-weighing")))
}
