package practice

import (
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// rolePlay is an exercise of 45 minutes on paper, for an own table: no screen is needed and nothing is kept.
func (p Pages) rolePlay(r *page.Request) error {
	ctx, f := r.Context(), r.Frame
	f.Title = i18n.T(ctx, "role_play.title")
	var time []ui.AgendaLine
	for n, m := range []string{"5", "5", "8", "8", "7", "5", "7"} {
		key := "role_play.part" + strconv.Itoa(n+1)
		time = append(time, ui.AgendaLine{Number: strconv.Itoa(n + 1), Text: i18n.T(ctx, key+".title"), Sub: i18n.T(ctx, key+".text"), Minutes: i18n.T(ctx, "role_play.minutes", "Count", m)})
	}
	var cards []ui.Slip
	for _, who := range []string{"mayor", "coordinator", "officer", "clb", "caw", "youth"} {
		key := "role_play." + who
		cards = append(cards, ui.Slip{Title: i18n.T(ctx, key+".title"), Lines: []ui.SlipLine{{Term: i18n.T(ctx, "role_play.know"), Value: i18n.T(ctx, key+".know")},
			{Term: i18n.T(ctx, "role_play.want"), Value: i18n.T(ctx, key+".want")}}})
	}
	return r.Print(rolePlayView(ui.Paper{Frame: f, Sub: i18n.T(ctx, "role_play.sub"), Back: stopAt("own")}, time, cards))
}
