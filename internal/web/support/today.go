package support

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Today gives what waits for a person in the founding, the network and the keys.
func Today(s *support.Service) page.Today {
	p := Pages{s}
	return func(r *page.Request) (rows []ui.Row, err error) {
		for _, f := range []func(*page.Request) ([]ui.Row, error){p.guideRows, p.confirmRows, p.keyRows} {
			more, err := f(r)
			if err != nil && livc.KindOf(err) != livc.NotFoundKind && livc.KindOf(err) != livc.DeniedKind {
				return nil, err
			}
			rows = append(rows, more...)
		}
		return rows, nil
	}
}

func (p Pages) guideRows(r *page.Request) (rows []ui.Row, err error) {
	if !r.Me.Municipal || r.Actor.Function == livc.DPO || r.Actor.Function == livc.Participant {
		return nil, nil
	}
	g, err := p.Support.FoundingGuide(r.Context(), r.By())
	if err != nil {
		return nil, err
	}
	for _, e := range support.Errands() {
		if s := g.Stages[e]; s == support.StageWaiting || s == support.StageBegun {
			rows = append(rows, errandRow(r.Context(), g, e))
		}
	}
	return rows, nil
}

// confirmRows are people who enrolled and wait for the one who keeps the list of authorised persons.
func (p Pages) confirmRows(r *page.Request) (rows []ui.Row, err error) {
	n, err := p.Support.Network(r.Context(), r.By())
	if err != nil {
		return nil, err
	}
	mine := n.Of(support.Organisation{ID: r.Actor.Controller})
	for _, h := range mine {
		if h.ID == r.Actor.Hat && h.ListManager {
			return waitingForMe(r.Context(), mine), nil
		}
	}
	return nil, nil
}

func waitingForMe(ctx context.Context, people []support.Hat) (rows []ui.Row) {
	for _, h := range people {
		if h.State == support.HatEnrolled {
			rows = append(rows, ui.Row{Href: personPath(h.ID) + "/confirm", Text: i18n.T(ctx, "confirm_person.today", "Name", h.Name.Reveal()),
				Sub: i18n.Enum(ctx, "function", h.Function), Tag: ui.Tag{Text: i18n.T(ctx, "today.fresh"), Tone: ui.Fresh}})
		}
	}
	return rows
}

func (p Pages) keyRows(r *page.Request) (rows []ui.Row, err error) {
	if r.Actor.Function == livc.DPO || r.Actor.Function == livc.Founder {
		return nil, nil
	}
	d, err := p.Support.Keys(r.Context(), r.By())
	if err != nil {
		return nil, err
	}
	if n := len(d.ToGive); n > 0 {
		rows = append(rows, ui.Row{Href: "/waiting-keys", Text: i18n.T(r.Context(), "waiting_keys.today", "Count", n), Tag: ui.Tag{Text: i18n.T(r.Context(), "today.fresh"), Tone: ui.Fresh}})
	}
	for _, k := range d.Wanted {
		rows = append(rows, wantedRow(r, k))
	}
	return rows, nil
}
