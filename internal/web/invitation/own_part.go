package invitation

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// ownPart is a meeting as somebody sees it who is invited: the own hours and nothing of the others.
type ownPart struct {
	Title, Lead string
	Rows        []ui.Row
}

func (p Pages) showOwnPart(r *page.Request, b invitation.Board) error {
	ctx := r.Context()
	v := ownPart{Title: i18n.T(ctx, "agenda.title", "Day", i18n.Day(ctx, b.Meeting.Day)),
		Lead: i18n.T(ctx, "agenda.own_lead", "Clock", hour(ctx, b.Meeting.Clock), "Place", b.Meeting.Place)}
	for _, i := range b.Invitations {
		text := i18n.T(ctx, "agenda.own_meeting")
		if pt, ok := b.Point(i.Case); ok {
			text = i18n.T(ctx, "agenda.own_hour", "Clock", hour(ctx, pt.Clock))
		}
		v.Rows = append(v.Rows, ui.Row{Href: invitationAddress(i.ID), Text: text, Tag: tag(ctx, i.State)})
	}
	return r.Show(v.Title, ownPartView(v, page.Help(r, "vl-need-to-know", "livc-3-1-invites")))
}
