package ui

import (
	"context"
	"errors"
	"io"

	"github.com/a-h/templ"

	"beraad.eu/livc"
)

// Audience says who will be able to read a field, as the page says it: "de burgemeester en jij".
type Audience string

// errNoAudience stops a page that asks something about a person without saying who will see it.
var errNoAudience = errors.New("ui: a personal field without an audience")

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
