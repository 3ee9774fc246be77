package table

import (
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// sheetPage is the sheet for the LTF as the information officer writes it on the own screen, while everybody
// reads along.
type sheetPage struct {
	M               discussion.MyScreen
	At, Back, Empty string
	Form, Do        ui.Form
	Facts           []ui.Choice
	Desk            bool // who writes down what was agreed
	Stands          []string
	Now             discussion.SheetRevisions
}

// sheet lets the information officer fill in the sheet at the table: lines, both sides, and put it to
// everybody (R6.1-d, R6.1-f).
func (p Pages) sheet(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	at := "/meetings/" + string(meeting) + "/items/" + string(item) + "/sheet"
	r.Theirs = func() (livc.Secret, error) {
		m, err := p.Table.Mine(r.Context(), r.Actor, meeting)
		if err != nil || m.Room.Sheet == nil {
			return livc.Secret{}, err
		}
		return wordsOf(*m.Room.Sheet), nil
	}
	if r.Posted() {
		if done, err := r.Done(item, p.onSheet(r, item), page.To(at)); done {
			return err
		}
	}
	m, err := p.Table.Mine(r.Context(), r.Actor, meeting)
	if err != nil {
		return err
	}
	if m.Item.ID != item || !m.Item.InRoom() {
		return livc.NotFound()
	}
	v := sheetPage{M: m, At: at, Back: mineAt(meeting), Empty: phrases.FeedbackEmpty.In(r.Frame.Lang), Form: r.Form(at), Do: form(r, at), Facts: serving(r, m.Room, law.UseLTF), Desk: r.Me.Municipal}
	if m.Room.Sheet != nil {
		v.Now = m.Room.Sheet.Revisions()
	}
	for n, s := range feedbackMotions(m.Room) {
		v.Stands = append(v.Stands, i18n.T(r.Context(), "room.line", "Number", n+1, "Stands", i18n.Enum(r.Context(), "motion_result", s.Stands)))
	}
	return r.Show(i18n.T(r.Context(), "feedback.title"), sheetView(v, page.Help(r, "livc-4-2", "livc-4-2-secrets", "p-officer-writes")))
}

func (p Pages) onSheet(r *page.Request, item livc.ID) error {
	ctx, by := r.Context(), r.By()
	switch r.Text("do") {
	case "begin":
		_, err := p.Table.ChooseFeedback(ctx, by, item, true)
		return err
	case "none":
		_, err := p.Table.ChooseFeedback(ctx, by, item, false)
		return err
	case "drop":
		return p.Table.DropLine(ctx, by, item, r.Number("line")-1)
	case "sides":
		return p.Table.AskedBothSides(ctx, by, item, r.Yes("positive"), r.Yes("negative"), r.Secret("evaluation"))
	case "adopt":
		return p.Table.AdoptSheet(ctx, by, discussion.AdoptSheet{Item: item, ReadAloud: r.Yes("read"), Agreed: refs(r, "agreed")})
	case "put":
		return p.Table.PutSheet(ctx, by, item)
	}
	return p.Table.AddLine(ctx, by, discussion.AddLine{Item: item, Text: r.Secret("text"), Side: r.Text("side"), Source: page.Choice(r, "origin", law.FactSources()),
		FromProfessionalSecrecy: r.Text("secret") == "professional", ToldAsSecret: r.Text("secret") == "told", Declared: r.Yes("declared"), Facts: refs(r, "facts")})
}

// serving are the facts of a room that their contributors let serve for a use.
func serving(r *page.Request, v discussion.RoomView, use law.FactUse) (list []ui.Choice) {
	for _, f := range v.Facts {
		if f.MayServe(use, r.Actor.Hat) {
			list = append(list, ui.Choice{Value: string(f.ID), Label: f.Text.What.Reveal(), Hint: role(r.Context(), f.From)})
		}
	}
	return list
}

// going tells whether a sheet is being written.
func (v sheetPage) going() bool {
	return v.M.Room.Sheet != nil && v.M.Room.Sheet.State == discussion.SheetDraft
}

// anew tells whether a line rests on something that changed.
func (v sheetPage) anew(n int) bool {
	for _, b := range v.M.Room.Built {
		if b.Object == v.M.Room.Sheet.Line(n) && b.Anew {
			return true
		}
	}
	return false
}

// feedbackMotions are what was asked of everybody about a sheet, in the order of its lines.
func feedbackMotions(v discussion.RoomView) (list []discussion.MotionSeen) {
	for _, m := range v.Motions {
		if m.Kind == discussion.MotionSheet || m.Kind == discussion.MotionLine {
			list = append(list, m)
		}
	}
	return list
}

// outside are those who were inside and left: they belong to the circle too, and without their yes the sheet
// waits (X-L-h).
func (v sheetPage) outside() (list []discussion.Attendee) {
	for _, a := range v.M.Circle {
		if !slices.ContainsFunc(v.M.Inside, func(b discussion.Attendee) bool { return a.ID == b.ID }) {
			list = append(list, a)
		}
	}
	return list
}

// sides is the form of both sides, with how the follow-up goes.
func (v sheetPage) sides() ui.Form {
	f := v.Form
	f.Revision = v.Now.Sides
	return f
}
