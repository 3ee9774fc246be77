package processing

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// termsPage shows when each case is erased.
type termsPage struct {
	Cases  []ui.Row
	Proofs []ui.Row
	Held   string
	Form   ui.Form
}

func (p Pages) termsPage(r *page.Request) error {
	t, err := p.Service.Terms(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	v := termsPage{Form: r.Form("/terms")}
	if t.Run.Held != processing.NotHeld {
		v.Held = i18n.Enum(r.Context(), "held", t.Run.Held)
	}
	for _, c := range t.Cases {
		v.Cases = append(v.Cases, termRow(r, c))
	}
	for _, f := range t.Proofs {
		v.Proofs = append(v.Proofs, ui.Row{Href: "/proofs/" + string(f.ID), Text: i18n.T(r.Context(), "terms.proof", "Number", f.Number()), Sub: i18n.DateOf(r.Context(), f.Day)})
	}
	return r.Show(i18n.T(r.Context(), "terms.title"), termsView(v, page.Help(r, law.RetentionYear, law.StorageLimit)))
}

// termRow says when, how often the year began anew and how old it is in all (R6.2-m).
func termRow(r *page.Request, c processing.CaseTerm) ui.Row {
	ctx, k := r.Context(), c.Retention.Clock
	row := ui.Row{Text: i18n.T(ctx, "terms.line", "Code", c.Code, "Day", i18n.DateOf(ctx, c.End())), Sub: i18n.T(ctx, "terms.never_discussed"),
		Tag: ui.Tag{Text: i18n.Enum(ctx, "case_state", c.State), Tone: ui.Plain}}
	if k.LastDiscussed != "" {
		row.Sub = i18n.T(ctx, "terms.sub", "Last", i18n.DateOf(ctx, k.LastDiscussed), "Restarts", i18n.T(ctx, "terms.times", "Count", k.Restarts),
			"Age", i18n.T(ctx, "terms.days", "Count", k.Age(r.Today())))
	}
	return row
}

func (p Pages) confirmDay(r *page.Request) error {
	_, err := r.Done("", p.Service.ConfirmDay(r.Context(), r.By()), page.To("/terms"))
	return err
}
