package table

import (
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// doorPage is what the page that opens an item shows: everybody present, inside or outside.
type doorPage struct {
	Code, Back string
	Form       ui.Form
	Here       []discussion.Attendee
	Doors      map[livc.ID]discussion.Door
	Young      bool
	Mode       livc.TableMode // as the meeting was planned
	Door       bool           // the actor opens, admits and closes at a table on screens
	Ways       []ui.Choice
}

func (p Pages) openItem(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if r.Posted() && r.Text("do") == "ask" {
		return p.afterAsk(r, meeting, p.asksChair(r, meeting, discussion.DoorOpen, item))
	}
	if r.Posted() {
		in := discussion.OpenItem{Item: item, Mode: mode(r), KnowsBest: r.Ref("first"), Motivation: r.Secret("motivation"), ChairInvites: refs(r, "invited")}
		in.Inside, in.Outside = sides(r)
		if done, err := r.Done(item, p.Table.OpenItem(r.Context(), r.By(), in), afterDoor(r, meeting)); done {
			return err
		}
	}
	d, point, err := p.door(r, meeting, item)
	if err != nil {
		return err
	}
	return r.Show(point.Code, openItemView(d, page.Help(r, "sw-458ter-1", "vl-need-to-know", "livc-3-1-invites")))
}

// sides reads for each person whether inside or outside was chosen.
func sides(r *page.Request) (in, out []livc.ID) {
	for name, v := range r.PostForm {
		if len(name) < 6 || name[:5] != "door." || len(v) == 0 {
			continue
		}
		id, err := livc.ParseID(name[5:])
		switch {
		case err != nil:
		case v[0] == "in":
			in = append(in, id)
		case v[0] == "out":
			out = append(out, id)
		}
	}
	return in, out
}

// door gathers what the page of an item that is not open yet needs; a point of another meeting, or one
// whose code may not be shown yet, is not there.
func (p Pages) door(r *page.Request, meeting, item livc.ID) (d doorPage, point discussion.Point, err error) {
	v, err := p.Table.View(r.Context(), r.By(), meeting)
	if err != nil {
		return d, point, err
	}
	i := slices.IndexFunc(v.Points, func(x discussion.Point) bool { return x.ID == item && x.OfCase() })
	if i < 0 {
		return d, point, livc.NotFound()
	}
	point = v.Points[i]
	if point.Code == "" {
		return d, point, livc.Denied("law.enter.secrecy_first", "sw-458ter-1")
	}
	d = doorPage{Code: point.Code, Back: tableAt(meeting), Form: r.Form(r.URL.Path), Here: discussion.InOrder(v.Here(), ""), Doors: v.Doors(point), Young: point.Ages == livc.Under12,
		Mode: v.Sitting.Mode, Door: v.Door, Ways: ways(r)}
	return d, point, nil
}

func doorChoices(r func(string) string) []ui.Choice {
	return []ui.Choice{{Value: "in", Label: r("open_item.in")}, {Value: "out", Label: r("open_item.out")}}
}

func (p Pages) people(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if r.Posted() && r.Text("do") == "ask" {
		d, err := p.Table.Desk(r.Context(), r.Actor, item)
		if err != nil {
			return err
		}
		return p.afterAsk(r, d.Sitting.ID, p.asksChair(r, d.Sitting.ID, discussion.DoorPeople, item))
	}
	if r.Posted() {
		in := discussion.StepInOut{Item: item, ChairInvites: refs(r, "invited"), SentOut: r.Text("how") == "sent"}
		in.In, in.Out = sides(r)
		if done, err := r.Done(item, p.Table.StepInOut(r.Context(), r.By(), in), p.fromDoor(r)); done {
			return err
		}
	}
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "step_in_out.title"), peopleView(d, r.Form(r.URL.Path), page.Help(r, "vl-need-to-know", "livc-4-2")))
}

// fromDoor is where a change of who is inside leads: to the own screen when the press came from there.
func (p Pages) fromDoor(r *page.Request) func(livc.ID) string {
	if to := r.Text("meeting"); r.Text("from") == "mine" && to != "" {
		return page.To(mineAt(r.Ref("meeting")))
	}
	return deskAt
}

// mode is in which way the item sits: the button says more than the field.
func mode(r *page.Request) livc.TableMode {
	if r.Text("do") == "spoken" {
		return livc.Spoken
	}
	return page.Choice(r, "mode", livc.TableModes())
}
