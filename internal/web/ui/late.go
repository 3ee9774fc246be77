package ui

import (
	"context"

	"beraad.eu/internal/i18n"
)

// Late is a form that came too late: why, what happened meanwhile, how it stands now, and what was typed.
type Late struct {
	Text  string
	Since string // who did what and when, by function; "" when the log does not tell
	Now   string // the state; "" for what has no states
	Mine  string
	// Theirs is the text as it stands now; "" where the form has none.
	Theirs string
	Again  string // an address at which the form comes back filled; "" for none
}

func (l Late) facts(ctx context.Context) []Fact {
	list := []Fact{{Term: i18n.T(ctx, "state.stale.last"), Value: l.Since}}
	if l.Now != "" {
		list = append(list, Fact{Term: i18n.T(ctx, "state.stale.now"), Value: l.Now})
	}
	return list
}
