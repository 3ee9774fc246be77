package ui

import (
	"context"
	"errors"
	"io"
	"net/url"
	"slices"

	"github.com/a-h/templ"

	"beraad.eu/livc"
)

// Typed is what a person typed in a form that comes back. It stands inside a function, the only thing
// that fmt prints with no verb, so that a log that prints a page's struct prints no personal text.
type Typed struct{ values func() url.Values }

// TypedIn keeps the values of a form that comes back, so that every field shows what was typed.
func TypedIn(v url.Values) Typed { return Typed{func() url.Values { return v }} }

// at gives what was typed in a field; ok tells whether the form that came back had that field.
func (t Typed) at(name string) (all []string, ok bool) {
	if t.values == nil {
		return nil, false
	}
	all, ok = t.values()[name]
	return all, ok
}

// Form is a form with its guard: the token of one sending, and the revision that the person saw.
type Form struct {
	Action   string
	Token    string
	Revision string // empty: nothing that can grow stale
	Errors   Errors
	Typed    Typed
}

// errNoAudience stops a page that asks something about a person without saying who will see it.
var errNoAudience = errors.New("ui: a personal field without an audience")

type formKey struct{}

// InForm shows a form round its children. The fields inside find their own message and what was typed
// by their name, so a page hands both to the form only.
func InForm(f Form) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return formBody(f).Render(context.WithValue(ctx, formKey{}, f), w)
	})
}

func formIn(ctx context.Context) Form {
	f, _ := ctx.Value(formKey{}).(Form)
	return f
}

// Field is what the fields of a form have in common.
type Field struct {
	Name     string   // name in the form, and id on the page
	Label    string   // the question
	Hint     string   // help below the question
	Value    string   // what the field shows at first
	Values   []string // checked values of checkboxes
	Max      int      // limit in characters, shown and counted; 0 has none
	Rows     int      // height of a text area; 0 is 4
	Short    bool     // a narrow field, for a year, a code, a phone number
	Optional bool     // said in words at the question
	Required bool     // asked by the browser too; use it sparingly
	Kind     string   // type of input: text, email, tel, password, number; empty is text
	Complete string   // autocomplete word; empty says nothing
	Alone    bool     // the question is the title of the page: the only h1
}

// Choice is one answer among several. Reveal holds fields that belong to this answer only; without
// a script they show below it.
type Choice struct {
	Value  string
	Label  string
	Hint   string
	Reveal templ.Component
}

// Audience says who will be able to read a field, as the page says it: "de burgemeester en jij".
type Audience string

// fault is the message at the field.
func (f Field) fault(ctx context.Context) string { return formIn(ctx).Errors.At(f.Name) }

// shown is the value in the field: what was typed, if the form came back, else what it had.
func (f Field) shown(ctx context.Context) string {
	if all, ok := formIn(ctx).Typed.at(f.Name); ok && len(all) > 0 {
		return all[0]
	}
	return f.Value
}

// chosen tells whether the answer is chosen.
func (f Field) chosen(ctx context.Context, value string) bool {
	if typed := formIn(ctx).Typed; typed.values != nil {
		all, _ := typed.at(f.Name)
		return slices.Contains(all, value)
	}
	return f.Value == value && value != "" || slices.Contains(f.Values, value)
}

// described lists the ids of what describes the field: its hint, its message, who sees it.
func (f Field) described(ctx context.Context, seen Audience) string {
	ids := ""
	if f.Hint != "" {
		ids += " " + f.Name + "-hint"
	}
	if f.fault(ctx) != "" {
		ids += " " + f.Name + "-error"
	}
	if f.Max > 0 {
		ids += " " + f.Name + "-count"
	}
	if seen != "" {
		ids += " " + f.Name + "-seen"
	}
	if ids == "" {
		return ""
	}
	return ids[1:]
}

func (f Field) kind() string {
	if f.Kind == "" {
		return "text"
	}
	return f.Kind
}

func (f Field) rows() int {
	if f.Rows == 0 {
		return 4
	}
	return f.Rows
}

// PersonalText is a text area for what is said about a person. Who will see it is compulsory and
// stands below the field; the browser neither checks, translates nor remembers it.
func PersonalText(f Field, value livc.Secret, seen Audience) templ.Component {
	return personal(f, value, seen, personalArea)
}

// PersonalLine is PersonalText on one line.
func PersonalLine(f Field, value livc.Secret, seen Audience) templ.Component {
	return personal(f, value, seen, personalInput)
}

func personal(f Field, value livc.Secret, seen Audience, show func(Field, Audience) templ.Component) templ.Component {
	if seen == "" {
		return templ.ComponentFunc(func(context.Context, io.Writer) error { return errNoAudience })
	}
	f.Value = value.Reveal()
	return show(f, seen)
}
