package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// askChair lays before the chair what to do at the door, from the same form with which the coordinator does
// it at a spoken table (settled 22).
func (p Pages) askChair(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	return p.afterAsk(r, meeting, p.asksChair(r, meeting, page.Choice(r, "kind", discussion.DoorKinds()), r.Ref("item")))
}

func (p Pages) asksChair(r *page.Request, meeting livc.ID, kind discussion.DoorKind, item livc.ID) error {
	in := discussion.DoorAsked{Item: item, Kind: kind, ChairInvites: refs(r, "invited"), First: r.Ref("first"), Mode: livc.Screens,
		SentOut: r.Text("how") == "sent", Substantive: r.Yes("substantive"), Postponed: r.Yes("postponed")}
	in.In, in.Out = sides(r)
	return p.Table.AskChair(r.Context(), r.By(), meeting, in)
}

func (p Pages) afterAsk(r *page.Request, meeting livc.ID, err error) error {
	if done, err := r.Done(meeting, err, tableAt); done {
		return err
	}
	return p.showTable(r, meeting)
}

// afterDoor is where a press at the door leads: to the own screen when it came from there, else to the desk.
func afterDoor(r *page.Request, meeting livc.ID) func(livc.ID) string {
	if r.Text("from") == "mine" {
		return page.To(mineAt(meeting))
	}
	return deskAt
}

// leaveScreens goes on with the item as a spoken table, or on paper.
func (p Pages) leaveScreens(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Table.LeaveScreens(r.Context(), r.By(), item, page.Choice(r, "mode", livc.TableModes()))
		if done, err := r.Done(item, err, deskAt); done {
			return err
		}
	}
	d, err := p.Table.Desk(r.Context(), r.Actor, item)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "leave_screens.title"), leaveView(d, r.Form(r.URL.Path), page.Help(r, "sw-458ter-1")))
}

func (p Pages) quiet(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.after(r, item, p.Table.KeepQuiet(r.Context(), r.By(), item, r.Text("do") == "begin"))
}

// ways are the ways to sit that an item can have when it opens; paper is chosen beforehand.
func ways(r *page.Request) (list []ui.Choice) {
	for _, m := range []livc.TableMode{livc.Screens, livc.Spoken} {
		list = append(list, ui.Choice{Value: string(m), Label: i18n.Enum(r.Context(), "table_mode", m), Hint: i18n.Enum(r.Context(), "table_mode_hint", m)})
	}
	return list
}
