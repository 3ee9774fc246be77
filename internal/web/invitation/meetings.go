package invitation

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// meetingsPage is what the page shows.
type meetingsPage struct {
	Rows    []ui.Row
	MayPlan bool
	More    string // address of the next page; empty: none
}

func (p Pages) meetings(r *page.Request) error {
	after := invitation.Meeting{}
	if last, err := livc.ParseID(r.URL.Query().Get("after")); err == nil {
		after.ID = last
		after.Day, _ = livc.ParseDay(r.URL.Query().Get("day")) // no day: from today
	}
	d, err := p.Service.Meetings(r.Context(), r.By(), after)
	if err != nil {
		return err
	}
	v := meetingsPage{MayPlan: d.MayPlan}
	for _, m := range d.Meetings {
		v.Rows = append(v.Rows, meetingRow(r, m))
	}
	if d.More {
		last := d.Meetings[len(d.Meetings)-1]
		v.More = "/meetings?after=" + string(last.ID) + "&day=" + string(last.Day)
	}
	return r.Show(i18n.T(r.Context(), "meetings.title"), meetingsView(v, page.Help(r, "livc-2", "livc-3-1-invites")))
}

func meetingRow(r *page.Request, m invitation.Meeting) ui.Row {
	ctx := r.Context()
	tone := ui.Plain
	if m.State == livc.MeetingOpen {
		tone = ui.Going
	}
	return ui.Row{Href: meetingAddress(m.ID), Text: when(ctx, m), Sub: i18n.Enum(ctx, "meeting_kind", m.Kind) + " · " + m.Place,
		Tag: ui.Tag{Text: i18n.Enum(ctx, "meeting_state", m.State), Tone: tone}}
}
