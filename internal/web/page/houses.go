package page

import (
	"context"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/ui"
)

// shutHouses is how many houses are drawn shut when the reader knows of none by name: with the own one, five.
const shutHouses = 4

// OwnHouses is the picture as somebody sees it who keeps something for the own organisation only: that house
// open, the others shut. others are organisations that the reader knows of already.
func OwnHouses(ctx context.Context, h processing.Houses, others ...string) ui.Homes {
	v := homes(ctx, h)
	v.Shut, v.Behind = shutHouses, ui.Home{Name: i18n.T(ctx, "houses.others"), Note: i18n.T(ctx, "houses.decide")}
	if len(others) > 0 {
		v.Shut, v.Behind.Name = len(others), strings.Join(others, ", ")
	}
	return v
}

// TownHouses is the picture as the municipality sees it: its own sorts, and what it gave to others itself.
func TownHouses(ctx context.Context, h processing.Houses) ui.Homes {
	v := homes(ctx, h)
	i18n.SortBy(ctx, h.Others, func(o processing.House) string { return o.Name })
	for _, o := range h.Others {
		x := ui.Home{Name: o.Name, Holds: stacks(ctx, o.Holds), Note: i18n.T(ctx, "houses.decide")}
		if len(o.Holds) > 0 {
			x.Note = i18n.T(ctx, "houses.decide_more")
		}
		v.Houses = append(v.Houses, x)
	}
	v.Houses[0].Note = i18n.T(ctx, "houses.colleague")
	return v
}

func homes(ctx context.Context, h processing.Houses) ui.Homes {
	v := ui.Homes{Title: i18n.T(ctx, "houses.title"), Busy: h.AtTable, Table: i18n.T(ctx, "houses.empty"),
		Houses: []ui.Home{{Name: h.Own.Name, Own: true, Open: true, Holds: stacks(ctx, h.Own.Holds)}}}
	if h.AtTable {
		v.Table = i18n.T(ctx, "houses.busy")
	}
	if len(h.Own.Holds) == 0 {
		v.Houses[0].Note = i18n.T(ctx, "houses.nothing")
	}
	return v
}

func stacks(ctx context.Context, list []processing.Holding) (out []ui.Stack) {
	for _, k := range list {
		out = append(out, ui.Stack{Sign: string(k), Text: i18n.Enum(ctx, "holding", k)})
	}
	return out
}
