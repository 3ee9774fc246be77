package invitation

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

func (p Pages) planMeeting(r *page.Request) error {
	if r.Posted() {
		day, fault := r.Day("day")
		if fault != nil {
			r.Faulty(fault)
			return p.showPlan(r)
		}
		made, err := p.Service.PlanMeeting(r.Context(), r.By(), invitation.PlanMeeting{Day: day, Clock: r.Text("clock"), Place: r.Text("place"),
			Mode: page.Choice(r, "mode", livc.TableModes()), Hybrid: r.Yes("hybrid"), Kind: page.Choice(r, "kind", invitation.MeetingKinds())})
		if done, err := r.Done(made, err, meetingAddress); done {
			return err
		}
	}
	return p.showPlan(r)
}

func (p Pages) showPlan(r *page.Request) error {
	ctx := r.Context()
	return r.Show(i18n.T(ctx, "plan_meeting.title"), planMeetingView(r.Form("/meetings/plan"), kindChoices(ctx), modeChoices(ctx),
		page.Help(r, "livc-3-1-invites", "livc-2")))
}

func kindChoices(ctx context.Context) (list []ui.Choice) {
	for _, k := range invitation.MeetingKinds() {
		list = append(list, ui.Choice{Value: string(k), Label: i18n.Enum(ctx, "meeting_kind", k), Hint: i18n.Enum(ctx, "meeting_kind_hint", k)})
	}
	return list
}

func modeChoices(ctx context.Context) (list []ui.Choice) {
	for _, m := range livc.TableModes() {
		list = append(list, ui.Choice{Value: string(m), Label: i18n.Enum(ctx, "table_mode", m), Hint: i18n.Enum(ctx, "table_mode_hint", m)})
	}
	return list
}
