package followup

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// actionsPage lists one's own actions and the cases one manages.
type actionsPage struct {
	Lead                   string
	Open, Settled, Managed []ui.Row
}

func (p Pages) actions(r *page.Request) error {
	list, err := p.Service.MyActions(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	managed, err := p.Service.Managed(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	var v actionsPage
	for _, a := range list {
		if a.Open() {
			v.Open = append(v.Open, actionRow(r.Context(), a))
		} else {
			v.Settled = append(v.Settled, actionRow(r.Context(), a))
		}
	}
	for _, c := range managed {
		v.Managed = append(v.Managed, ui.Row{Href: "/plans/" + string(c.ID), Text: i18n.T(r.Context(), "my_actions.managed", "Code", c.Code),
			Tag: ui.Tag{Text: i18n.Enum(r.Context(), "case_state", c.State), Tone: ui.Going}})
	}
	v.Lead = i18n.T(r.Context(), "my_actions.lead", "Count", len(v.Open))
	return r.Show(i18n.T(r.Context(), "my_actions.title"), actionsView(v, page.Help(r, law.OwnMission)))
}

// actionTones are of work, never of a person; nothing is ever red or late (S21).
var actionTones = map[livc.ActionState]ui.Tone{
	livc.ActionAsked: ui.Fresh, livc.ActionAccepted: ui.Going, livc.ActionRunning: ui.Going, livc.ActionHelp: ui.Waiting,
	livc.ActionDone: ui.Settled, livc.ActionStopped: ui.Plain, livc.ActionDeclined: ui.Plain,
}

func actionRow(ctx context.Context, a followup.MyAction) ui.Row {
	row := ui.Row{Href: "/actions/" + string(a.ID), Text: i18n.Enum(ctx, "action_kind", a.Kind),
		Sub: i18n.T(ctx, "my_actions.counts_on", "Code", a.Code, "Day", i18n.ShortDay(ctx, a.Due)),
		Tag: ui.Tag{Text: i18n.Enum(ctx, "action_state", a.State), Tone: actionTones[a.State]}}
	if a.Text != nil && !a.Text.What.Empty() {
		row.Text = a.Text.What.Reveal()
	}
	return row
}
