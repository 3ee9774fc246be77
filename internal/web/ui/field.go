package ui

import (
	"context"
	"slices"

	"github.com/a-h/templ"
)

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
	Required bool     // said to who listens; the server decides, not the browser
	Kind     string   // type of input: text, email, tel, password, number; empty is text
	Complete string   // autocomplete word; empty says nothing
	Alone    bool     // the question is the title of the page: the only h1
	Inline   bool     // short answers stand beside each other
}

// Choice is one answer among several. Reveal holds fields that belong to this answer only; without
// a script they show below it.
type Choice struct {
	Value  string
	Label  string
	Hint   string
	Reveal templ.Component
}

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
