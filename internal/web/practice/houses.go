package practice

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/ui"
)

// exampleHouses is the picture at the end of the guided path: every house open, which nobody sees in
// reality (product 8, 4.40).
func exampleHouses(ctx context.Context) ui.Homes {
	home := func(name string, note string, holds ...processing.Holding) ui.Home {
		h := ui.Home{Name: i18n.T(ctx, name), Note: note, Open: true}
		for _, k := range holds {
			h.Holds = append(h.Holds, ui.Stack{Sign: string(k), Text: i18n.Enum(ctx, "holding", k)})
		}
		return h
	}
	town := home("houses.example.town", "", processing.HoldsListing, processing.HoldsSheet)
	town.Own = true
	return ui.Homes{Title: i18n.T(ctx, "houses.example.title"), Table: i18n.T(ctx, "houses.empty"), Caption: i18n.T(ctx, "houses.example.caption"), Houses: []ui.Home{town,
		home("houses.example.clb", "", processing.HoldsHere, processing.HoldsPlan),
		home("houses.example.caw", "", processing.HoldsOutside, processing.HoldsAction),
		home("houses.example.youth", i18n.T(ctx, "houses.example.declined")),
		home("houses.example.police", i18n.T(ctx, "houses.example.outside_police"))}}
}
