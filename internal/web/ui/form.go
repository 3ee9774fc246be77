package ui

import (
	"context"
	"io"
	"net/url"

	"github.com/a-h/templ"
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
	Page     string // where it stands; empty: where it is sent
	Revision string // empty: nothing that can grow stale
	Upload   bool   // a file may come along
	Errors   Errors
	Typed    Typed
}

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
