package ui

import (
	"context"

	"beraad.eu/internal/i18n"
)

// Row is one sentence of a list, with what it is about below it and its state beside it.
type Row struct {
	Href string // empty: the sentence leads nowhere
	Text string
	Sub  string
	Tag  Tag // empty Text: no tag
}

// TaskRow is a row of a list of tasks.
func TaskRow(ctx context.Context, href, text, sub string, state Task) Row {
	return Row{Href: href, Text: text, Sub: sub, Tag: Tag{i18n.Enum(ctx, "task", state), taskTones[state]}}
}

// Fact is one line of a summary: what, its value, and where to change it.
type Fact struct {
	Term   string
	Value  string
	Values []string // more lines than one
	Change string   // address of the page that changes it; empty: none
}

// Event is one event of a process on a timeline: never a fact about a person.
type Event struct {
	When string
	Text string
	Sub  string
}

// Link is an address with its text.
type Link struct {
	Href    string
	Text    string
	Current bool
}

// Cite is a source of law as it stands in the register of sources: the citation as text, and where
// to read it.
type Cite struct {
	Text string
	Href string // empty: no public text
}
