package processing

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Today gives what waits after the table: what to keep, dossiers near their end, signatures, sheets, and
// erasing that is held.
func Today(s *processing.Service) page.Today {
	p := Pages{s}
	return func(r *page.Request) (rows []ui.Row, err error) {
		for _, f := range []func(*page.Request) ([]ui.Row, error){p.offerRows, p.signRows, p.termRows, p.sheetRows} {
			more, err := f(r)
			if err != nil && livc.KindOf(err) != livc.NotFoundKind && livc.KindOf(err) != livc.DeniedKind {
				return nil, err
			}
			rows = append(rows, more...)
		}
		return rows, nil
	}
}

func (p Pages) offerRows(r *page.Request) (rows []ui.Row, err error) {
	if !keeps(r.Actor.Function) {
		return nil, nil
	}
	o, err := p.Service.OwnDossiers(r.Context(), r.Actor)
	if err != nil {
		return nil, err
	}
	for _, f := range o.Offers {
		rows = append(rows, offerRow(r.Context(), f))
	}
	soon := r.Today().Add(0, 0, law.WarningDays()[0])
	for _, k := range o.Kept {
		if k.Retention.End() <= soon {
			rows = append(rows, keptRow(r.Context(), k))
		}
	}
	return rows, nil
}

// keeps tells whether a function can have own dossiers at all: the police keep their own systems.
func keeps(f livc.Function) bool {
	return f == livc.Mayor || f == livc.Representative || f == livc.Coordinator || f == livc.Participant
}

func (p Pages) signRows(r *page.Request) ([]ui.Row, error) {
	if !keeps(r.Actor.Function) {
		return nil, nil
	}
	list, err := p.Service.ExtensionsToSign(r.Context(), r.Actor)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return []ui.Row{{Href: "/extensions", Text: i18n.T(r.Context(), "sign_extension.today", "Count", len(list))}}, nil
}

// termRows are what the clocks did or wait for: a case that was forgotten today, and erasing that is held.
func (p Pages) termRows(r *page.Request) ([]ui.Row, error) {
	if !r.Me.Municipal || !keeps(r.Actor.Function) {
		return nil, nil
	}
	t, err := p.Service.Terms(r.Context(), r.Actor)
	rows := forgottenRows(r, t)
	if err != nil || t.Run.Held == processing.NotHeld {
		return rows, err
	}
	return append(rows, ui.Row{Href: "/terms", Text: i18n.T(r.Context(), "terms.held"), Sub: i18n.Enum(r.Context(), "held", t.Run.Held)}), nil
}

func (p Pages) sheetRows(r *page.Request) (rows []ui.Row, err error) {
	if r.Actor.Function != livc.Officer {
		return nil, nil
	}
	list, err := p.Service.Sheets(r.Context(), r.Actor)
	for _, s := range list {
		rows = append(rows, ui.Row{Href: "/sheets", Text: i18n.T(r.Context(), "hand_over_sheet.line", "Number", s.Number, "Count", s.Circle)})
	}
	return rows, err
}
