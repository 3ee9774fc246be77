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
	if r.Posted() {
		in := discussion.OpenItem{Item: item, KnowsBest: r.Ref("first"), Motivation: r.Secret("motivation"), ChairInvites: refs(r, "invited")}
		in.Inside, in.Outside = sides(r)
		if done, err := r.Done(item, p.Table.OpenItem(r.Context(), r.By(), in), deskAt); done {
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
	d = doorPage{Code: point.Code, Back: tableAt(meeting), Form: r.Form(r.URL.Path), Here: discussion.InOrder(v.Here(), ""), Doors: v.Doors(point), Young: point.Ages == livc.Under12}
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
	if r.Posted() {
		in := discussion.StepInOut{Item: item, ChairInvites: refs(r, "invited"), SentOut: r.Text("how") == "sent"}
		in.In, in.Out = sides(r)
		if done, err := r.Done(item, p.Table.StepInOut(r.Context(), r.By(), in), deskAt); done {
			return err
		}
	}
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "step_in_out.title"), peopleView(d, r.Form(r.URL.Path), page.Help(r, "vl-need-to-know", "livc-4-2")))
}
