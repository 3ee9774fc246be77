package practice

import (
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// clock shows the civil clock of the hall and how to move it.
func (p Pages) clock(r *page.Request) error {
	var strides []ui.Choice
	for _, s := range Strides() {
		strides = append(strides, ui.Choice{Value: string(s), Label: i18n.Enum(r.Context(), "stride", s)})
	}
	var moves []ui.Event
	for _, m := range p.Hall.Moves() {
		moves = append(moves, moved(r, m))
	}
	return r.Show(i18n.T(r.Context(), "practice.clock.title"), clockView(p.back(r), r.Form("/practice/clock"), r.Today(), strides, moves, p.Hall.Cast().Played()))
}

func moved(r *page.Request, m Move) ui.Event {
	e := ui.Event{When: i18n.Day(r.Context(), m.From) + " → " + i18n.Day(r.Context(), m.To),
		Text: i18n.T(r.Context(), "practice.clock.forgotten", "Count", m.Forgotten)}
	if m.Forgotten == 0 {
		e.Text = i18n.T(r.Context(), "practice.clock.nothing")
	}
	if m.Reminded > 0 {
		e.Sub = i18n.T(r.Context(), "practice.clock.reminded", "Count", m.Reminded)
	}
	return e
}

// move goes forward. Backward does not exist: the log would lie (settled 25).
func (p Pages) move(r *page.Request) error {
	s := Stride(r.Text("stride"))
	if !slices.Contains(Strides(), s) {
		return livc.Invalid("practice.clock.stride").At("stride")
	}
	if err := p.Hall.Forward(r.Context(), s); err != nil {
		return err
	}
	return r.Go("/practice/clock")
}
