package support

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

func (p Pages) foundingGuide(r *page.Request) error {
	g, err := p.Support.FoundingGuide(r.Context(), r.By())
	if err != nil {
		return err
	}
	lead := "founding_guide.lead"
	if !g.Open() {
		lead = "founding_guide.ready"
	}
	var rows []ui.Row
	for _, e := range support.Errands() {
		rows = append(rows, errandRow(r.Context(), g, e))
	}
	return r.Show(i18n.T(r.Context(), "founding_guide.title"),
		guideView(i18n.T(r.Context(), lead), rows, page.Help(r, "livc-2", "livc-3-1-seats")))
}

func errandRow(ctx context.Context, g support.Guide, e support.Errand) ui.Row {
	href := errandPath(g, e)
	if s := g.Stages[e]; s == support.StageDone || s == support.StageElsewhere {
		href = ""
	}
	return ui.TaskRow(ctx, href, i18n.Enum(ctx, "errand", e), i18n.Enum(ctx, "errand_why", e), ui.Task(g.Stages[e]))
}

// errandPath is where an errand is done.
func errandPath(g support.Guide, e support.Errand) string {
	switch e {
	case support.MayorEnrols:
		return cardOr(g.Mayor, livc.Mayor)
	case support.ListMade:
		return "/founding/list"
	case support.TwoHolders:
		return cardOr(g.Second, livc.Representative)
	case support.CoordinatorList:
		return "/founding/coordinator"
	case support.ThreeSeats:
		return seatPath(g)
	case support.DPONamed:
		return cardOr("", livc.DPO)
	case support.ThreePartners:
		return "/network/partner"
	case support.ContactShown:
		return "/contact-point"
	case support.ProtocolInForce:
		return "/protocol"
	}
	return "/meetings"
}

// seatPath leads to the first seat that nobody fills.
func seatPath(g support.Guide) string {
	if len(g.Missing) == 0 {
		return "/network"
	}
	switch g.Missing[0] {
	case law.PoliceSeat:
		return cardOr(g.Officer, livc.Officer)
	case law.PreventionSeat:
		return cardOr("", livc.Coordinator)
	}
	return cardOr(g.Mayor, livc.Mayor)
}

// cardOr leads to the card of who was entered, or to the form that enters somebody in that function.
func cardOr(hat livc.ID, f livc.Function) string {
	if hat != "" {
		return personPath(hat)
	}
	return "/people/new?function=" + string(f)
}
