package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// tablePage is what the page of a meeting that sits shows.
type tablePage struct {
	View                         discussion.TableView
	Title, Lead                  string
	CheckIn, Open, Close, Attest ui.Form
	Points                       []ui.Row
	Missing                      []string
	Chairs                       []ui.Choice
	Secrecy                      string
	At                           string
	MayAttest, OnScreens         bool
	Blind                        ui.Form
}

func (p Pages) table(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	return p.showTable(r, meeting)
}

func (p Pages) showTable(r *page.Request, meeting livc.ID) error {
	mark := p.Hub.Mark()
	v, err := p.Table.View(r.Context(), r.By(), meeting)
	if err != nil {
		return err
	}
	if !v.Sitting.Over() {
		p.goesLive(r, mark, meeting)
	}
	at := "/meetings/" + string(meeting)
	t := tablePage{View: v, At: at, CheckIn: form(r, at+"/check-in"), Open: form(r, at+"/open"), Close: form(r, at+"/close"),
		Attest: form(r, at+"/attest"), Secrecy: phrases.Secrecy.In(r.Frame.Lang), MayAttest: r.Actor.Function.Chairs(),
		OnScreens: v.OnScreens(), Blind: form(r, at+"/blind")}
	t.words(r)
	return r.Show(t.Title, tableView(t, page.Help(r, "sw-458ter-1", "livc-3-1-seats")))
}

func (t *tablePage) words(r *page.Request) {
	ctx := r.Context()
	t.Title = i18n.T(ctx, "table.title", "Day", i18n.Day(ctx, t.View.Sitting.Day))
	t.Lead = i18n.T(ctx, leads[t.stage()])
	for _, m := range t.View.Missing {
		t.Missing = append(t.Missing, i18n.T(ctx, m.Key))
	}
	for _, a := range t.View.Here() {
		if a.Seat == discussion.MayorSeat {
			t.Chairs = append(t.Chairs, ui.Choice{Value: string(a.ID), Label: role(ctx, a)})
		}
	}
	for _, point := range t.View.Points {
		t.Points = append(t.Points, t.point(r, point))
	}
}

// leads are the sentences that say what waits.
var leads = map[string]string{"before": "table.lead.before", "running": "table.lead.running", "paper": "table.lead.paper", "closed": "table.lead.closed"}

// anybody tells whether somebody was noted as there: until then a missing seat is no warning.
func (t *tablePage) anybody() bool { return len(t.View.Here()) > 0 }

// stage is where the meeting stands, as the lead sentence says it.
func (t *tablePage) stage() string {
	s := t.View.Sitting
	switch {
	case s.Over():
		return "closed"
	case s.ByPaper():
		return "paper"
	case s.Running():
		return "running"
	}
	return "before"
}

func (t *tablePage) point(r *page.Request, p discussion.Point) ui.Row {
	ctx := r.Context()
	row := ui.Row{Text: p.Code, Tag: ui.Tag{Text: i18n.Enum(ctx, "item_state", p.State), Tone: tones[p.State]}}
	if row.Text == "" {
		row.Text = i18n.Enum(ctx, "agenda_item", p.Kind)
	} else {
		row.Sub = i18n.Enum(ctx, "agenda_item", p.Kind) + " · " + i18n.Enum(ctx, "age_band", p.Ages)
	}
	if !p.OfCase() {
		return row
	}
	switch {
	case p.State == livc.ItemOpen || p.State == livc.ItemSuspended || p.FromPaper && p.State == livc.ItemPlanned:
		row.Href = deskAt(p.ID)
	case t.stage() == "running" && t.View.Sitting.WithCases && (p.State == livc.ItemPlanned || p.State == livc.ItemPostponed):
		row.Href = t.At + "/items/" + string(p.ID) + "/open"
	case t.stage() == "paper" && p.State == livc.ItemPlanned:
		row.Href = t.At + "/items/" + string(p.ID) + "/paper"
	}
	return row
}

var tones = map[livc.ItemState]ui.Tone{
	livc.ItemPlanned: ui.Plain, livc.ItemOpen: ui.Going, livc.ItemSuspended: ui.Waiting, livc.ItemClosed: ui.Settled, livc.ItemPostponed: ui.Plain,
}

func (p Pages) checkIn(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	err = p.Table.CheckIn(r.Context(), r.By(), discussion.CheckIn{Meeting: meeting, Present: refs(r, "present"), Acknowledged: refs(r, "acknowledged"),
		Framed: refs(r, "framed"), Briefed: refs(r, "briefed")})
	if done, err := r.Done(meeting, err, tableAt); done {
		return err
	}
	return p.showTable(r, meeting)
}

func (p Pages) open(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	in := discussion.OpenMeeting{Meeting: meeting, Chair: r.Ref("chair"), SecrecyRead: r.Yes("read"),
		Hybrid: page.Choices(r, "hybrid", invitation.HybridChecks()), WithoutCases: r.Text("do") == "without"}
	if err := r.Fresh(); err != nil && !in.WithoutCases {
		return err
	}
	err = p.Table.OpenMeeting(r.Context(), r.By(), in)
	if done, err := r.Done(meeting, err, tableAt); done {
		return err
	}
	return p.showTable(r, meeting)
}

func (p Pages) closeMeeting(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	if done, err := r.Done(meeting, p.Table.CloseMeeting(r.Context(), r.By(), meeting), tableAt); done {
		return err
	}
	return p.showTable(r, meeting)
}

func (p Pages) attest(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	err = p.Table.AttestPaper(r.Context(), r.By(), discussion.AttestPaper{Meeting: meeting, SecrecyRead: r.Yes("read"), True: r.Yes("true")})
	if done, err := r.Done(meeting, err, tableAt); done {
		return err
	}
	return p.showTable(r, meeting)
}
