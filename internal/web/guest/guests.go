package guest

import (
	"context"
	"errors"
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// guestsPage is what the desk sees of the guests of a meeting.
type guestsPage struct {
	Back            string
	Link, Words     string // shown once
	Rows            []ui.Row
	Passes          []ui.Choice // that can be taken back
	May             bool        // the meeting can still take a guest
	Points, Without []ui.Choice
	Services, Kinds []ui.Choice
	Secrecy         []ui.Choice
	Make, Take      ui.Form
}

// guests lists the passes of a meeting and makes one. What must be handed on is shown once.
func (p Pages) guests(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	var made discussion.Pass
	if r.Posted() {
		made, err = p.Table.PassGuest(r.Context(), r.By(), passOf(r, meeting))
		var again *deed.Repeated
		switch {
		case errors.As(err, &again): // shown already: what nobody wrote down is made anew
			return r.Go(guestsAt(meeting))
		case err != nil:
			if done, err := r.Done("", err, page.To(guestsAt(meeting))); done {
				return err
			}
		}
	}
	return p.show(r, meeting, made)
}

func passOf(r *page.Request, meeting livc.ID) discussion.PassGuest {
	return discussion.PassGuest{Meeting: meeting, Item: r.Ref("item"), Attendee: r.Ref("attendee"), Name: r.Contact("name"),
		Organisation: r.Ref("organisation"), Service: r.Text("service"), Category: r.Text("category"), Secrecy: page.Choices(r, "secrecy", livc.Secrecies()),
		Confirmed: r.Yes("confirmed"), Invited: r.Yes("invited"), Briefed: r.Yes("briefed")}
}

func (p Pages) take(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	if done, err := r.Done(meeting, p.Table.TakePass(r.Context(), r.By(), meeting, r.Ref("pass")), guestsAt); done {
		return err
	}
	return p.show(r, meeting, discussion.Pass{})
}

func (p Pages) show(r *page.Request, meeting livc.ID, made discussion.Pass) error {
	l, err := p.Table.Guests(r.Context(), r.Actor, meeting)
	if err != nil {
		return err
	}
	ctx, at := r.Context(), guestsAt(meeting)
	v := guestsPage{Back: "/meetings/" + string(meeting) + "/table", Words: made.Words, Make: r.Form(at), Take: r.Form(at + "/take"),
		May: l.OnScreens() && l.Sitting.State != livc.MeetingClosed && l.Sitting.State != livc.MeetingCancelled && l.Sitting.GuestDay(r.Today()) >= r.Today()}
	if made.Link != "" {
		v.Link = p.Origin + ui.VisitPath + "/" + made.Link[:4] + "-" + made.Link[4:]
	}
	v.fill(ctx, r, l)
	return r.Show(i18n.T(ctx, "guests.title"), guestsView(v, page.Help(r, "p-ad-hoc", "livc-3-1-invites", law.AuthorisedOnly)))
}

func (v *guestsPage) fill(ctx context.Context, r *page.Request, l discussion.GuestList) {
	for _, g := range l.Guests {
		who := g.Service
		if !g.Attendee.Name.Empty() {
			who = g.Attendee.Name.Reveal() + " · " + who
		}
		row := ui.Row{Text: who, Tag: ui.Tag{Text: i18n.Enum(ctx, "pass_state", g.State), Tone: tones[g.State]}}
		row.Sub = i18n.T(ctx, "guests.for", "Point", pointOf(ctx, l, g.Pass.Item))
		if len(g.Words) > 0 {
			row.Sub += " · " + i18n.T(ctx, "guests.same", "Words", strings.Join(g.Words, " - "))
		}
		v.Rows = append(v.Rows, row)
		if g.State != discussion.PassOver {
			v.Passes = append(v.Passes, ui.Choice{Value: string(g.Pass.ID), Label: who})
		}
	}
	for _, p := range l.Points() {
		v.Points = append(v.Points, ui.Choice{Value: string(p.ID), Label: pointOf(ctx, l, p.ID)})
	}
	for _, a := range l.Without {
		v.Without = append(v.Without, ui.Choice{Value: string(a.ID), Label: a.Name.Reveal() + " · " + a.Service})
	}
	for _, o := range l.Services {
		v.Services = append(v.Services, ui.Choice{Value: string(o.ID), Label: o.Name})
	}
	i18n.SortBy(ctx, v.Services, func(c ui.Choice) string { return c.Label })
	v.Kinds = kinds(r)
	for _, s := range livc.Secrecies() {
		v.Secrecy = append(v.Secrecy, ui.Choice{Value: string(s), Label: i18n.Enum(ctx, "secrecy", s)})
	}
}

var tones = map[discussion.PassState]ui.Tone{discussion.PassOpen: ui.Waiting, discussion.PassIn: ui.Going, discussion.PassVoid: ui.Plain, discussion.PassOver: ui.Settled}

// pointOf names a point: by its code once the secrecy was confirmed, before that by its place.
func pointOf(ctx context.Context, l discussion.GuestList, item livc.ID) string {
	for n, p := range l.TableView.Points {
		switch {
		case p.ID != item:
			continue
		case p.Code != "":
			return p.Code
		}
		return i18n.T(ctx, "guests.point", "Number", n+1)
	}
	return ""
}

// kinds are the kinds of service that may come; the bodies that may not stand there too, so that choosing one
// tells why (R2.3-e).
func kinds(r *page.Request) []ui.Choice {
	list := []ui.Choice{{Value: "", Label: i18n.T(r.Context(), "form.choose")}}
	for _, s := range law.Services() {
		list = append(list, ui.Choice{Value: string(s.Category), Label: law.NameIn(s.Name, r.Frame.Lang)})
	}
	for _, x := range law.Exclusions() {
		list = append(list, ui.Choice{Value: string(x.Category), Label: law.NameIn(x.Name, r.Frame.Lang)})
	}
	return list
}
