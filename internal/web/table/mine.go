package table

import (
	"encoding/hex"
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// minePage is the own screen of one person at a meeting.
type minePage struct {
	M                      discussion.MyScreen
	At, ItemAt, Title      string
	About, Point, Phase    string
	Prompt, Secrecy        string
	Rights                 []string
	Token                  string
	Seat, Share, Object    ui.Form
	Door, Name             ui.Form
	Waiting                []motionView
	Domains, Sides, Others []ui.Choice
	Guest                  bool // came for this point, and does nothing after it
	Small                  bool // so few are inside that everybody can guess
	Errors                 ui.Errors
}

// motionView is what is put to everybody, as the own screen shows it.
type motionView struct {
	discussion.MotionSeen
	Title, Text, Extra string
	Seen               string // the fingerprint of the text, to send back
}

func mineAt(meeting livc.ID) string { return "/meetings/" + string(meeting) + "/mine" }

func (p Pages) mine(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	return p.showMine(r, meeting)
}

func (p Pages) showMine(r *page.Request, meeting livc.ID) error {
	mark := p.Hub.Mark()
	m, err := p.Table.Mine(r.Context(), r.By(), meeting)
	if err != nil {
		return err
	}
	if m.Sitting.State != livc.MeetingClosed && m.Sitting.State != livc.MeetingCancelled {
		p.goesLive(r, mark, meeting)
	}
	v := newMine(r, m)
	if v.Guest && v.stage() == "arriving" {
		return r.Go(ui.VisitPath)
	}
	return r.Show(v.Title, mineView(v, page.Help(r, "vl-speak", "p-contributors-say", "sw-458ter-1")))
}

// afterMine answers a form of the own screen: back to it, or the same screen with the messages.
func (p Pages) afterMine(r *page.Request, made livc.ID, err error) error {
	meeting, fault := r.ID("meeting")
	if fault != nil {
		return fault
	}
	if done, err := r.Done(made, err, page.To(mineAt(meeting))); done {
		return err
	}
	return p.showMine(r, meeting)
}

func newMine(r *page.Request, m discussion.MyScreen) minePage {
	ctx, at := r.Context(), "/meetings/"+string(m.Sitting.ID)
	v := minePage{M: m, At: at, ItemAt: at + "/items/" + string(m.Item.ID), Title: i18n.T(ctx, "my_screen.title", "Day", i18n.Day(ctx, m.Sitting.Day)),
		Secrecy: phrases.Secrecy.In(r.Frame.Lang), Seat: form(r, at+"/seat"), Door: form(r, at+"/door"), Errors: r.Form(r.URL.Path).Errors}
	v.Guest = r.Actor.Function.Visits()
	v.Token = v.Seat.Token
	for _, d := range law.InvitationRights() {
		v.Rights = append(v.Rights, i18n.T(ctx, d.Key))
	}
	if m.Item.ID == "" {
		return v
	}
	v.Share, v.Object, v.Name = form(r, v.ItemAt+"/share"), form(r, v.ItemAt+"/object"), form(r, v.ItemAt+"/name")
	v.About = i18n.Enum(ctx, "age_band", m.Case.Ages) + ". " + i18n.T(ctx, "desk.inside", "Count", len(m.Inside))
	if !v.Guest {
		v.Point = i18n.T(ctx, "desk.point", "At", m.At, "Of", m.Of)
	}
	v.Phase = i18n.Enum(ctx, "phase", phaseWord(m.Item.Phase))
	v.Prompt = question(ctx, m.Own, m.Item.Guide)
	v.Domains, v.Sides = domains(ctx), enums(ctx, "side", discussion.Sides())
	v.Small = len(m.Inside) < law.Threshold // so few that everybody can guess who it was (E5)
	for _, a := range m.Inside {
		if a.Hat != r.Actor.Hat && a.Hat != "" && !a.Function.Visits() {
			v.Others = append(v.Others, ui.Choice{Value: string(a.ID), Label: role(ctx, a)})
		}
	}
	for _, s := range m.Room.Motions {
		v.Waiting = append(v.Waiting, v.motion(r, s))
	}
	return v
}

// motion lays out what is put to everybody: the very words, and how it stands.
func (v minePage) motion(r *page.Request, s discussion.MotionSeen) motionView {
	ctx := r.Context()
	m := motionView{MotionSeen: s, Title: i18n.Enum(ctx, "motion_kind", s.Kind), Seen: hex.EncodeToString(s.Hash)}
	switch s.Kind {
	case discussion.MotionReport:
		if v.M.Room.Report != nil {
			m.Text = v.M.Room.Report.Text.Reveal()
		}
	case discussion.MotionInforming:
		if t := v.M.Room.Informing; t != nil {
			m.Text, m.Extra = phrases.Informing.In(r.Frame.Lang), i18n.T(ctx, "my_screen.informing", "Who", v.roleOf(r, livc.ID(t.By.Reveal())), "Offer", t.Offer.Reveal())
		}
	case discussion.MotionSheet, discussion.MotionLine:
		m.Text, m.Extra = v.sheetText(s), v.evaluation(r)
	}
	return m
}

func (v minePage) roleOf(r *page.Request, attendance livc.ID) string {
	i := slices.IndexFunc(v.M.Circle, func(a discussion.Attendee) bool { return a.ID == attendance })
	if i < 0 {
		return ""
	}
	return role(r.Context(), v.M.Circle[i])
}

// sheetText is a line, or all lines one below the other.
func (v minePage) sheetText(s discussion.MotionSeen) (text string) {
	if v.M.Room.Sheet == nil {
		return ""
	}
	for n, l := range v.M.Room.Sheet.Text.Lines {
		if s.Kind == discussion.MotionSheet || s.Object == v.M.Room.Sheet.Line(n) {
			text += l.Text.Reveal() + "\n"
		}
	}
	return text
}

func (v minePage) evaluation(r *page.Request) string {
	if v.M.Room.Sheet == nil || v.M.Room.Sheet.Text.Evaluation.Empty() {
		return ""
	}
	return i18n.T(r.Context(), "my_screen.evaluation", "Text", v.M.Room.Sheet.Text.Evaluation.Reveal())
}

// stage is what the own screen is about now.
func (v minePage) stage() string {
	s := v.M.Sitting
	switch {
	case s.State == livc.MeetingClosed || s.State == livc.MeetingCancelled:
		return "closed"
	case v.M.Me.Acknowledged.IsZero() || v.M.Me.State != discussion.Present:
		return "arriving"
	case v.M.Item.ID != "" && v.M.Item.State == livc.ItemSuspended:
		return "suspended"
	case v.M.Item.ID != "" && v.M.Item.InRoom():
		return "inside"
	case v.M.Item.ID != "":
		return "spoken"
	}
	return "called"
}

func (p Pages) takeSeat(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	err = p.Table.TakeSeat(r.Context(), r.By(), discussion.TakeSeat{Meeting: meeting, Understood: r.Yes("understood"), Framed: r.Yes("framed")})
	return p.afterMine(r, meeting, err)
}
