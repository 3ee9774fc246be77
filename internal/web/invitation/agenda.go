package invitation

import (
	"context"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// agendaPage is a meeting on the chair's desk.
type agendaPage struct {
	Title, Lead   string
	Tabs          []ui.Link
	Rows          []ui.Row
	Clashes       []string
	Empty         bool // no case on an operational agenda
	Editable      bool
	Table         string // address of the meeting at the table
	Ready         bool
	Cases, Topics []ui.Choice
	Case, Topic   ui.Form
	Press         ui.Form // ready
	Cancel        ui.Form
}

func (p Pages) agenda(r *page.Request) error {
	got, err := ids(r, "meeting")
	if err != nil {
		return err
	}
	return p.showAgenda(r, got[0])
}

func (p Pages) showAgenda(r *page.Request, meeting livc.ID) error {
	b, err := p.Service.Meeting(r.Context(), r.Actor, meeting)
	if err != nil {
		return err
	}
	if !b.Desk {
		return p.showOwnPart(r, b)
	}
	ctx, m := r.Context(), b.Meeting
	v := agendaPage{Title: i18n.T(ctx, "agenda.title", "Day", i18n.Day(ctx, m.Day)), Lead: meetingLead(ctx, m), Tabs: tabs(ctx, m, 0),
		Empty: m.Kind == invitation.OperationalMeeting && !holdsCase(b.Points), Editable: m.Editable(), Table: tableAddress(meeting), Ready: m.State == livc.MeetingReady,
		Cases: caseChoices(b.Cases), Topics: topicChoices(ctx), Case: r.Form(meetingAddress(meeting) + "/case"),
		Topic: r.Form(meetingAddress(meeting) + "/topic"), Press: r.Form(meetingAddress(meeting) + "/ready"), Cancel: r.Form(meetingAddress(meeting) + "/cancel")}
	for _, pt := range b.Points {
		v.Rows = append(v.Rows, pointRow(ctx, b, pt))
	}
	for _, c := range b.Clashes() {
		v.Clashes = append(v.Clashes, i18n.T(ctx, "agenda.clash", "Who", b.Organisation(c.Hat), "First", c.First.Number, "Back", c.Back.Number))
	}
	return r.Show(v.Title, agendaView(v, page.Help(r, "p-agenda-order")))
}

func meetingLead(ctx context.Context, m invitation.Meeting) string {
	return i18n.T(ctx, "agenda.lead", "Clock", hour(ctx, m.Clock), "Place", m.Place, "Mode", i18n.Enum(ctx, "table_mode", m.Mode),
		"Kind", i18n.Enum(ctx, "meeting_kind", m.Kind), "State", i18n.Enum(ctx, "meeting_state", m.State))
}

func tabs(ctx context.Context, m invitation.Meeting, current int) []ui.Link {
	list := []ui.Link{{Href: meetingAddress(m.ID), Text: i18n.T(ctx, "agenda.tab")}, {Href: answersAddress(m.ID), Text: i18n.T(ctx, "answers.tab")},
		{Href: papersAddress(m.ID), Text: i18n.T(ctx, "print_pack.tab")}, {Href: tableAddress(m.ID), Text: i18n.T(ctx, "agenda.at_table")}}
	list[current].Current = true
	return list
}

func holdsCase(points []invitation.Point) bool {
	for _, p := range points {
		if p.Kind.AboutCase() {
			return true
		}
	}
	return false
}

// pointRow is one point: number, hour, code or words, minutes, and which organisations are asked.
func pointRow(ctx context.Context, b invitation.Board, p invitation.Point) ui.Row {
	row := ui.Row{Text: p.Number + " · " + hour(ctx, p.Clock) + " · " + pointText(ctx, p), Sub: minutes(ctx, p.Minutes)}
	if b.Meeting.Editable() && (p.Case == "" || p.Code != "") {
		row.Href = itemAddress(b.Meeting.ID, p.ID)
	}
	if who := asked(b, p.Case); len(who) > 0 {
		row.Sub += " · " + strings.Join(who, ", ")
	}
	return row
}

// asked lists the organisations that are asked for a case, each once.
func asked(b invitation.Board, c livc.ID) (names []string) {
	seen := map[string]bool{}
	for _, i := range b.Of(c) {
		name := b.Organisation(i.Hat)
		if c != "" && !seen[name] && (i.State == invitation.Proposed || i.State.Open()) {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

func caseChoices(cases []invitation.Case) (list []ui.Choice) {
	for _, c := range cases {
		list = append(list, ui.Choice{Value: string(c.ID), Label: c.Code})
	}
	return list
}

func topicChoices(ctx context.Context) (list []ui.Choice) {
	for _, t := range invitation.Topics() {
		list = append(list, ui.Choice{Value: string(t), Label: i18n.Enum(ctx, "topic", t)})
	}
	return list
}
