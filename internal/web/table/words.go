package table

import (
	"context"
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// guide is the guide for weighing, read once: it is part of the program.
var guide = func() seed.Weighing {
	s, err := seed.Load()
	if err != nil {
		panic(err) // tested: the files belong to the program
	}
	return s.Weighing
}()

var phrases = func() seed.Phrases {
	s, err := seed.Load()
	if err != nil {
		panic(err)
	}
	return s.Phrases
}()

func deskAt(item livc.ID) string { return "/items/" + string(item) }

func tableAt(meeting livc.ID) string { return "/meetings/" + string(meeting) + "/table" }

// role is how a screen names somebody: the seat of the law, or the service. Never a name.
func role(ctx context.Context, a discussion.Attendee) string {
	if a.Seat.Required() {
		return i18n.Enum(ctx, "function", a.Function)
	}
	if a.Seat == discussion.SecretarySeat {
		return i18n.Enum(ctx, "table_seat", a.Seat)
	}
	return page.Service(ctx, a.Service)
}

// atDoor is somebody as the desk sees who may come in: two guests of the same kind are told apart by their names.
func atDoor(ctx context.Context, a discussion.Attendee) string {
	if a.Function.Visits() && !a.Name.Empty() {
		return role(ctx, a) + " · " + a.Name.Reveal()
	}
	return role(ctx, a)
}

// roles are attendees to choose from, by role.
func roles(ctx context.Context, list []discussion.Attendee) (out []ui.Choice) {
	for _, a := range list {
		out = append(out, ui.Choice{Value: string(a.Key()), Label: role(ctx, a)})
	}
	return out
}

// enums are the words of a list to choose from.
func enums[T ~string](ctx context.Context, typ string, list []T) (out []ui.Choice) {
	for _, v := range list {
		out = append(out, ui.Choice{Value: string(v), Label: i18n.Enum(ctx, typ, v)})
	}
	return out
}

func domains(ctx context.Context) (out []ui.Choice) {
	for _, d := range guide.Domains {
		out = append(out, ui.Choice{Value: d.Stem, Label: d.Name.In(i18n.Lang(ctx))})
	}
	return out
}

// goals are the goals that the guide begins with: about life, never about belief (R2.3.5-l).
func goals(ctx context.Context) (out []string) {
	for _, d := range guide.Domains {
		for _, g := range d.Goals {
			out = append(out, g.In(i18n.Lang(ctx)))
		}
	}
	return out
}

// prompts are the guiding questions of one side, each under a stem that rows keep.
func prompts(ctx context.Context, side seed.Side) (out []ui.Choice) {
	for _, d := range guide.Domains {
		for n, q := range d.Questions {
			if q.Side == side {
				out = append(out, ui.Choice{Value: d.Stem + "." + strconv.Itoa(n), Label: q.Text.In(i18n.Lang(ctx))})
			}
		}
	}
	return out
}

// question is the text of a guiding question: of the protocol in force, or of the guide (R4.3-g).
func question(ctx context.Context, own []discussion.Criterion, stem string) string {
	for _, c := range own {
		if string(c.ID) == stem {
			return c.Text
		}
	}
	return prompt(ctx, stem)
}

// guideHint says from which version of the protocol the own questions come.
func guideHint(ctx context.Context, d discussion.Desk) string {
	if d.Sitting.ProtocolVersion == 0 {
		return i18n.T(ctx, "guide.no_protocol")
	}
	return i18n.T(ctx, "guide.of_protocol", "Number", number(d.Sitting.ProtocolVersion))
}

// prompt is the text of a guiding question by its stem; an unknown stem has none.
func prompt(ctx context.Context, stem string) string {
	if text := counterText(ctx, stem); text != "" {
		return text
	}
	for _, side := range []seed.Side{seed.Protects, seed.Concerns, seed.Unknown} {
		for _, c := range prompts(ctx, side) {
			if c.Value == stem {
				return c.Label
			}
		}
	}
	return ""
}

// refs reads a field with several ids.
func refs(r *page.Request, name string) (ids []livc.ID) {
	for _, s := range r.Texts(name) {
		if id, err := livc.ParseID(s); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// form is a form of a page with several: what was typed and the messages belong to the one that was sent.
func form(r *page.Request, action string) ui.Form {
	f := r.Form(action)
	if r.Posted() && action != r.URL.Path {
		f.Errors, f.Typed = nil, ui.Typed{}
	}
	return f
}

// seenAtTable says who reads what is typed at the table.
func seenAtTable(ctx context.Context) ui.Audience { return ui.Audience(i18n.T(ctx, "desk.seen")) }

func number(n int) string { return strconv.Itoa(n) }

// actionSeen says who reads an agreed action: the holder gets a copy.
func actionSeen(ctx context.Context) ui.Audience {
	return ui.Audience(i18n.T(ctx, "agree_action.seen"))
}

// spokenOnly are those who sit without a screen of their own: what they say aloud is noted for them.
func spokenOnly(list []discussion.Attendee) (out []discussion.Attendee) {
	for _, a := range list {
		if !a.HasAccount {
			out = append(out, a)
		}
	}
	return out
}
