package ui

import (
	"context"
	"errors"

	"beraad.eu/internal/i18n"
	"beraad.eu/livc"
)

// FieldError is one message at one field. Field may be empty: a message about the whole form.
type FieldError struct{ Field, Text string }

// Errors are the messages of a form in the order of its fields.
type Errors []FieldError

// ErrorsOf writes an answer for a person, and the other faults of the same form, in the language of
// the context. An error that is no answer for a person gives none: the caller shows the 503 page.
func ErrorsOf(ctx context.Context, err error) Errors {
	var e *livc.Error
	if !errors.As(err, &e) {
		return nil
	}
	list := Errors{{e.Field, i18n.Fault(ctx, e)}}
	for _, more := range e.More {
		list = append(list, FieldError{more.Field, i18n.Fault(ctx, more)})
	}
	return list
}

// At is the message at a field, or nothing.
func (e Errors) At(field string) string {
	for _, one := range e {
		if one.Field == field {
			return one.Text
		}
	}
	return ""
}
