package discussion

import (
	"context"
	"io"

	"github.com/a-h/templ"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// holders says that only the list holders will read a field.
func holders(ctx context.Context) ui.Audience { return ui.Audience(i18n.T(ctx, "before.seen.holders")) }

// choices names the values of an enumeration for radios and lists.
func choices[T ~string](ctx context.Context, typ string, values []T) []ui.Choice {
	list := make([]ui.Choice, len(values))
	for i, v := range values {
		list[i] = ui.Choice{Value: string(v), Label: i18n.Enum(ctx, typ, v)}
	}
	return list
}

// selectOne is choices with "choose" first.
func selectOne[T ~string](ctx context.Context, typ string, values []T) []ui.Choice {
	return append([]ui.Choice{{Value: "", Label: i18n.T(ctx, "form.choose")}}, choices(ctx, typ, values)...)
}

// deskPath is the address of a referral on the desk.
func deskPath(referral livc.ID) string { return "/referrals/" + string(referral) }

func (p Before) referral(r *page.Request) (livc.ID, error) { return r.ID("referral") }

// personal is a text field for the list holders, of the usual size; it may stay empty.
func personal(ctx context.Context, name, label, hint string) templ.Component {
	return ui.PersonalText(ui.Field{Name: name, Label: label, Hint: hint, Max: discussion.MaxText, Rows: 3, Optional: true}, livc.Secret{}, holders(ctx))
}

// mineOnly says that nobody but the writer will read a field.
func mineOnly(ctx context.Context) ui.Audience { return ui.Audience(i18n.T(ctx, "before.seen.mine")) }

// untilSent says who reads a field of a draft: the writer alone, and the list holders once it is sent.
func untilSent(ctx context.Context) ui.Audience {
	return ui.Audience(i18n.T(ctx, "before.seen.until_sent"))
}

func writeText(name, label, hint string, value livc.Secret) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		f := ui.Field{Name: name, Label: label, Hint: hint, Max: discussion.MaxText, Rows: 6}
		return ui.PersonalText(f, value, untilSent(ctx)).Render(ctx, w)
	})
}

func writeLine(name, label string, value livc.Secret) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		f := ui.Field{Name: name, Label: label, Max: discussion.MaxName, Optional: true}
		return ui.PersonalLine(f, value, untilSent(ctx)).Render(ctx, w)
	})
}
