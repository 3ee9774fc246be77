package invitation

import (
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// itemPage is one point of an agenda on the chair's desk.
type itemPage struct {
	Title, Lead, Back string
	Minutes           string
	Needed            string // address of "wie is nodig"; empty for a point without a case
	MayLeave          bool
	Form              ui.Form
}

func (p Pages) item(r *page.Request) error {
	got, err := ids(r, "meeting", "item")
	if err != nil {
		return err
	}
	if r.Posted() {
		if done, err := r.Done(got[1], p.changeItem(r, got[0], got[1]), page.To(meetingAddress(got[0]))); done {
			return err
		}
	}
	b, err := p.Service.Meeting(r.Context(), r.Actor, got[0])
	if err != nil {
		return err
	}
	for _, pt := range b.Points {
		if pt.ID == got[1] && b.Desk {
			return p.showItem(r, b, pt)
		}
	}
	return livc.NotFound()
}

// changeItem does what the pressed button says.
func (p Pages) changeItem(r *page.Request, meeting, item livc.ID) error {
	ctx, by := r.Context(), r.By()
	switch r.Text("do") {
	case "up":
		return p.Service.Move(ctx, by, meeting, item, -1)
	case "down":
		return p.Service.Move(ctx, by, meeting, item, 1)
	case "off":
		return p.Service.LeaveOff(ctx, by, meeting, item)
	}
	return p.Service.SetMinutes(ctx, by, meeting, item, r.Number("minutes"))
}

func (p Pages) showItem(r *page.Request, b invitation.Board, pt invitation.Point) error {
	ctx := r.Context()
	v := itemPage{Title: i18n.T(ctx, "agenda.item_title", "Number", pt.Number), Lead: pointText(ctx, pt) + " · " + hour(ctx, pt.Clock), Back: meetingAddress(b.Meeting.ID),
		Minutes: strconv.Itoa(pt.Minutes), MayLeave: pt.Case != "" || pt.Kind == invitation.GeneralItem, Form: r.Form(itemAddress(b.Meeting.ID, pt.ID))}
	if pt.Code != "" {
		v.Needed = caseAddress(b.Meeting.ID, pt.Case)
	}
	return r.Show(v.Title, itemView(v, page.Help(r, "p-agenda-order", "vl-need-to-know")))
}
