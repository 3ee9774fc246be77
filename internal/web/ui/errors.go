package ui

import (
	"context"
	"errors"

	"beraad.eu/internal/i18n"
	"beraad.eu/livc"
)

// FieldError is one message at one field. Field may be empty: a message about the whole form. When a
// norm refuses what stands in the field, its sources stand with the message.
type FieldError struct {
	Field, Text string
	Cites       []Cite
}

// Errors are the messages of a form in the order of its fields.
type Errors []FieldError

// ErrorsOf writes an answer for a person, and the other faults of the same form, in the language of
// the context; cites gives the sources of the norms of a refusal. An error that is no answer for a person
// gives none: the caller shows the 503 page.
func ErrorsOf(ctx context.Context, err error, cites func(...livc.NormID) []Cite) (list Errors) {
	var e *livc.Error
	if !errors.As(err, &e) {
		return nil
	}
	for _, one := range append([]*livc.Error{e}, e.More...) {
		f := FieldError{Field: one.Field, Text: i18n.Fault(ctx, one)}
		if one.Kind == livc.DeniedKind {
			f.Cites = cites(one.Norms...)
		}
		list = append(list, f)
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
