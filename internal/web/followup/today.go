package followup

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// reviewsAhead is how many days before its day a review stands on the first page.
const reviewsAhead = 14

// Today gives one's open actions, and for the desk the reviews that come.
func Today(s *followup.Service) page.Today {
	p := Pages{Service: s}
	return func(r *page.Request) (rows []ui.Row, err error) {
		for _, f := range []func(*page.Request) ([]ui.Row, error){p.actionRows, p.contactRows, p.reviewRows} {
			more, err := f(r)
			if err != nil && livc.KindOf(err) != livc.NotFoundKind && livc.KindOf(err) != livc.DeniedKind {
				return nil, err
			}
			rows = append(rows, more...)
		}
		return rows, nil
	}
}

func (p Pages) actionRows(r *page.Request) (rows []ui.Row, err error) {
	if f := r.Actor.Function; f == livc.DPO || f == livc.Founder {
		return nil, nil
	}
	list, err := p.Service.MyActions(r.Context(), r.Actor)
	for _, a := range list {
		if a.Open() {
			rows = append(rows, actionRow(r.Context(), a))
		}
	}
	return rows, err
}

// contactRows remind the case manager of a contact that was agreed (R2.3.5-h).
func (p Pages) contactRows(r *page.Request) (rows []ui.Row, err error) {
	if f := r.Actor.Function; f == livc.DPO || f == livc.Founder {
		return nil, nil
	}
	list, err := p.Service.DueContacts(r.Context(), r.Actor, r.Today().Add(0, 0, reviewsAhead))
	for _, c := range list {
		rows = append(rows, ui.Row{Href: "/plans/" + string(c.Case.ID), Text: i18n.T(r.Context(), "plan_follow_up.contact_today", "Code", c.Case.Code, "Day", i18n.ShortDay(r.Context(), c.On))})
	}
	return rows, err
}

func (p Pages) reviewRows(r *page.Request) (rows []ui.Row, err error) {
	if f := r.Actor.Function; !f.Chairs() && f != livc.Coordinator {
		return nil, nil
	}
	list, err := p.Service.DueReviews(r.Context(), r.Actor, r.Today().Add(0, 0, reviewsAhead))
	for _, c := range list {
		rows = append(rows, ui.Row{Href: "/cases/" + string(c.ID), Text: i18n.T(r.Context(), "plan_follow_up.today", "Code", c.Code, "Day", i18n.ShortDay(r.Context(), c.Review))})
	}
	return rows, err
}
