package ui

import (
	"context"

	"github.com/a-h/templ"
)

// fieldState gives a control the attributes that tell its state to every reader.
func fieldState(ctx context.Context, f Field, seen Audience) templ.Attributes {
	a := templ.Attributes{}
	if ids := f.described(ctx, seen); ids != "" {
		a["aria-describedby"] = ids
	}
	if f.fault(ctx) != "" {
		a["aria-invalid"] = "true"
	}
	if f.Required {
		a["required"] = true
	}
	return a
}
